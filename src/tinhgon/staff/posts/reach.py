"""Over which unit a post gives its roles once a reorganisation has moved it (kế thừa quyền).

By a reorganisation alone nobody's rights grow and no unit is left without whoever led it. A post
that came to a unit with others gives its roles there only if

- that unit is what the old one became: it began on that day and was formed of that one alone; or
- it is the post of a head, the unit began on that day and was formed of the old one too, and nobody
  has been made its head since;
- or the unit was formed of a part of the old one alone, as where a merger is taken back;
- or whoever holds it was assigned to it there, on that day or later.

Otherwise its roles go on over the unit that has ended: what was done there is theirs to see.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import F, Q

from tinhgon.domain.structure.claims import Extent
from tinhgon.registry.directory import Edge, directory
from tinhgon.staff.models import Assignment, Placement, Rank
from tinhgon.temporal.models import in_force


@dataclass(frozen=True)
class Stay:
    """A placement: unit and rank of a post from a day on, and the placement it was moved from."""

    unit: str
    rank: str
    start: date | None
    moved_from: int | None


@dataclass(frozen=True)
class Reach:
    """Answers for some posts on a day; two queries, and only where one of them was moved."""

    posts: Collection[int]
    on: date

    def unit(self, placement: int, since: date | None) -> str:
        """The key of the unit over which a placement gives its roles to whoever is in it `since`"""
        stay = self.stays[placement]
        if stay.moved_from is None or _came_later(since, stay.start):
            return stay.unit
        former, reached = self.stays[stay.moved_from].unit, self.unit(stay.moved_from, since)
        formed_of = _formed_of(stay)
        if {*formed_of} == {former}:
            is_part = Extent.WHOLE not in formed_of[former]
            return stay.unit if is_part or reached == former else reached
        leads = stay.rank == Rank.HEAD and former in formed_of and stay.unit not in self.headed
        return stay.unit if leads and reached == former else reached

    @cached_property
    def stays(self) -> Mapping[int, Stay]:
        """All placements of the posts, by id."""
        held = Placement.objects.filter(post__in=self.posts)
        rows = held.values_list("pk", "unit__key", "rank", "valid_from", "moved_from")
        return {pk: Stay(*facts) for pk, *facts in rows}

    @cached_property
    def headed(self) -> set[str]:
        """The units of these posts of which somebody has been made the head there."""
        units = {stay.unit for stay in self.stays.values()}
        came = Q(post__placements__moved_from=None) | Q(
            valid_from__gte=F("post__placements__valid_from")
        )
        made = Assignment.objects.on(self.on).filter(
            came,
            in_force(self.on, "post__placements__"),
            post__placements__rank=Rank.HEAD,
            post__placements__unit__key__in=units,
        )
        return {*made.values_list("post__placements__unit__key", flat=True)}


def _formed_of(stay: Stay) -> dict[str, set[str]]:
    """Of which units the one of a stay was formed on its day, and how much was taken of each.

    Nothing of one that stood before.
    """
    register = directory()
    found: dict[str, set[str]] = {}
    if stay.start and register.life(stay.unit).start == stay.start:
        for edge in register.lineage.backward.get(stay.unit, ()):
            if isinstance(edge, Edge) and edge.day == stay.start:
                found.setdefault(edge.predecessor, set()).add(edge.extent)
    return found


def _came_later(since: date | None, moved_on: date | None) -> bool:
    """Whether somebody was assigned to a post only when or after it was moved."""
    return since is not None and moved_on is not None and since >= moved_on

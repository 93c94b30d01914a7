"""Over which unit a post gives its roles once a reorganisation has moved it (kế thừa quyền).

By a reorganisation alone nobody's rights grow and no unit is left without whoever led it. A post
that came to a unit with others gives its roles there only if

- that unit is what the old one became: it began on that day and was formed of that one alone; or
- it is the post of a head, the unit began on that day and was formed of the old one too, and nobody
  has been made its head since;
- or whoever holds it was assigned to it there, on that day or later.

Otherwise its roles go on over the unit that has ended: what was done there is theirs to see.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import F, Q

from tinhgon.registry.directory import directory
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
        return stay.unit if reached == former and self._goes_on(former, stay) else reached

    def _goes_on(self, former: str, stay: Stay) -> bool:
        """Whether the roles over a unit that ended go on over the one to which the post came."""
        register = directory()
        if stay.start is None or register.life(stay.unit).start != stay.start:
            return False
        origins = register.lineage.backward.get(stay.unit, ())
        formed_of = {edge.predecessor for edge in origins if edge.day == stay.start}
        if former not in formed_of:
            return False
        return formed_of == {former} or (stay.rank == Rank.HEAD and stay.unit not in self.headed)

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


def _came_later(since: date | None, moved_on: date | None) -> bool:
    """Whether somebody was assigned to a post only when or after it was moved."""
    return since is not None and moved_on is not None and since >= moved_on

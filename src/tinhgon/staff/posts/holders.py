"""Posts of units on a day with who holds them and who acts in them; and the names of leaders."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Prefetch, Value, When

from tinhgon.staff.models import Assignment, Basis, Particulars, Placement, Rank

LEADING = (Rank.HEAD, Rank.DEPUTY)
IN_ORDER = Case(
    When(rank=Rank.HEAD, then=Value(0)), When(rank=Rank.DEPUTY, then=Value(1)), default=Value(2)
)


@dataclass(frozen=True)
class Seat:
    """A post as it stands on a day, with who holds it and who acts in it."""

    placement: Placement
    holder: Assignment | None
    acting: Assignment | None

    @property
    def is_vacant(self) -> bool:
        """Whether nobody holds it; somebody may act in it all the same."""
        return self.holder is None

    @property
    def filled_by(self) -> Assignment | None:
        """Who does what the post is for: its holder, else who acts."""
        return self.holder or self.acting

    @property
    def people(self) -> list[Assignment]:
        """Holder and acting, those there are."""
        return [one for one in (self.holder, self.acting) if one]


def seats(keys: Collection[str], on: date, ranks: Sequence[str] = Rank.values) -> list[Seat]:
    """The posts of these units on a day, leaders first; two queries."""
    assigned = Assignment.objects.on(on).select_related("officer")
    found = (
        Placement.objects.on(on)
        .filter(unit__key__in=[*keys], rank__in=[*ranks])
        .select_related("post", "unit")
        .prefetch_related(Prefetch("post__assignments", assigned, to_attr="assigned"))
        .order_by("unit__key", IN_ORDER, "post__key")
    )
    return [_seat(placement) for placement in found]


def _seat(placement: Placement) -> Seat:
    assigned: list[Assignment] = placement.post.assigned  # type: ignore[attr-defined]
    acting = [one for one in assigned if one.basis == Basis.ACTING]
    holding = [one for one in assigned if one.basis != Basis.ACTING]
    return Seat(placement, *(few[0] if few else None for few in (holding, acting)))


def leaders(keys: Collection[str], on: date) -> list[Seat]:
    """The posts of heads and deputies of these units on a day; two queries."""
    return seats(keys, on, LEADING)


def names_of_leaders(found: Iterable[Seat]) -> dict[int, str]:
    """The names, by officer, of those who lead: they are public, those of others are not."""
    leading = [seat for seat in found if seat.placement.rank in LEADING]
    officers = {one.officer_id for seat in leading for one in seat.people}
    held = Particulars.objects.filter(officer__in=officers).values_list("officer_id", "name")
    return dict(held)

"""What targets are reckoned from once their units have been merged (chỉ tiêu sau sắp xếp).

A reorganisation moves the targets of units that end to their heir, and all of them go on. What the
heir holds cannot be told apart any more, so they are reckoned together: their bases and what must
be cut of each are added, and posts that came along from units without a target count in full.
What leaves a unit that stands on by a reorganisation is nobody's cut: it is taken from its base.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tinhgon.staff.models import Target

Held = Callable[[str, date], int]
"""How many posts a unit with all below it holds on a day, of the kinds that a target counts."""
Came = Callable[[str, date], int]
"""How many more such posts came to a unit after a day by reorganisations than left it so."""
Cut = Callable[[int, int], int]
"""How many must go of a base, by per cent."""

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Ground:
    """Base and cut of a target and of those with which it is reckoned together."""

    base: int
    cut: int
    together: tuple[Target, ...]


@dataclass(frozen=True)
class Grounds:
    """What the targets in force on a day are reckoned from; one query however many."""

    on: date
    cut: Cut

    def of(self, target: Target, held: Held, came: Came) -> Ground:
        """What a target over a unit is reckoned from; `held` and `came` count what it counts."""
        joint = self._joint(target)
        bases = [(self._base(one, held), one.percent) for one in joint]
        was_merged = any(one.moved_from_id for one in joint)
        others = (
            self._came_along(joint, held) if was_merged else came(_unit(target), target.base_day)
        )
        return Ground(
            sum(base for base, _percent in bases) + others,
            sum(self.cut(base, percent) for base, percent in bases),
            tuple(one for one in joint if one.pk != target.pk),
        )

    @cached_property
    def _targets(self) -> dict[int, Target]:
        return {one.pk: one for one in Target.objects.select_related("unit").order_by("pk")}

    def _joint(self, target: Target) -> list[Target]:
        """The targets over the same unit that count the same and concern what it was before."""
        beside = [
            one
            for one in self._targets.values()
            if one.unit_id == target.unit_id
            and one.counts == target.counts
            and self.on in one.period
        ]
        days = [one.valid_from for one in beside if one.moved_from_id and one.valid_from]
        joint = [one for one in beside if one.moved_from_id or (days and one.base_day < max(days))]
        return joint if any(one.pk == target.pk for one in joint) else [target]

    def _base(self, target: Target, held: Held) -> int:
        """The base as the instrument states it, or what its first unit held on the base day."""
        first = target
        while first.moved_from_id:
            first = self._targets[first.moved_from_id]
        return held(_unit(first), first.base_day) if first.base is None else first.base

    def _came_along(self, joint: Iterable[Target], held: Held) -> int:
        """The posts that came to the unit, or to those before it, from units without a target."""
        of_day: dict[date, list[Target]] = {}
        for one in joint:
            if one.moved_from_id and one.valid_from:
                of_day.setdefault(one.valid_from, []).append(one)
        found = 0
        for day, moved in of_day.items():
            before = [self._targets[one.moved_from_id] for one in moved if one.moved_from_id]
            known = {_unit(one) for one in before}
            if any(one.valid_from and one.valid_from < day for one in joint):
                known.add(_unit(moved[0]))
            counted = sum(held(unit, day - A_DAY) for unit in known)
            found += max(held(_unit(moved[0]), day) - counted, 0)
            for unit in {_unit(one) for one in before}:
                found += self._came_along([one for one in before if _unit(one) == unit], held)
        return found


def _unit(target: Target) -> str:
    """The unit of a target that is set for one: only those are moved."""
    assert target.unit
    return target.unit.key

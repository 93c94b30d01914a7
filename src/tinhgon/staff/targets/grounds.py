"""What targets are reckoned from once their units have been merged (chỉ tiêu sau sắp xếp).

A reorganisation moves the targets of units that end to their heir, and all of them go on. What the
heir holds cannot be told apart any more, so they are reckoned together: their bases and what must
be cut of each are added, and posts that came along from units without a target count in full.
What leaves a unit that stands on by a reorganisation is nobody's cut: it is taken from its base.
A target that is given back to a unit restored is reckoned as it was before its unit ended.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tinhgon.staff.models import Handover, Target

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
    """What the targets in force on a day are reckoned from; two queries at most however many."""

    on: date
    cut: Cut

    def of(self, target: Target, held: Held, came: Came) -> Ground:
        """What a target over a unit is reckoned from; `held` and `came` count what it counts."""
        joint = self._joint(target)
        bases = [(self._base(one, held), one.percent) for one in joint]
        return Ground(
            sum(base for base, _percent in bases) + self._came_along(joint, self.on, held, came),
            sum(self.cut(base, percent) for base, percent in bases),
            tuple(one for one in joint if one.pk != target.pk),
        )

    @cached_property
    def _targets(self) -> dict[int, Target]:
        return {one.pk: one for one in Target.objects.select_related("unit").order_by("pk")}

    @cached_property
    def _given_back(self) -> set[tuple[int | None, int | None, date]]:
        """Each unit that ended with the one restored for it and the day of that."""
        found = Handover.objects.exclude(came_from=None)
        return set(found.values_list("came_from_id", "heir_id", "day"))

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

    def _came_along(self, joint: list[Target], until: date, held: Held, came: Came) -> int:
        """The posts that came by reorganisations to the unit of some targets, less what left so.

        Counted from their base days until a day, also with the units that theirs was before;
        what came together with a target is in the base of that.
        """
        merged = _by_day(one for one in joint if one.moved_from_id)
        found = _passed(joint, merged, until, came)
        for day, moved in merged.items():
            before = {one.pk: self._before(one) for one in moved}
            found += self._beside(joint, day, [one for one in moved if not self._back(one)], held)
            for unit in {one.unit_id for one in before.values()}:
                former = [one for one in before.values() if one.unit_id == unit]
                last = (former[0].valid_to or day) - A_DAY
                found += self._came_along(former, last, held, came)
        return found

    def _beside(self, joint: list[Target], day: date, moved: list[Target], held: Held) -> int:
        """The posts that the unit got on a day beside those of the units whose targets came."""
        if not moved:
            return 0
        known = {_unit(self._before(one)) for one in moved}
        if any(one.valid_from and one.valid_from < day for one in joint):
            known.add(_unit(moved[0]))
        counted = sum(held(unit, day - A_DAY) for unit in known)
        return max(held(_unit(moved[0]), day) - counted, 0)

    def _before(self, moved: Target) -> Target:
        """What a target that was moved was before; one given back, before its unit had ended."""
        return self._back(moved) or self._targets[moved.moved_from_id]  # type: ignore[index]

    def _back(self, moved: Target) -> Target | None:
        """What a target was before the unit ended for which one is restored; else none."""
        former = self._targets.get(moved.moved_from_id or 0)
        while former and (former.unit_id, moved.unit_id, moved.valid_from) not in self._given_back:
            former = self._targets.get(former.moved_from_id or 0)
        return former


def _by_day(moved: Iterable[Target]) -> dict[date, list[Target]]:
    """Targets that were moved by the day of it."""
    found: dict[date, list[Target]] = {}
    for one in moved:
        if one.valid_from:
            found.setdefault(one.valid_from, []).append(one)
    return found


def _passed(joint: list[Target], without: Collection[date], until: date, came: Came) -> int:
    """How many more posts came to the unit of some targets than left it, but on some days."""
    unit = _unit(joint[0])
    first = min((one.moved_from_id and one.valid_from) or one.base_day for one in joint)
    left_out = sum(came(unit, day - A_DAY) - came(unit, day) for day in without if day > first)
    return came(unit, first) - came(unit, until) - left_out


def _unit(target: Target) -> str:
    """The unit of a target that is set for one: only those are moved."""
    assert target.unit
    return target.unit.key

"""History: the apparatus over time, as a value.

The register keeps the same in a database; this is what its answers are checked against.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from immutables import Map

from tinhgon.domain.periods import Period
from tinhgon.domain.structure.packages import Composition, Succession
from tinhgon.domain.structure.units import Structure, Unit

Stretch = tuple[Period, Unit]


class OutOfOrder(ValueError):
    """A package composed upon another structure than the last one known of its day."""

    code = "out-of-order"

    def __init__(self, day: date) -> None:
        super().__init__(f"something else stands on {day}, or changes after it")
        self.facts = {"day": day}


@dataclass(frozen=True)
class History:
    """For each key, how the unit stood and when, earliest first; and all successions."""

    stretches: Map[str, tuple[Stretch, ...]]
    successions: frozenset[Succession] = frozenset()

    @classmethod
    def of(cls, units: Iterable[Unit], since: date | None = None) -> "History":
        """A history in which these units stand from a day on."""
        return cls(Map({unit.key: ((Period(since), unit),) for unit in units}))

    def on(self, day: date) -> Structure:
        """The structure that stands on this day."""
        return Structure(
            unit
            for stretches in self.stretches.values()
            for period, unit in stretches
            if day in period
        )

    def with_effect(self, composition: Composition) -> "History":
        """This history after the composed package has taken effect on its day.

        Raises `OutOfOrder` unless the package was composed upon `on(day)` and nothing is known to
        change later.
        """
        if self.on(composition.day) != composition.before or self._changes_after(composition.day):
            raise OutOfOrder(composition.day)
        stretches = self.stretches.mutate()
        begun = [key for key in composition.formed if key not in composition.before]
        for key in (*composition.ended, *composition.changed):
            stretches[key] = _until(stretches[key], composition.day)
        for key in (*begun, *composition.changed):
            begins = (Period(composition.day), composition.after[key])
            stretches[key] = (*stretches.get(key, ()), begins)
        return History(stretches.finish(), self.successions | {*composition.successions})

    def _changes_after(self, day: date) -> bool:
        periods = (stretches[-1][0] for stretches in self.stretches.values() if stretches)
        return any(day < (period.end or period.start or day) for period in periods)


def _until(stretches: tuple[Stretch, ...], day: date) -> tuple[Stretch, ...]:
    *earlier, (period, unit) = stretches
    if period.start == day:
        return tuple(earlier)
    return (*earlier, (Period(period.start, day), unit))

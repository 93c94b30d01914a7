"""History (lịch sử bộ máy): the apparatus over time, as a value.

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
        """This history after the composed package has taken effect on its day."""
        stretches = self.stretches.mutate()
        for key in (*composition.ended, *composition.changed):
            stretches[key] = _until(stretches[key], composition.day)
        for key, unit in composition.changed.items():
            stretches[key] += ((Period(composition.day), unit),)
        for key in composition.formed:
            if key not in composition.before:
                stretches[key] = ((Period(composition.day), composition.after[key]),)
        return History(stretches.finish(), self.successions | {*composition.successions})


def _until(stretches: tuple[Stretch, ...], day: date) -> tuple[Stretch, ...]:
    *earlier, (period, unit) = stretches
    if period.start == day:
        return tuple(earlier)
    return (*earlier, (Period(period.start, day), unit))

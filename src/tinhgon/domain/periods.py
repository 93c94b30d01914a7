"""Periods (khoảng thời gian): half-open stretches of days.

A period holds its start and not its end: `Period(date(2025, 1, 1), date(2025, 7, 1))` is the first
half of 2025. `None` as start means *since before anybody recorded*; `None` as end means *still so*.
"Until 30 June inclusive" exists only on screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to, but not including, `end`."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start >= self.end:
            raise ValueError(f"a period must end after it starts: {self.start} .. {self.end}")
        if self.end == date.min:
            raise ValueError("a period must hold a day: there is none before the calendar")

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share at least one day; periods that touch do not."""
        return _before(self.start, other.end) and _before(other.start, self.end)

    def shared_with(self, other: "Period") -> "Period | None":
        """The days that both hold; None where there are none."""
        if not self.overlaps(other):
            return None
        starts = [day for day in (self.start, other.start) if day]
        ends = [day for day in (self.end, other.end) if day]
        return Period(max(starts, default=None), min(ends, default=None))

    @property
    def last_day(self) -> date | None:
        """The last day inside, as people write it; None while the period is open."""
        return self.end - timedelta(days=1) if self.end else None


def first_gap(wanted: Period, periods: Iterable[Period]) -> Period | None:
    """The first days of a period that none of the others covers; None if together they cover it."""
    reached = wanted.start
    for period in sorted(periods, key=lambda period: period.start or date.min):
        if not period.overlaps(Period(reached, wanted.end)):
            continue
        if period.start and (reached is None or period.start > reached):
            return Period(reached, period.start)
        reached = period.end
        if reached is None or (wanted.end and reached >= wanted.end):
            return None
    return Period(reached, wanted.end)


def stretches(periods: Iterable[Period]) -> list[Period]:
    """The time that periods reach over, cut on every day on which one begins or ends, in order."""
    periods = list(periods)
    days = sorted({day for period in periods for day in (period.start, period.end) if day})
    opens: list[date | None] = [None] if any(p.start is None for p in periods) else []
    closes: list[date | None] = [None] if any(p.end is None for p in periods) else []
    return [Period(start, end) for start, end in pairwise([*opens, *days, *closes])]


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end

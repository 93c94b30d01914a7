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

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share at least one day; periods that touch do not."""
        return _before(self.start, other.end) and _before(other.start, self.end)

    @property
    def last_day(self) -> date | None:
        """The last day inside, as people write it; None while the period is open."""
        return self.end - timedelta(days=1) if self.end else None


def first_overlap(periods: Iterable[Period]) -> tuple[Period, Period] | None:
    """The first two periods, in order of start, that share a day; None if none do."""
    ordered = sorted(periods, key=lambda period: period.start or date.min)
    for earlier, later in pairwise(ordered):
        if earlier.overlaps(later):
            return earlier, later
    return None


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end

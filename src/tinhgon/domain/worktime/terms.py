"""Terms (thời hạn): how many of what; and pauses (tạm dừng), while which the clock stands still."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tinhgon.domain.periods import Period


class Measure(StrEnum):
    """What a term is counted in: it is said, never assumed. Hours are those of the clock."""

    WORKING_DAYS = "working-days"
    DAYS = "days"
    MONTHS = "months"
    WORKING_HOURS = "working-hours"
    HOURS = "hours"

    @property
    def is_of_hours(self) -> bool:
        """Whether a term ends at a moment and not with a day."""
        return self in (Measure.WORKING_HOURS, Measure.HOURS)


@dataclass(frozen=True)
class Term:
    """A number of working days, days, months or hours; 0 working days is within the day."""

    number: int
    measure: Measure

    def __post_init__(self) -> None:
        least = 0 if self.measure is Measure.WORKING_DAYS else 1
        if self.number < least:
            raise ValueError(f"a term in {self.measure} is of {least} or more, not {self.number}")


@dataclass(frozen=True)
class Pause:
    """From one moment up to another, which counts again; None as end: the clock still stands.

    Moments are those of the local clock.
    """

    start: datetime
    end: datetime | None = None

    def __post_init__(self) -> None:
        ask_for_local(self.start, self.end)
        if self.end is not None and self.end < self.start:
            raise ValueError(f"a pause must not end before it starts: {self.start} .. {self.end}")

    @property
    def days(self) -> Period | None:
        """The days that do not count: from that of the start up to that of the end; maybe none."""
        first, back = self.start.date(), self.end.date() if self.end else None
        return None if first == back else Period(first, back)


def ask_for_local(*moments: datetime | None) -> None:
    """Refuse moments of another clock: in Greenwich it is yesterday until seven in the morning."""
    for moment in filter(None, moments):
        if moment.tzinfo is not None:
            raise ValueError(f"a term is counted by the local clock, without a zone: {moment}")


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last of that month where it has no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))

"""The cut-off (giờ chốt tiếp nhận): received later in the day, it counts as received the next."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Protocol

from tinhgon.domain.jurisdiction_file import Words
from tinhgon.domain.periods import Period
from tinhgon.domain.worktime.entries import Source


class WorkingDays(Protocol):
    """What a cut-off asks of a calendar."""

    def is_working(self, day: date) -> bool: ...

    def on_or_after(self, day: date) -> date: ...

    def add(self, day: date, days: int) -> date: ...


@dataclass(frozen=True, kw_only=True)
class CutOff:
    """The time of day until which, itself included, something counts as received that day."""

    key: str
    title: Words
    at: time
    source: Source
    period: Period = field(default_factory=Period)

    def misses(self, moment: datetime) -> bool:
        """Whether something comes too late to count on its day."""
        return moment.time() > self.at


def received_on(moment: datetime, calendar: WorkingDays, cut_off: CutOff | None = None) -> date:
    """The working day on which something that came at a moment counts as received.

    What comes on a day off, or after the cut-off, is as if received at the start of the next
    working day. Without a cut-off all of a working day is as good.
    """
    day = moment.date()
    late = cut_off is not None and cut_off.misses(moment)
    return calendar.add(day, 1) if late else calendar.on_or_after(day)

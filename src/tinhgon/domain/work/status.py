"""How a work stands (tình trạng thực hiện): done or not × in time or late. Never stored.

It is derived, each time anew, from what was done and from the calendar as it is known.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tinhgon.domain.work.clarities import JudgedBy


class Standing(StrEnum):
    """The four of them: chưa hoàn thành or hoàn thành, trong hạn or quá hạn."""

    OPEN_IN_TIME = "open-in-time"
    OPEN_LATE = "open-late"
    DONE_IN_TIME = "done-in-time"
    DONE_LATE = "done-late"


@dataclass(frozen=True, kw_only=True)
class Status:
    """How a work stands on a day: when it is due and by which day it is `judged`."""

    done: bool
    due: date | None
    judged: date
    at_risk: bool = False

    @property
    def is_late(self) -> bool:
        """Whether it is past the last approved deadline."""
        return self.due is not None and self.judged > self.due

    @property
    def days_late(self) -> int:
        """How many days it is past it, days off among them; 0 in time."""
        return (self.judged - self.due).days if self.due and self.is_late else 0

    @property
    def standing(self) -> Standing:
        if self.done:
            return Standing.DONE_LATE if self.is_late else Standing.DONE_IN_TIME
        return Standing.OPEN_LATE if self.is_late else Standing.OPEN_IN_TIME


def status(
    due: date | None,
    *,
    on: date,
    reported: date | None = None,
    confirmed: date | None = None,
    judged_by: JudgedBy = JudgedBy.REPORT,
    at_risk_until: date | None = None,
) -> Status:
    """How a work stands on a day.

    `reported` is the day of the report that stands: one that was sent back is none. A work is done
    once that is confirmed. While it waits for that it is judged by the report too, lest it become
    late on the desk of whoever has to confirm it. Not done and not reported, it is at risk where
    it is due until `at_risk_until`.
    """
    by_report = judged_by is JudgedBy.REPORT or confirmed is None
    judged = (reported if by_report else confirmed) or on
    made = Status(done=confirmed is not None, due=due, judged=judged)
    waits = reported is None and confirmed is None and not made.is_late
    if waits and due and at_risk_until and due <= at_risk_until:
        return Status(done=made.done, due=due, judged=judged, at_risk=True)
    return made

"""Deadlines (thời hạn thực hiện): the day on which a work is due, after extensions and pauses.

A day that was named stands until another is granted. A term that is counted does not run while the
work is suspended. Whatever was promised when the work was issued is kept beside what holds now.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from tinhgon.domain.periods import Period
from tinhgon.domain.worktime.calendars import Almanac, Calendar
from tinhgon.domain.worktime.reckoning import Reckoning
from tinhgon.domain.worktime.terms import Pause, Term


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """A day, or a term counted from the day after `since`; none of them: it is never due.

    `granted` are the days of the extensions that were granted, in order. `pauses` are the days on
    which the work was suspended; one without end goes on.
    """

    day: date | None = None
    term: Term | None = None
    since: date | None = None
    granted: tuple[date, ...] = ()
    pauses: tuple[Period, ...] = ()

    def __post_init__(self) -> None:
        if (self.term is None) != (self.since is None) or (self.day and self.term):
            raise ValueError("a deadline is a day, or a term with the day from which it is counted")
        if self.term and (self.term.measure.is_of_hours or self.term.number < 1):
            raise ValueError("a work is due on a day: its term is of one day or more")

    def due(self, calendar: Calendar, almanac: Almanac) -> date | None:
        """The day on which it is due; None where it never is, or while the clock stands still."""
        named = self.granted[-1] if self.granted else self.day
        if named:
            stopped = self.stopped
            return None if stopped and stopped <= named else named
        reckoning = self.reckoning(calendar, almanac)
        return reckoning.due if reckoning else None

    def reckoning(self, calendar: Calendar, almanac: Almanac) -> Reckoning | None:
        """What a term rests on, extensions left aside; None where a day was named."""
        if self.term is None or self.since is None:
            return None
        return Reckoning(
            term=self.term,
            received=datetime.combine(self.since, time()),
            calendar=calendar,
            last_day=almanac.last_day(self.since),
            pauses=tuple(_pause(one) for one in self.pauses),
        )

    @property
    def stopped(self) -> date | None:
        """The day on which the work was suspended, if it still is."""
        return next((one.start for one in self.pauses if one.end is None), None)


def _pause(period: Period) -> Pause:
    assert period.start
    end = datetime.combine(period.end, time()) if period.end else None
    return Pause(datetime.combine(period.start, time()), end)

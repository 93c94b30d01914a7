"""Reckoning: on which day something is due (hạn), from receipt, term, calendar and pauses.

`due_day` is the sum alone, for the many that a late notice moves. A `Reckoning` holds all that one
due date rests on; `derivation.derive` tells why it is that day.

A term whose clock starts anew, as on a dossier made complete, is another reckoning from that day;
a term whose clock stood still is the same with a pause. They give different days.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from tinhgon.domain.periods import Period
from tinhgon.domain.worktime.calendars import Calendar
from tinhgon.domain.worktime.counting import EveryDay, EverySecond, Stretch, end_of
from tinhgon.domain.worktime.cut_offs import CutOff, received_on
from tinhgon.domain.worktime.last_days import LastDay, Rule
from tinhgon.domain.worktime.office_time import OfficeTime
from tinhgon.domain.worktime.terms import Measure, Pause, Term, ask_for_local, months_after

HOUR = 3600


def due_day(
    calendar: Calendar | EveryDay, received: date, days: int, pauses: Iterable[Period] = ()
) -> date | None:
    """The last of `days` days after the day of receipt, those in pauses not counted.

    None while the clock stands still, as in a pause without end.
    """
    still = [_stretch(calendar, pause) for pause in pauses]
    end = end_of(calendar.position(received), days, still)
    return None if end is None else calendar.at(end)


@dataclass(frozen=True, kw_only=True)
class Reckoning:
    """What a due date rests on.

    With a cut-off, what came late or on a day off counts as received on the next working day; a
    term of days is counted from the day after. `last_day` says what becomes of one in days or
    months that ends on a day off. A term in working hours needs the `office` that it is counted
    in, of the same calendar. Moments are those of the local clock.
    """

    term: Term
    received: datetime
    calendar: Calendar
    cut_off: CutOff | None = None
    last_day: LastDay | None = None
    pauses: tuple[Pause, ...] = ()
    office: OfficeTime | None = None

    def __post_init__(self) -> None:
        ask_for_local(self.received)
        in_office = self.term.measure is Measure.WORKING_HOURS
        if in_office and (self.office is None or self.office.calendar is not self.calendar):
            raise ValueError("a term in working hours needs an office of the same calendar")

    @property
    def counts_as_received(self) -> datetime:
        """The moment from which is counted; midnight, where the cut-off moved it to another day."""
        if self.cut_off is None:
            return self.received
        day = received_on(self.received, self.calendar, self.cut_off)
        return self.received if day == self.received.date() else datetime.combine(day, time())

    @cached_property
    def due(self) -> date | None:
        """The last day of the term; None while the clock stands still."""
        if self.term.measure.is_of_hours:
            return self.due_at.date() if self.due_at else None
        if self.term.number == 0:
            return self.calendar.on_or_after(self.counts_as_received.date())
        day = self.full
        moves_on = self.last_day is not None and self.last_day.rule is Rule.MOVES_ON
        return self.calendar.on_or_after(day) if day and moves_on else day

    @cached_property
    def due_at(self) -> datetime | None:
        """The moment at which a term in hours ends; None of others, or while the clock stands."""
        if not self.term.measure.is_of_hours:
            return None
        clock, still = self.clock, [*self._moments_still()]
        start = clock.position(self.counts_as_received)
        end = end_of(start, self.term.number * HOUR, still)
        return None if end is None else clock.at(end)

    @property
    def full(self) -> date | None:
        """The day with which a term of days is full, before it moves on from a day off."""
        start = self.counts_as_received.date()
        return due_day(self.count, start, self.length, self.days_still)

    @property
    def count(self) -> Calendar | EveryDay:
        """What a term of days is counted by."""
        return self.calendar if self.term.measure is Measure.WORKING_DAYS else EveryDay()

    @property
    def clock(self) -> OfficeTime | EverySecond:
        """What a term of hours is counted by."""
        in_office = self.term.measure is Measure.WORKING_HOURS
        return self.office if self.office and in_office else EverySecond()

    @property
    def length(self) -> int:
        """How many days a term of days has; a month is as long as it is."""
        if self.term.measure is Measure.MONTHS:
            start = self.counts_as_received.date()
            return (months_after(start, self.term.number) - start).days
        return self.term.number

    @property
    def days_still(self) -> list[Period]:
        """The days on which the clock of a term of days stands still."""
        return [days for pause in self.pauses if (days := pause.days)]

    def _moments_still(self) -> Iterator[Stretch]:
        position = self.clock.position
        for pause in self.pauses:
            yield position(pause.start), position(pause.end) if pause.end else None


def _stretch(calendar: Calendar | EveryDay, pause: Period) -> Stretch:
    return (
        calendar.before(pause.start) if pause.start else 0,
        calendar.before(pause.end) if pause.end else None,
    )

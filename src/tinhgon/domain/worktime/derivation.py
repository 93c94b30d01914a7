"""Why something is due on this day: each day from receipt to the last, and what it counted for.

Words are put to it at the door; who says that a day is off stands in its entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from tinhgon.domain.jurisdictions import weakest
from tinhgon.domain.worktime.calendars import ONE_DAY
from tinhgon.domain.worktime.entries import Entry, Source
from tinhgon.domain.worktime.reckoning import Reckoning
from tinhgon.domain.worktime.terms import Measure


class What(StrEnum):
    """What a day is in a count.

    It came; it counts as received only now; it is counted; it is off, or in terms of hours the
    office is not open, or not any more; the clock stood still; the last day was off, so that this
    is the last.
    """

    RECEIVED = "received"
    MOVED = "moved"
    COUNTED = "counted"
    OFF = "off"
    STILL = "still"
    MOVED_ON = "moved-on"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One day: of those counted, `number` is which, or how many seconds counted in terms of hours.

    `entry` says why it is worked or off, `source` what rule had a say besides.
    """

    day: date
    what: What
    number: int | None = None
    entry: Entry | None = None
    source: Source | None = None

    @property
    def sources(self) -> Iterator[Source]:
        """Whoever had a say."""
        if self.entry:
            yield self.entry.source
        if self.source:
            yield self.source


@dataclass(frozen=True, kw_only=True)
class Derivation:
    """How a due date comes about; `due` is None while the clock stands still."""

    steps: tuple[Step, ...]
    due: date | None
    due_at: datetime | None = None

    @property
    def mark(self) -> str | None:
        """How surely all that had a say is verified; None where nothing had, as for plain days."""
        marks = {source.mark for step in self.steps for source in step.sources}
        return weakest(*marks) if marks else None

    @property
    def skipped(self) -> tuple[Step, ...]:
        """The days that did not count."""
        return tuple(step for step in self.steps if step.what in (What.OFF, What.STILL))


def derive(reckoning: Reckoning) -> Derivation:
    """Day by day, how a due date comes about; while the clock stands still, until it stopped."""
    steps = _hours if reckoning.term.measure.is_of_hours else _days
    return Derivation(
        steps=(*_receipt(reckoning), *steps(reckoning)),
        due=reckoning.due,
        due_at=reckoning.due_at,
    )


def _receipt(reckoning: Reckoning) -> Iterator[Step]:
    """The day it came, with what came between it and the day on which it counts as received."""
    came, counts = reckoning.received.date(), reckoning.counts_as_received.date()
    cut_off = reckoning.cut_off
    yield Step(day=came, what=What.RECEIVED, source=cut_off.source if cut_off else None)
    if came == counts:
        return
    calendar = reckoning.calendar
    for entry in calendar.days(came, counts):
        if not entry.works:
            yield Step(day=entry.day, what=What.OFF, entry=entry)
    yield Step(day=counts, what=What.MOVED, entry=calendar.on(counts))


def _days(reckoning: Reckoning) -> Iterator[Step]:
    start, due = reckoning.counts_as_received.date(), reckoning.due
    if reckoning.term.number == 0:
        yield from _within_the_day(reckoning, start)
        return
    full, number = reckoning.full, 0
    day = start + ONE_DAY
    while day <= (full or _stopped(reckoning)):
        step = _day(reckoning, day, number + 1)
        number += step.what is What.COUNTED
        yield step
        day += ONE_DAY
    if full and due and due > full:
        yield from _moved_on(reckoning, full, due)


def _day(reckoning: Reckoning, day: date, number: int) -> Step:
    plain = reckoning.term.measure is not Measure.WORKING_DAYS
    entry = None if plain else reckoning.calendar.on(day)
    if entry and not entry.works:
        return Step(day=day, what=What.OFF, entry=entry)
    if any(day in still for still in reckoning.days_still):
        return Step(day=day, what=What.STILL, entry=entry)
    return Step(day=day, what=What.COUNTED, number=number, entry=entry)


def _within_the_day(reckoning: Reckoning, start: date) -> Iterator[Step]:
    due = reckoning.calendar.on_or_after(start)
    for entry in reckoning.calendar.days(start, due):
        yield Step(day=entry.day, what=What.OFF, entry=entry)
    yield Step(day=due, what=What.COUNTED, number=0, entry=reckoning.calendar.on(due))


def _moved_on(reckoning: Reckoning, full: date, due: date) -> Iterator[Step]:
    """The days off from the one on which the term was full, and the working day after them."""
    rule = reckoning.last_day
    for entry in reckoning.calendar.days(full, due):
        yield Step(day=entry.day, what=What.OFF, entry=entry)
    yield Step(
        day=due,
        what=What.MOVED_ON,
        entry=reckoning.calendar.on(due),
        source=rule.source if rule else None,
    )


def _hours(reckoning: Reckoning) -> Iterator[Step]:
    """Each day with the seconds of it that counted; a day off and one at a standstill with none."""
    start, end = reckoning.counts_as_received, reckoning.due_at
    day = start.date()
    while day <= (end.date() if end else _stopped(reckoning)):
        yield _hours_of(reckoning, day, start, end)
        day += ONE_DAY


def _hours_of(reckoning: Reckoning, day: date, start: datetime, end: datetime | None) -> Step:
    plain = reckoning.term.measure is Measure.HOURS
    entry = None if plain else reckoning.calendar.on(day)
    midnight = datetime.combine(day, time())
    begins, ends = max(start, midnight), min(end or datetime.max, midnight + ONE_DAY)
    open_then, counted = _open(reckoning, begins, ends), _counted(reckoning, begins, ends)
    if counted:
        return Step(day=day, what=What.COUNTED, number=counted, entry=entry)
    return Step(day=day, what=What.STILL if open_then else What.OFF, entry=entry)


def _open(reckoning: Reckoning, begins: datetime, ends: datetime) -> int:
    position = reckoning.clock.position
    return position(ends) - position(begins)


def _counted(reckoning: Reckoning, begins: datetime, ends: datetime) -> int:
    """The seconds between two moments that no pause holds."""
    counted, reached = 0, begins
    for pause in sorted(reckoning.pauses, key=lambda pause: pause.start):
        if pause.start > reached:
            counted += _open(reckoning, reached, min(pause.start, ends))
        reached = min(max(reached, pause.end or ends), ends)
    return counted + _open(reckoning, reached, ends)


def _stopped(reckoning: Reckoning) -> date:
    """The day on which the clock stopped that still stands."""
    return min(pause.start for pause in reckoning.pauses if pause.end is None).date()

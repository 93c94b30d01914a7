"""Office time: the seconds in which an office is open, for terms in working hours.

Opening hours (`domain.hours`) say it by weekday. A day worked in another's stead has the hours of
the day it stands for; a day off has none, and the week has no say: what an office opens on a
Saturday of its own counts.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate

from tinhgon.domain.hours import Opening
from tinhgon.domain.worktime.calendars import ONE_DAY, Calendar, OutsideCalendar
from tinhgon.domain.worktime.entries import Because

Stretches = tuple[tuple[int, int], ...]
"""Stretches of a day in seconds since midnight, in order, none touching another."""


@dataclass(frozen=True)
class OfficeTime:
    """The working time of an office with such openings, in local time."""

    calendar: Calendar
    openings: tuple[Opening, ...]

    def position(self, moment: datetime) -> int:
        """How many seconds the office has been open before a moment."""
        if moment == datetime.combine(self.calendar.end, time()):
            return self._before[-1]
        day = moment.date()
        place = self._place(day)
        now = _seconds(moment.time())
        today = sum(max(min(now, closes) - opens, 0) for opens, closes in self.open_on(day))
        return self._before[place] + today

    def at(self, position: int) -> datetime:
        """The first moment before which the office has been open so many seconds."""
        place = bisect_left(self._before, position) - 1
        if not 0 <= place < len(self._before) - 1:
            raise OutsideCalendar(f"{position} seconds", self.calendar.first, self.calendar.end)
        day, left = self.calendar.first + ONE_DAY * place, position - self._before[place]
        midnight = datetime.combine(day, time())
        return midnight + timedelta(seconds=_reached(self.open_on(day), left))

    def open_on(self, day: date) -> Stretches:
        """When the office is open on a day."""
        said = self.calendar.entries.get(day)
        if said is None:
            return self._week[day.weekday()]
        if not said.works:
            return ()
        stands_for = said.other if said.because is Because.MADE_UP else None
        return self._week[(stands_for or day).weekday()]

    @cached_property
    def _week(self) -> tuple[Stretches, ...]:
        return tuple(
            _joined(
                (_seconds(opening.opens), _seconds(opening.closes))
                for opening in self.openings
                if opening.weekday == weekday
            )
            for weekday in range(7)
        )

    @cached_property
    def _before(self) -> "array[int]":
        """By days since the first of the calendar, and one more: the seconds before."""
        first, end = self.calendar.first, self.calendar.end
        days = (first + ONE_DAY * n for n in range((end - first).days))
        lengths = (sum(closes - opens for opens, closes in self.open_on(day)) for day in days)
        return array("q", accumulate(lengths, initial=0))

    def _place(self, day: date) -> int:
        self.calendar.position(day)
        return (day - self.calendar.first).days


def _seconds(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def _joined(stretches: Iterable[tuple[int, int]]) -> Stretches:
    joined: list[tuple[int, int]] = []
    for opens, closes in sorted(stretches):
        if joined and opens <= joined[-1][1]:
            opens, before = joined.pop()
            closes = max(closes, before)
        joined.append((opens, closes))
    return tuple(joined)


def _reached(stretches: Stretches, seconds: int) -> int:
    """The second of the day by which so many of its stretches have passed."""
    for opens, closes in stretches:
        if seconds <= closes - opens:
            return opens + seconds
        seconds -= closes - opens
    raise ValueError("more than there is in the day")

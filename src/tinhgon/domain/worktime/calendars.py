"""Calendars: the working days (ngày làm việc) as they were known on a day.

An `Almanac` holds all that was ever said of days; `known_at` makes of it the calendar of whoever
counted then. Days are kept in two arrays, so that no question walks from day to day.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate

from tinhgon.domain.jurisdiction_file import Words
from tinhgon.domain.worktime.cut_offs import CutOff
from tinhgon.domain.worktime.entries import Because, Entry, Source
from tinhgon.domain.worktime.last_days import LastDay

ONE_DAY = timedelta(days=1)


class OutsideCalendar(LookupError):
    """A day of which the calendar says nothing: it holds those from `first` up to `end`."""

    def __init__(self, asked: str, first: date, end: date) -> None:
        super().__init__(f"{asked} is not in the calendar of {first} .. {end}")
        self.asked, self.first, self.end = asked, first, end


@dataclass(frozen=True, kw_only=True)
class Week:
    """The weekdays on which people work (0 is Monday), and what says so."""

    days: frozenset[int]
    source: Source


@dataclass(frozen=True, kw_only=True)
class Almanac:
    """All that is said of the days from `first` up to `end`, in the order in which it was written.

    Of two entries of one day the one known later is right; of two known at once, the later written.
    """

    code: str
    name: Words
    first: date
    end: date
    week: Week
    entries: tuple[Entry, ...]
    cut_offs: Mapping[str, tuple[CutOff, ...]] = field(default_factory=dict, hash=False)
    last_days: tuple[LastDay, ...] = ()

    def known_at(self, day: date | None = None) -> "Calendar":
        """The calendar as it was known at the end of a day; None: all that is known."""
        known = [one for one in self.entries if _was_known(one.source, day)]
        known.sort(key=lambda one: one.source.known or date.min)
        return Calendar(
            known_at=day,
            first=self.first,
            end=self.end,
            week=self.week,
            entries={one.day: one for one in known},
        )

    def amended(self, *entries: Entry) -> "Almanac":
        """The almanac with what else was said: by a late notice, or of one office alone."""
        return replace(self, entries=(*self.entries, *entries))

    def with_week(self, week: Week) -> "Almanac":
        """The almanac of an office that works another week."""
        return replace(self, week=week)

    def cut_off(self, key: str, on: date) -> CutOff | None:
        """The cut-off in force on a day; None where there is none."""
        return next((one for one in self.cut_offs.get(key, ()) if on in one.period), None)

    def last_day(self, on: date) -> LastDay | None:
        """What holds on a day for terms that end on a day off; None where nothing does."""
        return next((one for one in self.last_days if on in one.period), None)


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """The days from `first` up to `end`, as they were known at a day.

    Every question about a day outside raises `OutsideCalendar`: what is not known is not guessed.
    """

    first: date
    end: date
    week: Week
    entries: Mapping[date, Entry] = field(hash=False)
    known_at: date | None = None

    def on(self, day: date) -> Entry:
        """What is said of a day; the week has a say where nobody else has."""
        self._place(day)
        return self.entries.get(day) or Entry(
            day=day,
            works=day.weekday() in self.week.days,
            because=Because.WEEK,
            source=self.week.source,
        )

    def is_working(self, day: date) -> bool:
        """Whether a day is a working day."""
        place = self._place(day)
        return self._before[place] != self._before[place + 1]

    def position(self, day: date) -> int:
        """How many working days there are up to and including a day."""
        return self._before[self._place(day) + 1]

    def before(self, day: date) -> int:
        """How many working days there are before a day, which may be the end of the calendar."""
        return self._before[-1 if day == self.end else self._place(day)]

    def at(self, position: int) -> date:
        """The working day that is the first of which `position` is true, counted from 1."""
        if not 0 < position <= len(self._working):
            raise OutsideCalendar(f"working day {position}", self.first, self.end)
        return date.fromordinal(self._working[position - 1])

    def add(self, day: date, days: int) -> date:
        """The last of a number of working days of which the first is the one after `day`."""
        return self.at(self.position(day) + _at_least_one(days))

    def subtract(self, day: date, days: int) -> date:
        """The first of a number of working days of which the last is the one before `day`."""
        return self.at(self.before(day) + 1 - _at_least_one(days))

    def elapsed(self, since: date, until: date) -> int:
        """How many working days are after one day and not after another; below 0 backwards."""
        return self.position(until) - self.position(since)

    def on_or_after(self, day: date) -> date:
        """The day itself where it is worked, else the next working day."""
        return day if self.is_working(day) else self.add(day, 1)

    def on_or_before(self, day: date) -> date:
        """The day itself where it is worked, else the working day before it."""
        return day if self.is_working(day) else self.subtract(day, 1)

    def days(self, start: date, end: date) -> Iterator[Entry]:
        """What is said of each day from `start` up to, not including, `end`."""
        return (self.on(start + ONE_DAY * n) for n in range((end - start).days))

    @cached_property
    def _start(self) -> int:
        return self.first.toordinal()

    @cached_property
    def _length(self) -> int:
        return self.end.toordinal() - self._start

    @cached_property
    def _before(self) -> "array[int]":
        """By days since `first`, and one more: how many working days there are before."""
        works = (self._works(self.first + ONE_DAY * n) for n in range(self._length))
        return array("l", accumulate(works, initial=0))

    @cached_property
    def _working(self) -> "array[int]":
        """The working days, in order, as ordinals."""
        start = self.first.toordinal()
        before = self._before
        return array("l", (start + n for n in range(len(before) - 1) if before[n] != before[n + 1]))

    def _works(self, day: date) -> bool:
        said = self.entries.get(day)
        return day.weekday() in self.week.days if said is None else said.works

    def _place(self, day: date) -> int:
        place = day.toordinal() - self._start
        if not 0 <= place < self._length:
            raise OutsideCalendar(day.isoformat(), self.first, self.end)
        return place


def differing(one: Calendar, other: Calendar) -> tuple[date, ...]:
    """The days that are worked by one of two calendars alone: what a late notice has changed."""
    days: Iterable[date] = sorted({*one.entries, *other.entries})
    return tuple(day for day in days if one.is_working(day) != other.is_working(day))


def _was_known(source: Source, day: date | None) -> bool:
    return day is None or source.known is None or source.known <= day


def _at_least_one(days: int) -> int:
    if days < 1:
        raise ValueError(f"a count is of at least one working day, not {days}")
    return days

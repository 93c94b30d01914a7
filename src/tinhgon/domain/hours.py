"""Opening hours (giờ làm việc) of an office: «Mo-Fr 08:00-11:30,13:30-17:00; Sa 08:00-11:30».

The writing is a small part of what OpenStreetMap uses: days Mo Tu We Th Fr Sa Su, ranges of days
and of times, groups parted by semicolons.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_GROUP = re.compile(
    r"(?P<days>[A-Z][a-z](?:-[A-Z][a-z])?(?:,[A-Z][a-z](?:-[A-Z][a-z])?)*)\s+(?P<times>.+)"
)
_TIMES = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")


class Unreadable(ValueError):
    """Hours that cannot be read: `part` is the group that is wrong."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True, order=True)
class Opening:
    """A stretch of a weekday (0 is Monday) in which an office is open."""

    weekday: int
    opens: time
    closes: time


def read_hours(written: str) -> tuple[Opening, ...]:
    """The openings of a week, in order; `Unreadable` with the group that is wrong."""
    groups = [group.strip() for group in written.split(";") if group.strip()]
    return tuple(sorted(opening for group in groups for opening in _group(group)))


def read_days(written: str) -> tuple[int, ...]:
    """The weekdays that «Mo-Fr,Su» names, in order; `Unreadable` with the part that is wrong."""
    return tuple(sorted({day for part in written.split(",") for day in _days(part, written)}))


def by_weekday(openings: Iterable[Opening]) -> list[tuple[range, tuple[Opening, ...]]]:
    """Runs of weekdays with the same hours, Monday first; a day without openings is closed."""
    openings = sorted(openings)
    week = [tuple(o for o in openings if o.weekday == day) for day in range(len(DAYS))]
    times = [[(opening.opens, opening.closes) for opening in day] for day in week]
    starts = [day for day in range(len(DAYS)) if day == 0 or times[day] != times[day - 1]]
    return [(range(start, end), week[start]) for start, end in pairwise([*starts, len(DAYS)])]


def write_hours(openings: Iterable[Opening]) -> str:
    """Openings in the writing that `read_hours` reads, as short as it can be."""
    groups = [
        (f"{DAYS[days[0]]}-{DAYS[days[-1]]}" if len(days) > 1 else DAYS[days[0]], open_then)
        for days, open_then in by_weekday(openings)
        if open_then
    ]
    return "; ".join(
        f"{days} {','.join(f'{o.opens:%H:%M}-{o.closes:%H:%M}' for o in open_then)}"
        for days, open_then in groups
    )


def _group(group: str) -> list[Opening]:
    found = _GROUP.fullmatch(group)
    if not found:
        raise Unreadable(group)
    times = [_times(part.strip(), group) for part in found["times"].split(",")]
    days = [day for part in found["days"].split(",") for day in _days(part, group)]
    return [Opening(day, opens, closes) for day in days for opens, closes in times]


def _days(part: str, group: str) -> range:
    first, _, last = part.partition("-")
    if first not in DAYS or (last and last not in DAYS):
        raise Unreadable(group)
    start, end = DAYS.index(first), DAYS.index(last or first)
    if end < start:
        raise Unreadable(group)
    return range(start, end + 1)


def _times(part: str, group: str) -> tuple[time, time]:
    found = _TIMES.fullmatch(part)
    if not found:
        raise Unreadable(group)
    try:
        opens, closes = time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))
    except ValueError:
        raise Unreadable(group) from None
    if opens >= closes:
        raise Unreadable(group)
    return opens, closes

"""Opening hours (giờ làm việc) as people say and type them, a line for each run of weekdays.

The register keeps them as `domain.hours` writes them. What is typed may name weekdays in any
language of the interface, whichever the page is in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from functools import cache

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tinhgon.domain.hours import DAYS, Opening, by_weekday, read_hours, write_hours
from tinhgon.ui.writing import WEEKDAYS

TIMES = re.compile(
    r"(?P<h1>\d{1,2})[:.h](?P<m1>\d{2})?\s*[-–—]\s*(?P<h2>\d{1,2})[:.h](?P<m2>\d{2})?",
    re.IGNORECASE,
)
"""08:00-11:30, 8h-11h30, 8.00 – 11.30; not 2-6, which may be weekdays."""


class NotUnderstood(ValueError):
    """A line of opening hours that cannot be read."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True)
class DaysOpen:
    """A run of weekdays and when they are open, in words; `is_closed` where they are not."""

    days: str
    times: str
    is_closed: bool


def week(written: str) -> list[DaysOpen]:
    """Opening hours in words: every day of the week is in one of the runs."""
    return [
        DaysOpen(
            _run(days),
            ", ".join(f"{o.opens:%H:%M}–{o.closes:%H:%M}" for o in openings) or _("closed"),
            not openings,
        )
        for days, openings in (by_weekday(read_hours(written)) if written else ())
    ]


def typed(written: str) -> str:
    """Opening hours as somebody may go on typing them: the open days, a line for each run."""
    return "\n".join(f"{run.days}: {run.times}" for run in week(written) if not run.is_closed)


def understood(lines: str) -> str:
    """What was typed, as the register keeps it; `NotUnderstood` with the line that is wrong."""
    openings = [
        opening
        for line in re.split(r"[\n;]", lines)
        if line.strip()
        for opening in _openings(line.strip())
    ]
    return write_hours(openings)


def _run(days: range) -> str:
    names = [str(WEEKDAYS[day]) for day in days]
    if len(days) < 3:
        return ", ".join(names)
    return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}


def _openings(line: str) -> Iterator[Opening]:
    """The openings of one line: weekdays first, then times."""
    times = list(TIMES.finditer(line))
    said = line[: times[0].start()] if times else line
    left_over = TIMES.sub("", line[len(said) :]).strip(" ,;.&")
    days = _days(said.strip(" :,"))
    if not times or left_over or not days:
        raise NotUnderstood(line)
    for day in days:
        for found in times:
            yield Opening(day, *_times(found, line))


def _times(found: re.Match[str], line: str) -> tuple[time, time]:
    try:
        opens = time(int(found["h1"]), int(found["m1"] or 0))
        closes = time(int(found["h2"]), int(found["m2"] or 0))
    except ValueError:
        raise NotUnderstood(line) from None
    if opens >= closes:
        raise NotUnderstood(line)
    return opens, closes


def _days(said: str) -> list[int]:
    """The weekdays named: single ones and runs, parted by commas; none where one is unknown."""
    found: list[int] = []
    for part in said.split(","):
        first, last = _ends(part)
        if first is None or last is None or last < first:
            return []
        found += range(first, last + 1)
    return found


def _ends(part: str) -> tuple[int | None, int | None]:
    """The first and the last weekday of a run: the whole part may name one day."""
    known, said = weekdays(), _plain(part)
    if said in known:
        return known[said], known[said]
    for between in _betweens():
        first, found, last = said.partition(between)
        if found and first.strip() in known and last.strip() in known:
            return known[first.strip()], known[last.strip()]
    return None, None


@cache
def weekdays() -> dict[str, int]:
    """Every way to write a weekday, in all languages of the interface."""
    known = {_plain(short): day for day, short in enumerate(DAYS)}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for day, ways in enumerate(_ways()):
                known |= dict.fromkeys(map(_plain, [str(WEEKDAYS[day]), *ways.split(",")]), day)
    return known


def _ways() -> tuple[str, ...]:
    """Short forms of the weekdays, parted by commas."""
    return (
        pgettext("ways to write", "Mon"),
        pgettext("ways to write", "Tue, Tues"),
        pgettext("ways to write", "Wed"),
        pgettext("ways to write", "Thu, Thur, Thurs"),
        pgettext("ways to write", "Fri"),
        pgettext("ways to write", "Sat"),
        pgettext("ways to write", "Sun"),
    )


@cache
def _betweens() -> list[str]:
    """What stands between the first and the last day of a run."""
    words = ["-", "–", "—"]
    for language, _name in settings.LANGUAGES:
        with override(language):
            words += [f" {_plain(word)} " for word in pgettext("between days", "to").split(",")]
    return words


def _plain(written: str) -> str:
    """Letters small, spaces single, so that «Thứ  Hai» is «thứ hai»."""
    return " ".join(written.split()).casefold()

"""Days and instants as people and programs write them: one reader for pages, API and commands.

People may write a day as they are used to; programs write ISO 8601. What cannot be read is refused
with a `ValidationError` that says how to write it.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.timezone import is_aware, localtime, make_aware
from django.utils.translation import gettext_lazy as _

EARLIEST, LATEST = 1900, 9000
"""No register knew anything before this year; and what is known for ever is known in that one."""

MOST_SHOWN = 40
NO_SUCH_DAY = _("%(given)s is not in the calendar. Look at the day and the month again.")
NOT_A_DAY = _("“%(given)s” is not a day. Write day/month/year, for example 01/07/2025.")
NOT_AN_ISO_DAY = _("“%(given)s” cannot be read as a day. Write the day as 2025-07-01.")
NOT_AN_INSTANT = _(
    "“%(given)s” cannot be read as an instant. Write it as 2025-07-01 or 2025-07-01T08:00."
)

ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
WRITTEN = (
    re.compile(r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})", re.A),
    ISO,
    re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})", re.ASCII),
)
"""How people write a day: 01/07/2025, 1.7.2025, 01-07-2025, 2025-07-01, 01072025."""

DayReader = Callable[[str], date]


def read_day(written: str) -> date:
    """The day that somebody wrote."""
    for pattern in WRITTEN:
        if found := pattern.fullmatch(written.strip()):
            return _named(found)
    raise wrong(NOT_A_DAY, "not-a-day", written)


def read_iso_day(written: str) -> date:
    """The day that a program wrote, as ISO 8601 has it."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        if found := ISO.fullmatch(written):
            return _named(found)
        raise wrong(NOT_AN_ISO_DAY, "not-a-day", written) from None


def read_instant(written: str, read_day: DayReader = read_iso_day) -> datetime:
    """An instant in ISO form, local unless it names its zone; in local time.

    A bare day means its end, when all of that day was known. What lies before all registers or
    after them is the first or the last instant that any is asked about: at the ends of the calendar
    an instant has no name in another zone.
    """
    if "T" in written or ":" in written:
        instant = _iso(written)
    else:
        day = read_day(written)
        instant = datetime.combine(min(day, date(LATEST, 1, 1)) + timedelta(days=1), time.min)
    if not EARLIEST <= instant.year < LATEST:
        instant = datetime(EARLIEST if instant.year < EARLIEST else LATEST, 1, 1)
    aware = instant if is_aware(instant) else make_aware(instant)
    return localtime(aware.astimezone(UTC))  # PostgreSQL knows no zone of +23:59


def wrong(words: Promise, code: str, given: str, **facts: object) -> ValidationError:
    """What was typed cannot be used: a sentence with what was typed in it."""
    return ValidationError(words, code=code, params={"given": given[:MOST_SHOWN], **facts})


def _iso(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        raise wrong(NOT_AN_INSTANT, "not-an-instant", written) from None


def _named(found: re.Match[str]) -> date:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise wrong(NO_SUCH_DAY, "no-such-day", found[0]) from None

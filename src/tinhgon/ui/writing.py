"""Days, numbers and titles as people read them, in the language of the page.

Every function takes None and gives nothing, so that a page may put its own words for what is not
known.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from django.utils.formats import date_format
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

Number = int | float | Decimal | Fraction

MINUS = "−"
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What no text for people holds, and no XML can: workbooks, papers and feeds are XML."""

WEEKDAYS = (
    *(gettext_lazy("Monday"), gettext_lazy("Tuesday"), gettext_lazy("Wednesday")),
    *(gettext_lazy("Thursday"), gettext_lazy("Friday"), gettext_lazy("Saturday")),
    gettext_lazy("Sunday"),
)
"""From Monday on, as `date.weekday()` counts."""


def day(value: date | datetime | None) -> str:
    """01/07/2025 in Vietnamese, 1 July 2025 in English; of an instant, its day here."""
    if not value:
        return ""
    if isinstance(value, datetime):
        value = _here(value).date()
    return date_format(value, "j F Y") if _is_english() else f"{value:%d/%m/%Y}"


def weekday(value: date | None) -> str:
    """Thứ Hai, 23/11/2026, in English Monday, 23 November 2026."""
    return f"{WEEKDAYS[value.weekday()]}, {day(value)}" if value else ""


def moment(value: datetime | None) -> str:
    """An instant: 14:32 ngày 23/11/2026, in English 14:32, 23 November 2026."""
    if not value:
        return ""
    return _("%(time)s, %(day)s") % {"time": f"{_here(value):%H:%M}", "day": day(value)}


def last_day(end: date | None) -> date | None:
    """The last day of a period whose end is the first day after it."""
    return end - timedelta(days=1) if end else None


def period(start: date | None, end: date | None) -> str:
    """A half-open period in words: from its first day to its last, either of which may be open."""
    if start and end:
        return _("%(start)s to %(end)s") % {"start": day(start), "end": day(last_day(end))}
    if start:
        return pgettext("period", "from %s") % day(start)
    if end:
        return pgettext("period", "until %s") % day(last_day(end))
    return pgettext("period", "since before records began")


def count(value: int | None) -> str:
    """A whole number: 10.035 in Vietnamese, 10,035 in English."""
    return "" if value is None else _written(value, 0)


def number(value: Number | None, digits: int | None = None) -> str:
    """A number: 2,97 in Vietnamese, 2.97 in English; with `digits`, exactly so many decimals."""
    return "" if value is None else _written(value, digits)


def signed(value: Number | None, digits: int | None = None) -> str:
    """A difference: +12, −400, 0."""
    if value is None:
        return ""
    return f"{'+' if value > 0 else ''}{_written(value, digits)}"


def percent(ratio: Number | None, digits: int = 1) -> str:
    """A share of one as per cent: 0.76 is 76,0% in Vietnamese, 76.0% in English."""
    return "" if ratio is None else f"{_written(ratio * 100, digits)}%"


def title(titles: Mapping[str, str], otherwise: str = "") -> str:
    """Of titles by language the one in the reader's, else the first there is."""
    said = titles.get(get_language() or "") or next(iter(titles.values()), otherwise)
    return printable(said)


def printable(text: str) -> str:
    """A text without control characters."""
    return UNPRINTABLE.sub("", text)


def in_dictionary(words: str) -> str:
    """What words are sorted by: letters with marks after those without, đ after d."""
    letters = words.casefold().replace("đ", "d\uffff")
    return unicodedata.normalize("NFD", letters)


def unmarked(words: str) -> str:
    """What words are found by: small letters without marks, đ as d, single blanks."""
    apart = unicodedata.normalize("NFKD", " ".join(words.casefold().split()).replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _written(value: Number, digits: int | None) -> str:
    exact = _decimal(value)
    shown = f"{exact:,.{digits}f}" if digits is not None else _as_it_is(exact)
    is_nothing = not shown.strip("-0.,")
    shown = shown.lstrip("-") if is_nothing else shown.replace("-", MINUS)
    return shown if _is_english() else shown.translate(str.maketrans(",.", ".,"))


def _decimal(value: Number) -> Decimal:
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / value.denominator
    return Decimal(str(value))


def _as_it_is(exact: Decimal) -> str:
    shown = f"{exact:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _here(value: datetime) -> datetime:
    return localtime(value) if is_aware(value) else value


def _is_english() -> bool:
    return (get_language() or "").startswith("en")

"""Deadlines in words (thời hạn): «trước ngày 15/12/2026», «trong quý I/2027», «trong 05 ngày».

A month, a quarter or a year ends on its last day. What has no year is the next one from the day of
the text on, and marked as assumed; without that day it is unclear.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from tinhgon.domain.documents.directions.drafts import Due, DueKind
from tinhgon.domain.documents.spans import Span

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
UNITS = {
    "ngày làm việc": "working-days",
    "ngày": "days",
    "tuần": "weeks",
    "tháng": "months",
    "giờ": "hours",
}
EVERY = {"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}

BEFORE = r"trước(?:\s+ngày)?"
BY = (
    r"(?:chậm|muộn)\s+nhất(?:\s+là)?(?:\s+(?:đến|vào|trong))?(?:\s+ngày)?|đến(?:\s+hết)?\s+ngày|hết\s+ngày"
    r"|(?:trong|xong|vào|không\s+quá)\s+ngày|trước\s+\d+\s*(?:giờ|h)(?:\s*\d+)?(?:\s*phút)?,?\s+ngày"
)
ON = (
    r"(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>\d{4}))?(?![\d/])"
)
DAY = re.compile(rf"(?<!\w)(?:(?P<by>{BY})|(?P<before>{BEFORE}))\s+{ON}", re.IGNORECASE)

CUE = r"(?:(?P<before>trước)|trong|xong|hết|vào|đến|cuối|hoàn\s+thành)\s+(?:(?:trong|hết|cuối)\s+)?"
OF_YEAR = r"(?:(?:\s*/\s*|\s+năm\s+)(?P<year>\d{4}))?"
SPAN_OF_TIME = (
    rf"(?:quý\s+(?P<quarter>IV|I{{1,3}}|[1-4])(?!\w){OF_YEAR}"
    rf"|tháng\s+(?P<month>\d{{1,2}})(?!\d){OF_YEAR.replace('year', 'year_of_month')}"
    r"|(?P<half>(?:6|sáu)\s+tháng\s+(?:đầu|cuối))\s+năm\s+(?P<year_of_half>\d{4})"
    r"|năm\s+(?P<whole>\d{4})"
    r"|(?P<this>tuần|tháng|quý|năm)\s+(?:này|nay)|(?P<next>tuần|tháng|quý|năm)\s+(?:tới|sau))"
)
PERIOD = re.compile(rf"(?<!\w){CUE}{SPAN_OF_TIME}", re.IGNORECASE)
BARE_DAY = re.compile(rf"(?<!\w)(?P<before>(?!))?(?:ngày\s+)?{ON}", re.IGNORECASE)
BARE_PERIOD = re.compile(rf"(?<!\w)(?P<before>(?!))?{SPAN_OF_TIME}", re.IGNORECASE)
AFTER = re.compile(
    r"(?<!\w)(?:trong(?:\s+(?:thời\s+hạn|thời\s+gian|vòng))?|thời\s+hạn|(?:chậm|muộn)\s+nhất(?:\s+(?:là|trong|sau))?"
    r"|không\s+quá|tối\s+đa|sau)\s+(?:không\s+quá\s+)?(?P<count>\d{1,3})\s*(?:\([^)]{1,20}\)\s*)?"
    r"(?P<unit>ngày\s+làm\s+việc|ngày|tuần|tháng|giờ)(?!\s+(?:đầu|cuối))"
    r"(?P<since>\s*,?\s*(?:kể\s+từ|từ|sau\s+khi|tính\s+từ)\s+[^,;.]+)?",
    re.IGNORECASE,
)
REGULARLY = re.compile(
    r"(?<!\w)(?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?P<every>ngày|tuần|tháng|quý|năm)(?!\w)",
    re.IGNORECASE,
)
EVENT = re.compile(
    r"(?<!\w)(?:(?:trước|sau)\s+(?:Tết|khai\s+giảng|ngày\s+khai)[^,;.]*|(?:tại|trước|trong)\s+kỳ\s+họp[^,;.]*|trước\s+khi\s+[^,;.]*)",
    re.IGNORECASE,
)
"""What happens on a day that the words do not say."""
UNSAID = re.compile(
    r"(?<!\w)(?:trong\s+thời\s+gian\s+(?:sớm\s+nhất|tới|ngắn\s+nhất)|sớm(?:\s+nhất)?|định\s+kỳ"
    r"|theo\s+(?:đúng\s+)?(?:tiến\s+độ|thời\s+hạn)\s+[^,;.]*)(?!\w)",
    re.IGNORECASE,
)

Placed = Callable[[int, int], Span]
"""Where characters of the text read stand in the text given."""


def find_dues(
    text: str, start: int, end: int, on: date | None, placed: Placed, *, alone: bool = False
) -> list[Due]:
    """The deadlines between two places of a text of a day, in their order; none within another.

    Of words that can be read in several ways the more definite reading holds: what comes again,
    so many days after, a day, an event, a period; only where nothing else stands, words that say
    none. `alone` is said of words that are nothing but a deadline, as in a cell or behind «Thời
    hạn:»; there a bare day or period is one too, and what cannot be read is unclear.
    """
    definite: list[Due] = []
    bare = (_bare_day, _bare_period) if alone else ()
    for find in (_regular, _after, _days, _events, _periods, *bare):
        for due, place in find(text, start, end, on):
            if not any(_overlap(one.span, placed(*place)) for one in definite):
                definite.append(_at(due, text, place, placed))
    if not definite:
        found = UNSAID.search(text, start, end)
        place = found.span() if found else (start, end)
        definite = [_at(_unclear(), text, place, placed)] if found or alone else []
    return sorted(definite, key=lambda due: due.span)


def chosen(dues: list[Due]) -> Due | None:
    """Of several deadlines the one that governs: what comes again, else the latest day."""
    regular = [due for due in dues if due.kind is DueKind.EVERY]
    if regular:
        return regular[0]
    days = [due for due in dues if due.last]
    if days:
        return max(days, key=lambda due: due.last or date.min)
    return dues[0] if dues else None


Found = Iterator[tuple[Due, tuple[int, int]]]
NOWHERE = Span(0, 0)


def _due(kind: DueKind, last: date | None = None, *, assumed: bool = False) -> Due:
    return Due(kind=kind, span=NOWHERE, words="", last=last, assumed=assumed)


def _unclear() -> Due:
    return _due(DueKind.UNCLEAR)


def _at(due: Due, text: str, place: tuple[int, int], placed: Placed) -> Due:
    words = " ".join(text[slice(*place)].split())
    return Due(**{**vars(due), "span": placed(*place), "words": words})


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _regular(text: str, start: int, end: int, on: date | None) -> Found:
    for found in REGULARLY.finditer(text, start, end):
        every = EVERY[found["every"].lower()]
        yield Due(kind=DueKind.EVERY, span=NOWHERE, words="", unit=every), found.span()


def _after(text: str, start: int, end: int, on: date | None) -> Found:
    for found in AFTER.finditer(text, start, end):
        since = " ".join((found["since"] or "").strip(" ,").split())
        due = Due(
            kind=DueKind.AFTER,
            span=NOWHERE,
            words="",
            count=int(found["count"]),
            unit=UNITS[" ".join(found["unit"].lower().split())],
            since=since or None,
        )
        yield due, found.span()


def _days(text: str, start: int, end: int, on: date | None) -> Found:
    return _each_day(DAY.finditer(text, start, end), on)


def _bare_day(text: str, start: int, end: int, on: date | None) -> Found:
    return _each_day(BARE_DAY.finditer(text, start, end), on)


def _each_day(places: Iterator[re.Match[str]], on: date | None) -> Found:
    for found in places:
        day, assumed = _day(found, on)
        if day is None:
            yield _unclear(), found.span()
            continue
        last = day - timedelta(days=1) if found["before"] else day
        yield _due(DueKind.DAY, last, assumed=assumed), found.span()


def _events(text: str, start: int, end: int, on: date | None) -> Found:
    for found in EVENT.finditer(text, start, end):
        yield _unclear(), found.span()


def _day(found: re.Match[str], on: date | None) -> tuple[date | None, bool]:
    """The day that is written, and whether its year is assumed."""
    try:
        if found["year"]:
            return date(int(found["year"]), int(found["month"]), int(found["day"])), False
        if on is None:
            return None, False
        day = date(on.year, int(found["month"]), int(found["day"]))
        return (day if day >= on else day.replace(year=on.year + 1)), True
    except ValueError:
        return None, False


def _periods(text: str, start: int, end: int, on: date | None) -> Found:
    return _each_period(PERIOD.finditer(text, start, end), on)


def _bare_period(text: str, start: int, end: int, on: date | None) -> Found:
    return _each_period(BARE_PERIOD.finditer(text, start, end), on)


def _each_period(places: Iterator[re.Match[str]], on: date | None) -> Found:
    for found in places:
        bounds, assumed = _bounds(found, on)
        if bounds is None:
            yield _unclear(), found.span()
            continue
        first, after = bounds
        last = (first if found["before"] else after) - timedelta(days=1)
        yield _due(DueKind.DAY, last, assumed=assumed), found.span()


Bounds = tuple[date, date]


def _bounds(found: re.Match[str], on: date | None) -> tuple[Bounds | None, bool]:
    """The period [first, after) that is written, and whether its year is assumed."""
    try:
        unit = (found["this"] or found["next"] or "").lower()
        if unit:
            bounds = _this(unit, on) if on else None
            return (_this(unit, bounds[1]) if bounds and found["next"] else bounds), False
        if found["whole"]:
            return _months(int(found["whole"]), 1, 12), False
        if found["half"]:
            first = 1 if found["half"].lower().endswith("đầu") else 7
            return _months(int(found["year_of_half"]), first, 6), False
        first, length, year = _part(found)
        if year is None and on is None:
            return None, False
        if year is None and on is not None:
            bounds = _months(on.year, first, length)
            return (bounds if bounds[1] > on else _months(on.year + 1, first, length)), True
        return _months(year or 0, first, length), False
    except ValueError:
        return None, False


def _part(found: re.Match[str]) -> tuple[int, int, int | None]:
    """First month, number of months and year of a quarter or a month."""
    if found["quarter"]:
        quarter, year = ROMAN[found["quarter"].lower()], found["year"]
        return 3 * quarter - 2, 3, int(year) if year else None
    year = found["year_of_month"]
    return int(found["month"]), 1, int(year) if year else None


def _months(year: int, first: int, length: int) -> Bounds:
    after = first + length
    return date(year, first, 1), date(year + (after - 1) // 12, (after - 1) % 12 + 1, 1)


def _this(unit: str, on: date) -> Bounds:
    """The week, month, quarter or year in which a day lies; a week begins on Monday."""
    if unit == "tuần":
        monday = on - timedelta(days=on.weekday())
        return monday, monday + timedelta(days=7)
    length = {"tháng": 1, "quý": 3, "năm": 12}[unit]
    return _months(on.year, (on.month - 1) // length * length + 1, length)

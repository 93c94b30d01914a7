"""Citations (trích dẫn): where a text names documents by their numbers.

Every place at which a document is named is one citation, with the characters of its number alone:
a document named twice is cited twice. Of several numbers that share their symbol, as in «Nghị
quyết số 18, 19-NQ/TW», each is a citation, whose number is written out in full.

The kind is what the words before the number say, where the symbol leaves it open; the year is that
of the symbol, else of the day that stands behind it. Nothing is guessed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tinhgon.domain.documents.kinds import SAID
from tinhgon.domain.documents.numbers import Misnumbered, Number, Shape, parse
from tinhgon.domain.documents.spans import Span, Text

DASH = r"[-‐‑‒–—−]"
LOOSE = r"[^\S\n]{0,2}\n?[^\S\n]{0,2}"
"""Blanks around strokes and dashes, and one end of a line, as PDFs break them."""
SERIAL = r"\d{1,6}(?:\.\d{1,3})?[a-zđ]?"
SYMBOL = r"[A-ZĐÐƯÂÔ][\w&]*"
SYMBOLS = rf"{SYMBOL}(?:{DASH}{SYMBOL})*"
STROKE = f"{LOOSE}/{LOOSE}"
NUMBER = re.compile(
    rf"(?<![\w/.,:]{DASH})(?<![\w/.:])"
    rf"(?P<serial>{SERIAL})"
    rf"(?P<rest>(?:{STROKE}(?:19|20)\d\d)?{STROKE}{SYMBOLS}|{LOOSE}{DASH}{LOOSE}{SYMBOL}{STROKE}{SYMBOLS})"
)
SHARING = re.compile(rf"(?<=số )(?:{SERIAL}(?:\s*,\s*|\s+và\s+))+$")
"""Numbers whose symbol stands with the last of them."""
BETWEEN = re.compile(r"\s*(?:,|;|và|,\s*và|hoặc)\s*(?:số:?\s*)?", re.IGNORECASE)
"""What stands between two numbers of which the second is of the kind of the first."""
BEFORE = re.compile(
    rf"(?<!\w)(?P<kind>{'|'.join(map(re.escape, SAID))})(?:\s+liên tịch)?(?:\s+số)?\s*:?\s*$",
    re.IGNORECASE,
)
CUE = re.compile(r"(?<!\w)số\s*:?\s*$", re.IGNORECASE)
DAY = re.compile(
    r"\s*[,(]?\s*(?:ban hành\s+|ký\s+)?ngày\s+"
    r"(?:(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))",
    re.IGNORECASE,
)
YEAR = re.compile(r"\s*(?:\(?\s*năm\s+(\d{4})(?!\d)|\(((?:19|20)\d\d)\))", re.IGNORECASE)
LOOKED_BACK = 60
"""So many characters before a number say its kind."""


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A document as a text names it at one place; None is what neither number nor sentence say."""

    number: Number
    span: Span
    kind: str | None = None
    year: int | None = None
    issued: date | None = None


@dataclass(frozen=True)
class Registered:
    """A document of the register: its kind and the day it was issued, as far as they are known."""

    kind: str | None = None
    issued: date | None = None


def find_citations(given: str) -> tuple[Citation, ...]:
    """The documents that a text names, in the order of the text."""
    text = Text(given)
    return tuple(_found(text))


def completed(
    citations: tuple[Citation, ...], registered: Mapping[str, tuple[Registered, ...]]
) -> tuple[Citation, ...]:
    """Citations with what the register adds to kind and year, by the keys of numbers.

    Where it has several of one number that fit, they agree or nothing is added.
    """
    return tuple(_completed(one, registered.get(one.number.key, ())) for one in citations)


def _completed(citation: Citation, registered: tuple[Registered, ...]) -> Citation:
    fitting = [one for one in registered if _fits(citation, one)]
    kinds = {one.kind for one in fitting}
    days = {one.issued for one in fitting}
    kind = kinds.pop() if len(kinds) == 1 else None
    issued = days.pop() if len(days) == 1 else None
    return replace(
        citation,
        kind=citation.kind or kind,
        year=citation.year or (issued.year if issued else None),
        issued=citation.issued or issued,
    )


def _fits(citation: Citation, registered: Registered) -> bool:
    day = registered.issued
    if citation.issued:
        return day == citation.issued
    return not (citation.year and day) or day.year == citation.year


def _found(text: Text) -> Iterator[Citation]:
    read = text.composed
    last: tuple[int, str | None] | None = None
    for place in NUMBER.finditer(read):
        number = _number(read, place)
        if number is None:
            continue
        sharing = list(_sharing(read, place))
        start = sharing[0].start() if sharing else place.start()
        said = _said(read, start)
        if said is None and last and BETWEEN.fullmatch(read, last[0], start):
            said = last[1]
        for shared in sharing:
            yield _citation(text, parse(shared[0] + place["rest"]), shared.span(), said)
        yield _citation(text, number, place.span(), said)
        last = place.end(), said


def _number(read: str, place: re.Match[str]) -> Number | None:
    """The number that stands at a place, if it is one; a letter only where it is said to be."""
    try:
        number = parse(place[0])
    except Misnumbered:
        return None
    before = read[max(0, place.start() - LOOKED_BACK) : place.start()]
    if number.shape is Shape.LETTER and not (BEFORE.search(before) or CUE.search(before)):
        return None
    return number


def _sharing(read: str, place: re.Match[str]) -> Iterator[re.Match[str]]:
    """The numbers just before one that has the symbol for all of them."""
    begin = max(0, place.start() - LOOKED_BACK)
    found = SHARING.search(read[begin : place.start()])
    if found:
        yield from re.compile(SERIAL).finditer(read, begin + found.start(), place.start())


def _said(read: str, start: int) -> str | None:
    """The kind that the words before a number say."""
    found = BEFORE.search(read[max(0, start - LOOKED_BACK) : start])
    return SAID[re.sub(r"\s+", " ", found["kind"].lower())] or None if found else None


def _citation(text: Text, number: Number, place: tuple[int, int], said: str | None) -> Citation:
    issued = _day_behind(text.composed, place[1])
    return Citation(
        number=number,
        span=text.span(*place),
        kind=_kind(number, said),
        year=number.year or (issued.year if issued else _year_behind(text.composed, place[1])),
        issued=issued,
    )


def _kind(number: Number, said: str | None) -> str | None:
    """What the symbol says; where it says several things or nothing, what the sentence says."""
    kinds = number.kinds
    if len(kinds) == 1:
        return kinds[0]
    return said if not kinds or said in kinds else None


def _day_behind(read: str, end: int) -> date | None:
    found = DAY.match(read, end)
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_behind(read: str, end: int) -> int | None:
    found = YEAR.match(read, end)
    return int(found[1] or found[2]) if found else None

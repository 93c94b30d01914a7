"""What the head of a document says of it: its own number, its day, what it is called, and who.

A head is what stands above the text: who issues, «Số: 812/TB-UBND», the words of the State or the
Party, the place with the day. Below it stands what the document is called.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tinhgon.domain.documents.numbers import Misnumbered, Number, parse
from tinhgon.domain.documents.spans import Text

LONGEST = 2000
"""Within so many characters a head ends."""
MOST_LINES = 4
"""So many lines the name of a document or of whoever issues it has at most."""
CELL = r"(?:^|[|\t]|[^\S\n]{2,})[^\S\n]*"
"""Where the words of a side of the head begin."""

OWN = re.compile(rf"{CELL}(?:Số|SỐ)[^\S\n]*:[^\S\n]*(?P<number>[^\s|]+)", re.MULTILINE)
PLACED = re.compile(
    rf"{CELL}[^\W\d][\w .-]{{1,40}},[^\S\n]*(?:ngày[^\S\n]+)"
    r"(?P<day>\d{1,2})[^\S\n]+tháng[^\S\n]+(?P<month>\d{1,2})[^\S\n]+năm[^\S\n]+(?P<year>\d{4})"
    r"[^\S\n]*(?=$|\|)",
    re.MULTILINE,
)
MOTTO = re.compile(
    r"CỘNG\s+HÒA\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|CỘNG\s+HOÀ\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM"
    r"|Độc\s+lập\s*[-–—]\s*Tự\s+do\s*[-–—]\s*Hạnh\s+phúc|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
)
KIND = re.compile(
    r"(?P<kind>thông báo|kết luận|chỉ thị|nghị quyết|kế hoạch|chương trình|công điện)(?!\w)",
    re.IGNORECASE,
)
BEGUN = re.compile(
    r"^[^\S\n]*(?:(?:\d+|[IVX]+|[a-zđ])[.)][^\S\n]|[^\n]*[^\W\d]{2}[.;:][^\S\n]*$)", re.MULTILINE
)
"""A point or a sentence, with which the text has begun: what stands below is no head."""
RULE = re.compile(r"[\W_]*")
"""A line that says nothing: a stroke below a name."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """What a head says; `issuer` are lines, `end` is where it ends in the composed text (0: none).

    Nothing is guessed: what a head does not say is empty.
    """

    number: Number | None = None
    day: date | None = None
    title: str = ""
    issuer: Sequence[str] = ()
    end: int = 0


def head_of(given: str) -> Head:
    """The head of a text, as far as it has one."""
    read = Text(given[:LONGEST]).composed
    begun = BEGUN.search(read)
    above = read[: begun.start()] if begun else read
    own, placed = _own(above), PLACED.search(above)
    ends = [one.end() for one in (own, placed, *MOTTO.finditer(above)) if one]
    end = read.find("\n", max(ends)) if ends else 0
    end = len(read) if end < 0 else end
    return Head(
        number=parse(own["number"]) if own else None,
        day=_day(placed) if placed else None,
        title=_title(read[end:]),
        issuer=_issuer(read[: own.start()]) if own else (),
        end=end,
    )


def _own(read: str) -> re.Match[str] | None:
    """Where the number of the document itself stands; one not filled in yet is none."""
    found = OWN.search(read)
    if found is None:
        return None
    try:
        parse(found["number"])
    except Misnumbered:
        return None
    return found


def _day(placed: re.Match[str]) -> date | None:
    try:
        return date(*(int(placed[part]) for part in ("year", "month", "day")))
    except ValueError:
        return None


def _title(below: str) -> str:
    """The lines that name the document: from its kind to an empty line, or to a stop."""
    lines = [" ".join(line.split()) for line in below.splitlines()]
    first = next((place for place, line in enumerate(lines) if not RULE.fullmatch(line)), None)
    if first is None or not (kind := KIND.match(lines[first])):
        return ""
    named = [lines[first]]
    if kind.end() == len(lines[first]):
        named = [lines[first].capitalize()]
        for line in lines[first + 1 : first + MOST_LINES]:
            if RULE.fullmatch(line) or re.match(r"[\dIVX]+[.)]|[-+•]|Căn cứ|Thực hiện", line):
                break
            named.append(line)
    title = " ".join(named)
    return "" if title.endswith((".", ";", ":", ",")) or len(title) > 300 else title


def _issuer(above: str) -> tuple[str, ...]:
    """The lines in capitals just above the number, in which whoever issues is named."""
    found: list[str] = []
    for line in reversed(above.splitlines()):
        said = " ".join(line.split("|")[0].split())
        if RULE.fullmatch(said) or MOTTO.fullmatch(said):
            continue
        if said != said.upper() or len(found) == MOST_LINES:
            break
        found.insert(0, said)
    return tuple(found)

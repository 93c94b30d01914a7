"""Lines, points and sentences of a text, and what a line says for those below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LABEL = re.compile(
    r"\s*(?:(?P<roman>[IVX]{1,5})[.)]|Điều\s+\d+[.:]|(?P<number>\d+(?:\.\d+)*)[.)](?!\d)"
    r"|(?P<bare>\d+\.\d+(?:\.\d+)*)(?=\s)|(?P<letter>[a-zđ])\)|(?P<bullet>[-–—+*•]))\s*"
)
END = re.compile(r"(?<=[.!?…])(?<!\bTP\.)(?<!\bT\.)(?<!\bđ\.)\s+(?=[\"“«(]?(\w))")


@dataclass(frozen=True)
class Line:
    """A line: how deep its label puts it (0 is highest), and where its words begin and end.

    `depth` is None where the line has no label.
    """

    depth: int | None
    start: int
    end: int


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text that say something."""
    place = 0
    for written in text.splitlines(keepends=True):
        start, end = place, place + len(written.rstrip())
        place += len(written)
        label = LABEL.match(text, start, end)
        begin = label.end() if label else start + len(written) - len(written.lstrip())
        if begin < end:
            yield Line(_depth(label) if label else None, begin, end)


def _depth(label: re.Match[str]) -> int:
    numbered = label["number"] or label["bare"]
    if numbered:
        return 1 + numbered.count(".")
    if label["letter"]:
        return 4
    if label["bullet"]:
        return 6 if label["bullet"] == "+" else 5  # a plus stands under a dash
    return 0


def begins_with_label(line: str) -> bool:
    """Whether a line begins a point of its own."""
    return LABEL.match(line) is not None


def sentences_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences between two places."""
    begin = start
    for found in END.finditer(text, start, end):
        if found[1].isupper():
            yield begin, found.start()
            begin = found.end()
    if begin < end:
        yield begin, end

"""Rows of tables (bảng phân công): a plan's task, who leads, who takes part, until when, in cells.

The cells are known by what stands in them: names alone, a deadline alone; the first that is neither
is the task. The first names are of whoever leads.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tinhgon.domain.documents.directions.agencies import Names
from tinhgon.domain.documents.directions.drafts import Agency, Register
from tinhgon.domain.documents.directions.tokens import tokens_of

BAR = re.compile(r"\s*\|\s*")
LEAST_CELLS = 3
DEADLINE = re.compile(
    r"(?:trước|trong|chậm\s+nhất|hằng|hàng|định\s+kỳ|thường\s+xuyên|quý|tháng|năm|\d{1,2}[/.]\d)\b.*",
    re.IGNORECASE,
)

Place = tuple[int, int]


@dataclass
class Row:
    """What the cells of a row say, each with its place."""

    what: Place | None = None
    due: Place | None = None
    named: list[tuple[Agency, ...]] = field(default_factory=list)


def row_at(text: str, start: int, end: int, register: Register) -> Row | None:
    """The row of a table that a line is; None where it is none, or gives no task to anybody."""
    cells = list(_cells(text, start, end))
    if len(cells) < LEAST_CELLS:
        return None
    row = Row()
    for cell in cells:
        _sort(text, cell, row, register)
    return row if row.what and row.named else None


def _cells(text: str, start: int, end: int) -> Iterator[Place]:
    begin = start
    for bar in BAR.finditer(text, start, end):
        yield begin, bar.start()
        begin = bar.end()
    yield begin, end


def _sort(text: str, cell: Place, row: Row, register: Register) -> None:
    written = text[slice(*cell)]
    tokens = tokens_of(text, *cell)
    if not any(letter.isalpha() for letter in written) and "/" not in written:
        return
    named = Names(text, tokens, register).listed(0)
    if named.agencies and named.end == len(tokens):
        row.named.append(named.agencies)
    elif row.what and DEADLINE.fullmatch(written):
        row.due = cell
    elif row.what is None:
        row.what = cell

"""Many look-ups at once: a table of addresses in, the same table with answers out.

Tables are CSV or XLSX. What a spreadsheet would take for a formula is written as text. A code that
a spreadsheet holds as a number may have lost zeros in front: 634 was 634 or 00634.
"""

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any

from tinhgon.domain.lookup import Found, How
from tinhgon.registry.directory import Directory
from tinhgon.registry.where.whereabouts import Answer, where
from tinhgon.ui.spreadsheets import NotCsv, read_csv
from tinhgon.ui.workbooks import MOST_ROWS, NotXlsx, TooManyRows, TooMuch, code_in, sheet_rows

COLUMNS = ("answer", "answer_people", "matched", "how")
ID, QUERY = "case_id", "query"

QUERIES = re.compile(r"query|address|dia ?chi( .*)?")
"""What a column with addresses is called, without marks: query, address, địa chỉ thường trú."""


class BadTable(ValueError):
    """A table that cannot be answered: `code` says why, `facts` are the values of the sentence."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


@dataclass(frozen=True)
class Asked:
    """One row of a table of addresses; `is_number` where a spreadsheet held a number for it."""

    id: str
    query: str
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    """A table as it was sent, and the question of each of its rows.

    `id` is the column by which rows are known, None where they are known by their number.
    """

    header: list[str]
    rows: list[list[Any]]
    asked: list[Asked]
    id: str | None = None


def answers(
    directory: Directory, asked: Iterable[Asked], asked_on: date | None, on: date
) -> Iterator[tuple[str, ...]]:
    """One row for each question: its id, `answer`, `answer_people`, `matched`, `how`.

    `answer` holds the codes in force of all units with land or people of those meant, `;` between
    them; `matched` the units understood or, where none is, what may have been meant.
    """
    for one in asked:
        answer = answered(directory, one, asked_on, on)
        yield (one.id, *row(directory, answer))


def answered(directory: Directory, one: Asked, asked_on: date | None, on: date) -> Answer:
    """The answer to one row."""
    return where(directory, one.query, asked_on, on, zeros_lost=one.is_number)


def row(directory: Directory, answer: Answer) -> tuple[str, ...]:
    """The cells of `COLUMNS`."""
    codes, people = ";".join(answer.codes), ";".join(answer.codes_of_people)
    found = answer.suggestions if answer.how is How.NOT_FOUND else answer.found
    return codes, people, matched(directory, found), answer.how.value


def matched(directory: Directory, found: Iterable[Found]) -> str:
    """Units with those above them and their codes."""
    return "; ".join(f"{directory.address(one.path)} ({one.path[0].code or '–'})" for one in found)


def read_table(
    file: IO[bytes],
    name: str,
    id_column: str | None = None,
    query_column: str | None = None,
    most: int | None = None,
) -> Table:
    """A CSV or XLSX table with its questions; `most` limits how many. Raises `BadTable`.

    Columns that are not named are recognised: `case_id`, else rows are counted from 1; the
    addresses by `QUERIES`, or because there is no other column.
    """
    rows = _xlsx_rows(file) if Path(name).suffix.lower() == ".xlsx" else _csv_rows(file)
    header = [_text(cell).strip() for cell in next(rows, [])]
    if not any(header):
        raise BadTable("empty")
    id_place = _id_place(header, id_column)
    query_place = _query_place(header, query_column)
    kept: list[list[Any]] = []
    asked: list[Asked] = []
    for cells in filter(any, rows):
        if most is not None and len(asked) >= most:
            raise BadTable("too-many-rows", most=most)
        padded = [*cells, *[""] * (len(header) - len(cells))]
        id = str(len(asked) + 1) if id_place is None else _text(padded[id_place])
        query = padded[query_place]
        is_number = isinstance(query, int | float) and not isinstance(query, bool)
        asked.append(Asked(id, _text(query), is_number))
        kept.append(padded)
    if not asked:
        raise BadTable("no-rows")
    return Table(header, kept, asked, None if id_place is None else header[id_place])


def _id_place(header: list[str], named: str | None) -> int | None:
    if named:
        return _place(header, named)
    return header.index(ID) if ID in header else None


def _query_place(header: list[str], named: str | None) -> int:
    if named:
        return _place(header, named)
    if QUERY in header:
        return header.index(QUERY)
    like = [place for place, column in enumerate(header) if QUERIES.fullmatch(_folded(column))]
    if len(like) == 1:
        return like[0]
    if len(header) == 1:
        return 0
    raise BadTable("which-column", found=", ".join(header))


def _place(header: list[str], named: str) -> int:
    column = unicodedata.normalize("NFC", named).strip()
    if column not in header:
        raise BadTable("no-such-column", column=column, found=", ".join(header))
    return header.index(column)


def _folded(column: str) -> str:
    """The name of a column without marks, in small letters, with spaces alone."""
    apart = unicodedata.normalize("NFKD", column.casefold().replace("đ", "d"))
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(re.split(r"[\W_]+", letters)).strip()


def _text(cell: Any) -> str:
    """What a cell says."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return unicodedata.normalize("NFC", "" if cell is None else str(cell))


def _csv_rows(file: IO[bytes]) -> Iterator[list[Any]]:
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = wrong.object[: wrong.start].count(b"\n") + 1
        raise BadTable("wrong-encoding", line=line) from None
    try:
        for _, cells in read_csv(io.StringIO(unicodedata.normalize("NFC", text), newline="")):
            yield cells
    except NotCsv as wrong:
        raise BadTable("not-csv", line=wrong.line) from None


def _xlsx_rows(file: IO[bytes]) -> Iterator[list[Any]]:
    """The first sheet; cells that are formulas are refused, their results may be anything."""
    try:
        for number, row in enumerate(sheet_rows(file), 1):
            if any(cell.data_type == "f" for cell in row):
                raise BadTable("formula", line=number)
            yield [_value(cell) for cell in row]
    except NotXlsx:
        raise BadTable("not-xlsx") from None
    except TooMuch:
        raise BadTable("too-much", limit=TooMuch.limit_mb) from None
    except TooManyRows:
        raise BadTable("too-many-rows", most=MOST_ROWS) from None


def _value(cell: Any) -> Any:
    """The value of a cell as it is given back: text in one form, days without midnight.

    A number that is written with zeros in front is a code and no number.
    """
    value = cell.value
    if value is None or isinstance(value, str):
        return _text(value)
    if code := code_in(cell):
        return code
    is_day = isinstance(value, datetime) and value.time() == time.min
    return value.date() if is_day else value

"""Many look-ups at once: a table of addresses in, the same table with answers out.

Tables are CSV or XLSX. What a spreadsheet would take for a formula is written as text.
"""

import csv
import io
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils.exceptions import InvalidFileException

from tinhgon.domain.lookup import How
from tinhgon.registry.directory import Directory
from tinhgon.registry.whereabouts import Answer, where

COLUMNS = ("answer", "answer_people", "matched", "how")
ID, QUERY = "case_id", "query"


class BadTable(ValueError):
    """A table that cannot be answered: `code` says why, `facts` are the values of the sentence."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


@dataclass(frozen=True)
class Asked:
    """One row of a table of addresses."""

    id: str
    query: str


def answers(
    directory: Directory, asked: Iterable[Asked], asked_on: date | None, on: date
) -> Iterator[tuple[str, ...]]:
    """One row for each question: its id, `answer`, `answer_people`, `matched`, `how`.

    `answer` holds the codes in force of all units with land or people of those meant, `;` between
    them; `matched` the units understood or, where none is, what may have been meant.
    """
    for one in asked:
        answer = where(directory, one.query, asked_on, on)
        codes, people = ";".join(answer.codes), ";".join(answer.codes_of_people)
        yield (one.id, codes, people, matched(directory, answer), answer.how.value)


def matched(directory: Directory, answer: Answer) -> str:
    """The units understood with their codes; where none was, what may have been meant."""
    found = (
        answer.suggestions
        if answer.how is How.NOT_FOUND
        else [whereabouts.found for whereabouts in answer.meant]
    )
    return "; ".join(f"{directory.address(one.path)} ({one.path[0].code or '–'})" for one in found)


def read_asked(
    file: IO[bytes], name: str, id_column: str, query_column: str, most: int | None = None
) -> list[Asked]:
    """The questions of a CSV or XLSX table; `most` limits how many. Raises `BadTable`."""
    rows = _xlsx_rows(file) if Path(name).suffix.lower() == ".xlsx" else _csv_rows(file)
    header = [cell.strip() for cell in next(rows, [])]
    for column in (id_column, query_column):
        if column not in header:
            raise BadTable("no-such-column", column=column, found=", ".join(header))
    places = header.index(id_column), header.index(query_column)
    asked: list[Asked] = []
    for row in rows:
        if not any(row):
            continue
        if most is not None and len(asked) >= most:
            raise BadTable("too-many-rows", most=most)
        padded = [*row, *[""] * (max(places) + 1 - len(row))]
        asked.append(Asked(padded[places[0]], padded[places[1]]))
    if not asked:
        raise BadTable("no-rows")
    return asked


def write_csv(out: IO[str], header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A table as CSV, nothing in it a formula."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)


def xlsx_bytes(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    """A table as XLSX, nothing in it a formula; codes stay text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (header, *rows):
        sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Any) -> Any:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet carries out: an apostrophe goes before what would be a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _csv_rows(file: IO[bytes]) -> Iterator[list[str]]:
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = wrong.object[: wrong.start].count(b"\n") + 1
        raise BadTable("wrong-encoding", line=line) from None
    reader = csv.reader(io.StringIO(unicodedata.normalize("NFC", text), newline=""), strict=True)
    try:
        yield from reader
    except csv.Error:
        raise BadTable("not-csv", line=reader.line_num) from None


def _xlsx_rows(file: IO[bytes]) -> Iterator[list[str]]:
    """The first sheet; cells that are formulas are refused, their results may be anything."""
    try:
        book = load_workbook(file, read_only=True, data_only=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise BadTable("not-xlsx") from None
    for number, row in enumerate(book.worksheets[0].iter_rows(), 1):
        if any(cell.data_type == "f" for cell in row):
            raise BadTable("formula", line=number)
        yield ["" if cell.value is None else str(cell.value) for cell in row]

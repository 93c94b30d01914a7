"""A file as rows of texts by table: XLSX with a sheet for each, or CSV with one."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from typing import Any

from tinhgon.domain.structure.plan_tables import cells
from tinhgon.ui.exchange.columns import Table, table_headed, table_named
from tinhgon.ui.exchange.faults import Faults
from tinhgon.ui.spreadsheets import NotCsv, read_csv
from tinhgon.ui.workbooks import NotXlsx, TooManyRows, TooMuch, code_in, named_sheets

LIMIT_MB = 20
MOST_ROWS = 200_000
KINDS = ("xlsx", "csv")
SOME = 2
"""So many of its headings tell a table that is the only one."""


@dataclass(frozen=True)
class Row:
    """A row of a table: its number in the sheet, its cells by column; what is not said is ""."""

    table: Table
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass
class Said:
    """What files say: the rows of each table, headings that are not read, cells that are wrong.

    `most` is how many rows of a sheet are read.
    """

    tables: Sequence[Table]
    faults: Faults
    most: int = MOST_ROWS
    rows: dict[str, list[Row]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)


def read(
    files: Iterable[tuple[str, bytes]], tables: Sequence[Table], most: int = MOST_ROWS
) -> Said:
    """What several files of a name and content say. Raises `Faulty` where they cannot be read.

    A workbook has a sheet for each table, named after it; where there is one table, any sheet with
    some of its columns will do.

    What is wrong in single cells is kept beside them, to be told with what their meaning brings up.
    """
    order = [table.name for table in tables]
    said, faults = Said(tables, Faults(order), most), Faults(order)
    for name, content in files:
        kind = name.rpartition(".")[2].lower()
        if len(content) > LIMIT_MB * 1_000_000:
            faults.add(None, None, None, "too-large", file=name, limit=LIMIT_MB)
        elif kind == "xlsx":
            _read_workbook(name, content, said, faults)
        elif kind == "csv":
            _read_csv(name, content, said, faults)
        else:
            faults.add(None, None, None, "wrong-kind", file=name, known=", ".join(KINDS))
    if not said.rows and not faults.found:
        faults.add(None, None, None, "nothing", known=_sheets(tables))
    faults.check()
    return said


def _read_workbook(name: str, content: bytes, said: Said, faults: Faults) -> None:
    try:
        for title, rows in named_sheets(io.BytesIO(content), said.most):
            records = ((n, [_text(cell) for cell in row]) for n, row in enumerate(rows, 1))
            kept = ((n, texts) for n, texts in records if any(texts))
            first = next(kept, None)
            table = first and (table_named(said.tables, title) or _only(said, first[1]))
            if first and table:
                _take(table, chain([first], kept), said, faults)
            elif first:
                said.unread.append(title)
    except NotXlsx:
        faults.add(None, None, None, "not-xlsx", file=name)
    except TooMuch:
        faults.add(None, None, None, "too-large", file=name, limit=TooMuch.limit_mb)
    except TooManyRows:
        faults.add(None, None, None, "too-many-rows", file=name, most=said.most)


def _read_csv(name: str, content: bytes, said: Said, faults: Faults) -> None:
    try:
        text = content.decode("utf-8-sig")
        records = list(read_csv(io.StringIO(text, newline="")))
    except UnicodeDecodeError as wrong:
        line = content[: wrong.start].count(b"\n") + 1
        faults.add(None, line, None, "wrong-encoding", file=name)
        return
    except NotCsv as wrong:
        faults.add(None, wrong.line, None, "not-csv", file=name)
        return
    stem = name.rpartition("/")[2].rpartition(".")[0]
    first = records[0][1] if records else []
    table = table_named(said.tables, stem) or _only(said, first)
    table = table or table_headed(said.tables, first)
    if table is None:
        faults.add(None, None, None, "which-table", file=name, known=_sheets(said.tables))
    else:
        _take(table, iter(records), said, faults)


def _take(
    table: Table, records: Iterator[tuple[int, list[str]]], said: Said, faults: Faults
) -> None:
    """The rows of a table below its header."""
    first = next(records, None)
    if first is None:
        return
    number, headings = first
    columns = [table.column(heading) if heading.strip() else None for heading in headings]
    named = [column.name for column in columns if column]
    for name in {one for one in named if named.count(one) > 1}:
        faults.add(table.name, number, name, "column-twice")
    for name in table.needed:
        if name not in named:
            faults.add(table.name, number, name, "missing-column")
    pairs = zip(headings, columns, strict=True)
    said.unread += [heading for heading, column in pairs if heading.strip() and column is None]
    for place, column in enumerate(columns):
        if column:
            said.faults.letters[table.name, column.name] = letter(place)
    rows = said.rows.setdefault(table.name, [])
    for place, texts in records:
        given = {c.name: t for c, t in zip(columns, texts, strict=False) if c is not None}
        rows.append(Row(table, place, _clean(table, place, given, said.faults)))


def _clean(table: Table, place: int, given: dict[str, str], faults: Faults) -> dict[str, str]:
    """Cells as they are meant; what cannot be and what is missing is noted."""
    found = {}
    for name, cell in given.items():
        try:
            found[name] = cells.text(cell)
        except cells.BadCell as wrong:
            faults.add(table.name, place, name, wrong.code, **wrong.facts)
            found[name] = "?"  # it was said: one fault is enough
    for name in table.needed:
        if name in found and not found[name]:
            faults.add(table.name, place, name, "empty-cell")
    return found


def _text(cell: Any) -> str:
    """What a cell of a workbook says; days as they are written."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return str(value) if str(value).startswith("=") else "=…"
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return code_in(cell) or str(value)


def letter(place: int) -> str:
    """How a spreadsheet names the column at a place, counted from 0: A, Z, AA."""
    higher, own = divmod(place, 26)
    return (letter(higher - 1) if higher else "") + chr(ord("A") + own)


def _only(said: Said, headings: list[str]) -> Table | None:
    """The one table there is, if some of its columns stand in a header."""
    if len(said.tables) != 1:
        return None
    (table,) = said.tables
    known = {found.name for one in headings if (found := table.column(one))}
    return table if len(known) >= SOME else None


def _sheets(tables: Iterable[Table]) -> str:
    return ", ".join(f"{one.name} ({one.vietnamese})" for one in tables)

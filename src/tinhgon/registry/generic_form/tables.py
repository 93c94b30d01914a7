"""One CSV file, read row by row: every cell is checked, and faults are told with their place."""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

MOST_PROBLEMS = 200
LONGEST_CELL = 2_000
Value = str | date | Decimal | bool | None


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong at a place: `code` names the sentence, `facts` are the values it needs.

    `line` is the line as an editor counts it (the header is 1); None for the whole file.
    """

    file: str
    line: int | None
    column: str | None
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict, compare=False)


class TooManyProblems(Exception):
    """Reading stopped: the file is so wrong that more messages would not help."""

    def __init__(self, problems: "Problems") -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class Problems(list[Problem]):
    """What was found wrong so far; gives up after `MOST_PROBLEMS`."""

    def add(self, file: str, line: int | None, column: str | None, code: str, **facts: Any) -> None:
        self.append(Problem(file, line, column, code, facts))
        if len(self) >= MOST_PROBLEMS:
            raise TooManyProblems(self)


class BadCell(ValueError):
    """A cell that cannot be read: `code` says why."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


@dataclass(frozen=True)
class Column:
    """A column: how its cells are read, and whether the file and the cell must have it."""

    read: Callable[[str], Any]
    required: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it began on, and its values by column; absent columns are None."""

    line: int
    values: dict[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.values.get(column)


def read_table(
    path: Path, columns: Mapping[str, Column], problems: Problems, limit_mb: int
) -> Iterator[Row]:
    """The rows of a file that are sound; what is not is added to `problems`."""
    name = path.name
    if not path.is_file():
        problems.add(name, None, None, "missing-file", folder=str(path.parent))
        return
    if path.stat().st_size > limit_mb * 1_000_000:
        size = -(-path.stat().st_size // 1_000_000)
        problems.add(name, None, None, "too-large", size=size, limit=limit_mb)
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _rows(name, file, columns, problems)
    except UnicodeDecodeError as wrong:
        line = path.read_bytes()[: _offset(path, wrong)].count(b"\n") + 1
        problems.add(name, line, None, "wrong-encoding", byte=f"0x{wrong.object[wrong.start]:02x}")


def text(cell: str) -> str:
    """A cell as text in NFC; refused where a spreadsheet would take it for a formula."""
    if cell[:1] in "=+@" or (cell[:1] == "-" and not cell[1:2].isspace() and len(cell) > 1):
        raise BadCell("formula", given=cell)
    if len(cell) > LONGEST_CELL:
        raise BadCell("too-long", most=LONGEST_CELL)
    return unicodedata.normalize("NFC", cell)


def day(cell: str) -> date:
    """A cell as a day written 2025-07-01."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell):
        raise BadCell("bad-date", given=cell)
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise BadCell("no-such-day", given=cell) from None


def number(cell: str) -> Decimal:
    """A cell as a number written with a point."""
    try:
        value = Decimal(cell)
    except InvalidOperation:
        raise BadCell("bad-number", given=cell) from None
    if not value.is_finite():
        raise BadCell("bad-number", given=cell)
    return value


def flag(cell: str) -> bool:
    """A cell as yes or no, written 1 or 0."""
    if cell not in ("0", "1"):
        raise BadCell("bad-flag", given=cell)
    return cell == "1"


def one_of(*known: str) -> Callable[[str], str]:
    """A reader of cells that hold one of these words."""

    def read(cell: str) -> str:
        if cell not in known:
            raise BadCell("unknown-word", given=cell, known=", ".join(known))
        return cell

    return read


def shaped(pattern: str, code: str) -> Callable[[str], str]:
    """A reader of cells that match a pattern; `code` names the sentence when they do not."""

    def read(cell: str) -> str:
        if not re.fullmatch(pattern, cell):
            raise BadCell(code, given=cell)
        return cell

    return read


def _rows(name: str, file: Any, columns: Mapping[str, Column], problems: Problems) -> Iterator[Row]:
    reader = csv.reader(file, strict=True)
    header = [cell.strip() for cell in next(_parsed(name, reader, problems), [])]
    missing = [column for column, kind in columns.items() if kind.required and column not in header]
    for column in missing:
        problems.add(name, 1, column, "missing-column", found=", ".join(header))
    for column in {column for column in header if header.count(column) > 1}:
        problems.add(name, 1, column, "column-twice")
    if missing:
        return
    line = reader.line_num + 1
    for cells in _parsed(name, reader, problems):
        row = _row(name, line, header, cells, columns, problems) if any(cells) else None
        if row:
            yield row
        line = reader.line_num + 1


def _parsed(name: str, reader: Any, problems: Problems) -> Iterator[list[str]]:
    """The rows of cells; a quote out of place ends the reading with its line."""
    try:
        yield from reader
    except csv.Error as wrong:
        problems.add(name, reader.line_num, None, "not-csv", reason=str(wrong))


def _row(
    name: str,
    line: int,
    header: list[str],
    cells: list[str],
    columns: Mapping[str, Column],
    problems: Problems,
) -> Row | None:
    if len(cells) != len(header):
        problems.add(name, line, None, "wrong-cells", wanted=len(header), given=len(cells))
        return None
    values: dict[str, Any] = {}
    sound = True
    for column, cell in zip(header, cells, strict=True):
        if column not in columns:
            continue
        try:
            values[column] = _value(cell.strip(), columns[column])
        except BadCell as bad:
            problems.add(name, line, column, bad.code, **bad.facts)
            sound = False
    return Row(line, values) if sound else None


def _value(cell: str, column: Column) -> Any:
    if "\0" in cell:
        raise BadCell("bad-character")
    if cell:
        return column.read(cell)
    if column.filled:
        raise BadCell("empty-cell")
    return None


def _offset(path: Path, wrong: UnicodeDecodeError) -> int:
    """Where in the file the bad byte stands: decoding goes in chunks, so look again as a whole."""
    try:
        path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as whole:
        return whole.start
    return wrong.start

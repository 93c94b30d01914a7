"""One CSV file, read row by row: every cell is checked, and faults are told with their place."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from tinhgon.ui.spreadsheets import NotCsv, read_csv

MOST_PROBLEMS = 200
FLAGS = {"1": True, "0": False, "true": True, "false": False, "yes": True, "no": False}
LANGUAGE = re.compile(r"_[a-z]{2,3}(_[a-z0-9]{2,8})*$")
"""What ends the name of a column that is there for each language: title_vi, title_zh_hant."""

Value = TypeVar("Value")


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
    """What was found wrong so far; gives up after `MOST_PROBLEMS`.

    `unread` are the columns, as (file, column), that this form does not know: no fault, but a
    misspelt name hides there.
    """

    def __init__(self) -> None:
        super().__init__()
        self.unread: list[tuple[str, str]] = []

    def add(
        self, file: str, line: int | None, column: str | None, code: str, /, **facts: Any
    ) -> None:
        """Note a problem; a fact may be called line, too."""
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


def column_of(columns: Mapping[str, Column], name: str) -> Column | None:
    """How a column is read: by its name, or as one of several by language (`title_*`)."""
    return columns.get(name) or columns.get(LANGUAGE.sub("_*", name))


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
            yield from _rows(name, read_csv(file), columns, problems)
    except NotCsv as wrong:
        problems.add(name, wrong.line, None, "not-csv")
    except UnicodeDecodeError as wrong:
        line = path.read_bytes()[: _offset(path, wrong)].count(b"\n") + 1
        problems.add(name, line, None, "wrong-encoding", byte=f"0x{wrong.object[wrong.start]:02x}")


def cell_value(cell: str, column: Column) -> Any:
    """What a cell says, None if nothing. Raises `BadCell`."""
    if "\0" in cell:
        raise BadCell("bad-character")
    cell = cell.strip()
    if cell.startswith(("=", "@")):
        raise BadCell("formula", given=cell)
    if cell:
        return column.read(cell)
    if column.filled:
        raise BadCell("empty-cell")
    return None


def text(most: int) -> Callable[[str], str]:
    """A reader of texts, in NFC with single spaces; what looks like a formula is refused."""

    def read(cell: str) -> str:
        if cell[0] == "+" or (cell[0] == "-" and not cell[1:2].isspace() and len(cell) > 1):
            raise BadCell("formula", given=cell)
        written = unicodedata.normalize("NFC", " ".join(cell.split()))
        if len(written) > most:
            raise BadCell("too-long", most=most)
        return written

    return read


def day(cell: str) -> date:
    """A cell as a day written 2025-07-01; programs that know only instants add a midnight."""
    written = re.fullmatch(r"(\d{4}-\d{2}-\d{2})([T ]00:00(:00(\.0+)?)?)?", cell, re.ASCII)
    if not written:
        raise BadCell("bad-date", given=cell)
    try:
        found = date.fromisoformat(written[1])
    except ValueError:
        raise BadCell("no-such-day", given=cell) from None
    if found == date.min:  # there is no day before it
        raise BadCell("no-such-day", given=cell)
    return found


def number(least: int, most: int, places: int) -> Callable[[str], Decimal]:
    """A reader of numbers written with a point, within bounds, rounded to so many places."""

    def read(cell: str) -> Decimal:
        if not re.fullmatch(r"[+-]?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,2})?", cell, re.I | re.ASCII):
            raise BadCell("bad-number", given=cell)
        if not least <= Decimal(cell) <= most:
            raise BadCell("not-between", given=cell, least=least, most=most)
        return Decimal(cell).quantize(Decimal(1).scaleb(-places))

    return read


def flag(cell: str) -> bool:
    """A cell as yes or no: 1 or 0, true or false, yes or no."""
    said = FLAGS.get(cell.casefold())
    if said is None:
        raise BadCell("bad-flag", given=cell)
    return said


def one_of(known: Mapping[str, Value]) -> Callable[[str], Value]:
    """A reader of cells that hold one of these words; letter case, - and _ make no difference."""

    def read(cell: str) -> Value:
        word = plain(cell)
        if word not in known:
            raise BadCell("unknown-word", given=cell, known=", ".join(known))
        return known[word]

    return read


def plain(word: str) -> str:
    """A word or the name of a column without regard to letter case; - and spaces count as _."""
    return re.sub(r"[\s_-]+", "_", word.strip().casefold())


def shaped(pattern: str, code: str, most: int = 64) -> Callable[[str], str]:
    """A reader of cells that match a pattern; `code` names the sentence when they do not."""

    def read(cell: str) -> str:
        written = unicodedata.normalize("NFC", cell)
        if not re.fullmatch(pattern, written):
            raise BadCell(code, given=cell)
        if len(written) > most:
            raise BadCell("too-long", most=most)
        return written

    return read


def _rows(
    name: str,
    records: Iterator[tuple[int, list[str]]],
    columns: Mapping[str, Column],
    problems: Problems,
) -> Iterator[Row]:
    _, first = next(records, (1, []))
    header = [plain(cell) for cell in first]
    if not _sound_header(name, header, columns, problems):
        return
    for line, cells in records:
        row = _row(name, line, header, cells, columns, problems)
        if row:
            yield row


def _sound_header(
    name: str, header: list[str], columns: Mapping[str, Column], problems: Problems
) -> bool:
    """Whether all columns are there that must be; those nobody reads are noted."""
    missing = [column for column, kind in columns.items() if kind.required and column not in header]
    for column in missing:
        problems.add(name, 1, column, "missing-column", found=", ".join(filter(None, header)))
    read = [column for column in header if column_of(columns, column)]
    twice = sorted({column for column in read if read.count(column) > 1})
    for column in twice:
        problems.add(name, 1, column, "column-twice")
    problems.unread += [(name, column) for column in header if column and column not in read]
    return not (missing or twice)


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
        kind = column_of(columns, column)
        if kind is None:
            continue
        try:
            values[column] = cell_value(cell, kind)
        except BadCell as bad:
            problems.add(name, line, column, bad.code, **bad.facts)
            sound = False
    return Row(line, values) if sound else None


def _offset(path: Path, wrong: UnicodeDecodeError) -> int:
    """Where in the file the bad byte stands: decoding goes in chunks, so look again as a whole."""
    try:
        path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as whole:
        return whole.start
    return wrong.start

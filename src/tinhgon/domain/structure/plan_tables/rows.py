"""The rows of a plan's table: cells by column, gathered by the number of their operation."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from tinhgon.domain.structure.plan_tables import cells
from tinhgon.domain.structure.plan_tables.cells import BadCell
from tinhgon.domain.structure.plan_tables.columns import REQUIRED
from tinhgon.domain.structure.plan_tables.faults import Faults

Records = Iterable[tuple[int, list[str]]]
"""Lines with their cells, the header first."""

Value = TypeVar("Value")

Columns = list[str | None]
"""What the columns of a header are; None for those that nobody knows."""


@dataclass(frozen=True)
class Row:
    """The cells of a line that say something, by column."""

    line: int
    said: dict[str, str]


@dataclass(frozen=True)
class Rows:
    """The rows of one operation; what they have in common may stand in any of them."""

    verb: str
    rows: list[Row]
    columns: frozenset[str]
    faults: Faults

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.rows[0].line

    def common(self, column: str) -> tuple[Row, str]:
        """What all rows say that say anything, and the first that does."""
        saying = [row for row in self.rows if column in row.said]
        first = saying[0] if saying else self.rows[0]
        for row in saying:
            if row.said[column] != first.said[column]:
                self.faults.add(row.line, column, "rows-differ", line=first.line)
        return first, first.said.get(column, "")

    def missing(self, row: Row, column: str) -> None:
        """Note that a cell says nothing, or that there is no such column."""
        if any((one.line, one.column) == (row.line, column) for one in self.faults):
            return
        if column in self.columns:
            self.faults.add(row.line, column, "empty-cell")
        else:
            self.faults.add(1, column, "missing-column")


def check_header(header: list[str], columns: Columns, faults: Faults) -> None:
    """Note columns that must be there and are not, or are there twice."""
    for column in REQUIRED:
        if column not in columns:
            faults.add(1, column, "missing-column", found=", ".join(filter(None, header))[:200])
    for column in {column for column in columns if column and columns.count(column) > 1}:
        faults.add(1, column, "column-twice")


def rows_of(records: Records, columns: Columns, faults: Faults) -> Iterator[Row]:
    """The lines that say anything."""
    for line, given in records:
        if len(given) > len(columns) and any(cell.strip() for cell in given[len(columns) :]):
            faults.add(line, None, "wrong-cells", wanted=len(columns), given=len(given))
            continue
        said: dict[str, str] = {}
        for column, cell in zip(columns, given, strict=False):
            if column:
                found = tried(faults, line, column, cells.text, cell)
                said |= {column: found} if found else {}
        if said:
            yield Row(line, said)


def grouped(rows: Iterable[Row], faults: Faults, columns: Columns) -> Iterator[Rows]:
    """The rows of each operation, by number."""
    numbered: dict[int, list[Row]] = {}
    for row in rows:
        if "operation" not in row.said:
            faults.add(row.line, "operation", "empty-cell")
            continue
        number = tried(faults, row.line, "operation", cells.place, row.said["operation"])
        if number is not None:
            numbered.setdefault(number, []).append(row)
    known = frozenset(column for column in columns if column)
    for number in sorted(numbered):
        several = Rows("", numbered[number], known, faults)
        row, said = several.common("verb")
        verb = tried(faults, row.line, "verb", cells.verb, said) if said else None
        if not said:
            faults.add(row.line, "verb", "empty-cell")
        if verb:
            yield Rows(verb, several.rows, known, faults)


def tried(
    faults: Faults, line: int, column: str, read: Callable[[str], Value], said: str
) -> Value | None:
    """What a cell says, or a fault."""
    try:
        return read(said)
    except BadCell as bad:
        faults.add(line, column, bad.code, **bad.facts)
        return None

"""Tables and their columns, with the words by which people write them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tinhgon.domain.structure.plan_tables.cells import plain


@dataclass(frozen=True)
class Column:
    """A column: its name in files, its Vietnamese heading, whether every row must say it.

    `also` are other headings by which it is known.
    """

    name: str
    vietnamese: str
    needed: bool = False
    also: tuple[str, ...] = ()

    @property
    def ways(self) -> set[str]:
        """The headings by which it is known."""
        return {plain(one) for one in (self.name, self.vietnamese, *self.also)}


@dataclass(frozen=True)
class Table:
    """A table: its name, the Vietnamese name of its sheet, its columns."""

    name: str
    vietnamese: str
    columns: tuple[Column, ...]

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that must be there."""
        return tuple(column.name for column in self.columns if column.needed)

    def column(self, heading: str) -> Column | None:
        """The column of a heading, or None."""
        return next((one for one in self.columns if plain(heading) in one.ways), None)


def table_named(tables: Iterable[Table], name: str) -> Table | None:
    """The table of a sheet or a file of this name."""
    said = plain(name)
    return next((one for one in tables if said in {plain(one.name), plain(one.vietnamese)}), None)


def table_headed(tables: Iterable[Table], headings: Sequence[str]) -> Table | None:
    """The table of which all needed columns stand in a header; None where none is."""
    for table in tables:
        said = {found.name for heading in headings if (found := table.column(heading))}
        if {*table.needed} <= said:
            return table
    return None

"""The rows of a plan."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.plan_tables import cells
from tinhgon.domain.structure.plan_tables.columns import COLUMNS, SAID_IN_WORDS
from tinhgon.domain.structure.plan_tables.shapes import A_ROW_EACH, SHAPES, Put
from tinhgon.domain.structure.units import PRINCIPAL, Unit

Cells = dict[str, str]
"""The cells of a row that say something, by column."""

Called = Callable[[str], str]
"""What a unit is called, by its key; nothing where it is not known."""

HEADER = tuple(COLUMNS)


def table_rows(
    operations: Iterable[Operation], called: Called = lambda key: ""
) -> Iterator[list[str]]:
    """The rows of a plan under `HEADER`."""
    for number, operation in enumerate(operations, 1):
        for row in _rows(operation):
            said = {"operation": str(number), "verb": operation.verb, **row}
            named = {**said, **_in_words(said, called)}
            yield [cells.written(named.get(column, "")) for column in HEADER]


def _rows(operation: Operation) -> Iterator[Cells]:
    """The cells of an operation: what several rows have in common is told in the first."""
    several: list[Cells] = []
    shared: Cells = {"clause": operation.clause} if operation.clause else {}
    for member, put in SHAPES[operation.verb].items():
        value = getattr(operation, member)
        if put in A_ROW_EACH:
            several = [_cells(put, member, one) for one in value]
        elif put is Put.MAIN:
            several = [
                {**row, "main": "1"} if row["successor"] == value else row for row in several
            ]
        else:
            shared |= _cells(put, member, value)
    recurring: Cells = {name: shared[name] for name in ("unit", "successor") if name in shared}
    for place, row in enumerate(several or [{}]):
        yield {**(recurring if place else shared), **row}


def _cells(put: Put, member: str, value: Any) -> Cells:
    return {name: cell for name, cell in _CELLS[put](member, value) if cell}


def _new(member: str, unit: Unit) -> Iterator[tuple[str, str]]:
    yield "successor", unit.key
    for name in ("level", "kind", "name", "code", "parent"):
        yield name, getattr(unit, name) or ""
    yield "ties", cells.tied(unit.ties)
    for name in ("latitude", "longitude", "area_km2"):
        found = getattr(unit.location, name, None)
        yield name, "" if found is None else str(found)


def _new_or_standing(member: str, successor: Unit | str) -> Iterable[tuple[str, str]]:
    return _new(member, successor) if isinstance(successor, Unit) else [("successor", successor)]


def _source(member: str, source: Source) -> Iterator[tuple[str, str]]:
    yield "unit", source.unit
    yield "extent", Extent(source.extent).value
    yield "carries", cells.carried(source.carries or ())
    yield "main", "1" if source.main else ""


def _fact(member: str, value: str | None) -> Iterator[tuple[str, str]]:
    is_default = member == "hierarchy" and value == PRINCIPAL
    yield member, "" if is_default else value or ""


_CELLS: dict[Put, Callable[[str, Any], Iterable[tuple[str, str]]]] = {
    Put.UNIT: lambda member, key: [("unit", key)],
    Put.UNITS: lambda member, key: [("unit", key)],
    Put.SOURCES: _source,
    Put.TAKER: lambda member, key: [("successor", key)],
    Put.NEW: _new,
    Put.NEW_OR_STANDING: _new_or_standing,
    Put.SEVERAL_NEW: _new,
    Put.FACT: _fact,
    Put.CARRIES: lambda member, aspects: [("carries", cells.carried(aspects))],
    Put.PARENT: lambda member, key: [("parent", key or "")],
}


def _in_words(said: Cells, called: Called) -> Cells:
    """What the units of a row are called; those that begin are called in it anyway."""
    begins = bool(said.get("name") or said.get("kind"))
    named = [
        (words, called(said[column]))
        for column, words in SAID_IN_WORDS.items()
        if column in said and not (begins and column == "successor")
    ]
    return {words: name for words, name in named if name}

"""A folder in the generic form, read as values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from tinhgon.domain.periods import Period
from tinhgon.domain.structure.units import Location
from tinhgon.registry.generic_form import columns
from tinhgon.registry.generic_form.references import understood
from tinhgon.registry.generic_form.rows import (
    ChangeRow,
    ContactRow,
    CoverageRow,
    InstrumentRow,
    MandateRow,
    TieRow,
    UnitRow,
)
from tinhgon.registry.generic_form.tables import Column, Problems, Row, read_table
from tinhgon.registry.models import Mandate

Progress = Callable[[str, int], None]
"""Told now and then what is being read and how many rows so far."""


@dataclass
class Folder:
    """Everything a folder says, with the problems found while reading it."""

    problems: Problems = field(default_factory=Problems)
    units: list[UnitRow] = field(default_factory=list)
    changes: list[ChangeRow] = field(default_factory=list)
    instruments: list[InstrumentRow] = field(default_factory=list)
    ties: list[TieRow] = field(default_factory=list)
    contacts: list[ContactRow] = field(default_factory=list)
    mandates: list[MandateRow] = field(default_factory=list)
    coverage: list[CoverageRow] = field(default_factory=list)

    def before(self, day: date) -> "Folder":
        """What the folder would say had it been written the day before: later rows are left out."""
        return replace(
            self,
            units=_begun(self.units, day),
            changes=[change for change in self.changes if change.day < day],
            ties=_begun(self.ties, day),
            contacts=_begun(self.contacts, day),
            mandates=_begun(self.mandates, day),
        )

    def versions(self) -> dict[str, UnitRow]:
        """The rows of units by the name of the version."""
        return {unit.version: unit for unit in self.units}


def read_folder(
    path: Path, root: str, limit_mb: int, progress: Progress = lambda file, rows: None
) -> Folder:
    """Everything in a folder; `root` is what `parent_id` says of units at the top."""
    folder = Folder()
    source = _Source(path, limit_mb, folder.problems, progress)
    folder.instruments = [
        _instrument(row) for row in source.optional("instruments", columns.INSTRUMENTS)
    ]
    folder.units = [*_sound(source.rows("units", columns.UNITS), _unit(root), source, "units")]
    changes = [_change(row) for row in source.rows("changes", columns.CHANGES)]
    folder.changes = understood(changes, folder.units)
    folder.ties = [*_sound(source.optional("ties", columns.TIES), _tie, source, "ties")]
    folder.contacts = [
        *_sound(source.optional("contacts", columns.CONTACTS), _contact, source, "contacts")
    ]
    folder.mandates = [
        *_sound(source.optional("mandates", columns.MANDATES), _mandate, source, "mandates")
    ]
    folder.coverage = [
        CoverageRow(row.line, row["entity_id"], row["from"], row["source"] or "")
        for row in source.optional("coverage", columns.COVERAGE)
    ]
    return folder


@dataclass
class _Source:
    path: Path
    limit_mb: int
    problems: Problems
    progress: Progress

    def rows(self, name: str, wanted: dict[str, Column]) -> Iterator[Row]:
        table = read_table(self.path / f"{name}.csv", wanted, self.problems, self.limit_mb)
        for count, row in enumerate(table, 1):
            if count % 1000 == 0:
                self.progress(name, count)
            yield row

    def optional(self, name: str, wanted: dict[str, Column]) -> Iterator[Row]:
        if (self.path / f"{name}.csv").exists():
            yield from self.rows(name, wanted)


def _sound(
    rows: Iterator[Row], make: Callable[[Row], Any], source: _Source, name: str
) -> Iterator[Any]:
    """Rows whose period is one; the others are problems."""
    for row in rows:
        try:
            yield make(row)
        except ValueError:
            source.problems.add(
                f"{name}.csv",
                row.line,
                "valid_to",
                "ends-before-it-starts",
                start=row["valid_from"].isoformat(),
                end=row["valid_to"].isoformat(),
            )


def _begun(rows: list[Any], day: date) -> list[Any]:
    """The rows whose period begins before a day; an end from that day on is not yet known."""
    return [
        replace(row, period=_cut(row.period, day))
        for row in rows
        if row.period.start is None or row.period.start < day
    ]


def _cut(period: Period, day: date) -> Period:
    return Period(period.start, None if period.end and period.end >= day else period.end)


def _period(row: Row) -> Period:
    return Period(row["valid_from"], row["valid_to"])


def _unit(root: str) -> Callable[[Row], UnitRow]:
    def make(row: Row) -> UnitRow:
        return UnitRow(
            line=row.line,
            version=row["unit_id"] or f"{row['entity_id']}@{row['valid_from'] or ''}",
            key=row["entity_id"],
            code=row["code"],
            level=row["level"],
            kind=row["kind"],
            name=row["name"],
            parent=None if row["parent_id"] == root else row["parent_id"],
            period=_period(row),
            location=Location(row["lat"], row["lon"], row["area_km2"]),
            source=row["source"] or "",
        )

    return make


def _change(row: Row) -> ChangeRow:
    return ChangeRow(
        line=row.line,
        event=row["change_id"] or f"{row['successor'] or row['predecessor']}@{row['effective']}",
        instrument=row["instrument"],
        day=row["effective"],
        operation=row["operation"],
        predecessor=row["predecessor"],
        successor=row["successor"],
        extent=row["part"],
        carries=row["carries"],
        main=bool(row["default"]),
        evidence=row["evidence"] or "",
        clause=row["clause"] or "",
    )


def _instrument(row: Row) -> InstrumentRow:
    titles = {
        column.removeprefix("title_").replace("_", "-"): title
        for column, title in row.values.items()
        if title and column.startswith("title_")
    }
    if row["title"]:
        titles.setdefault("en", row["title"])
    return InstrumentRow(
        line=row.line,
        number=row["instrument"],
        issued=row["issued"],
        in_force=row["effective"],
        operative=row["operative"],
        titles=titles,
        mark=row["mark"],
        source=row["source"] or "",
    )


def _tie(row: Row) -> TieRow:
    return TieRow(row.line, row["entity_id"], row["hierarchy"], row["parent_id"], _period(row))


def _mandate(row: Row) -> MandateRow:
    return MandateRow(
        line=row.line,
        key=row["entity_id"],
        function=row["function"],
        area=row["area_id"],
        role=row["role"] or Mandate.LEAD,
        instrument=row["instrument"],
        period=_period(row),
        source=row["source"] or "",
    )


def _contact(row: Row) -> ContactRow:
    names = ("address", "telephone", "email", "website", "hours", "source")
    facts = {name: row[name] or "" for name in names}
    return ContactRow(row.line, row["entity_id"], _period(row), facts)

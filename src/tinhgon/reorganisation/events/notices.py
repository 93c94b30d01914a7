"""Notices (thông báo cho người dân): what people of each unit that ends, or is shared, are told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import Edge
from tinhgon.registry.models import Contact
from tinhgon.registry.name_search import names as names_of_units
from tinhgon.registry.queries import contacts
from tinhgon.reorganisation.events.published import done_by, instruments_of
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.rearrangement.value import Rearrangement


@dataclass(frozen=True)
class Notice:
    """What the people of one unit have to know.

    `unit` is as it stood before; `successors` are the units that take something of it, as they
    stand after, each with how much; `below` the units that stood under one without successors.
    """

    names: Names
    unit: Unit
    ends: bool
    instruments: tuple[Instrument, ...]
    clauses: tuple[str, ...]
    successors: tuple[tuple[Unit, str], ...]
    below: tuple[Unit, ...] = ()

    @property
    def day(self) -> date:
        """The first day on which it is so."""
        return self.names.rearrangement.day

    @property
    def to_go_to(self) -> tuple[Unit, ...]:
        """The units that answer from the day on: the successors, and the unit if it goes on."""
        after = self.names.rearrangement.after.get(self.unit.key)
        taking = tuple(unit for unit, _extent in self.successors)
        return (after, *taking) if after else taking

    @property
    def address(self) -> str:
        """The unit with those above it, as it stood before."""
        path = self.names.rearrangement.before.path(self.unit.key)
        return ", ".join(self.names.full(unit) for unit in path)


class Notices:
    """The notices of a package, in order of codes; `query` looks for a name or code."""

    def __init__(self, names: Names, instruments: Mapping[int, Instrument]) -> None:
        self.names, self.instruments = names, instruments

    @cached_property
    def units(self) -> list[Unit]:
        """The units that end, and those that go on and hand something on."""
        done = self._done
        keys = {*done.ended, *done.forward}
        found = filter(None, map(done.before.get, keys))
        return sorted(found, key=lambda unit: (unit.code or "", unit.key))

    def found(self, query: str) -> list[Unit]:
        """Those of which the name holds what is looked for, or the code begins so."""
        search = names_of_units().search(query)
        return [unit for unit in self.units if search(unit)] if search else self.units

    def of(self, units: Iterable[Unit]) -> Iterator[Notice]:
        """The notice of each unit."""
        return map(self._of, units)

    def about(self, key: str) -> Notice | None:
        """The notice of one unit; None where nothing of it is taken."""
        unit = self._done.before.get(key)
        concerned = unit and (key in self._done.ended or key in self._done.forward)
        return self._of(unit) if unit and concerned else None

    @property
    def _done(self) -> Rearrangement:
        return self.names.rearrangement

    def _of(self, unit: Unit) -> Notice:
        done, edges = self._done, self._done.forward.get(unit.key, [])
        under = [*(edge.instrument for edge in edges), done.ended.get(unit.key)]
        named = dict.fromkeys(one for one in under if one in self.instruments)
        below = [] if edges else done.before.children(unit.key)
        return Notice(
            names=self.names,
            unit=unit,
            ends=unit.key in done.ended,
            instruments=tuple(self.instruments[one] for one in named if one),
            clauses=tuple(dict.fromkeys(edge.clause for edge in edges if edge.clause)),
            successors=tuple(_successors(done, edges)),
            below=tuple(sorted(below, key=lambda one: (one.code or "", one.key))),
        )


def _successors(done: Rearrangement, edges: Iterable[Edge]) -> Iterator[tuple[Unit, str]]:
    """Each successor once, with the most that it takes."""
    extents: dict[str, str] = {}
    for edge in edges:
        extents[edge.successor] = min(extents.get(edge.successor, "~"), str(edge.extent), key=_less)
    for key, extent in extents.items():
        if unit := done.after.get(key):
            yield unit, extent


def _less(extent: str) -> int:
    return ("whole", "rest", "part", "~").index(extent)


def notices_of(package: Package) -> Notices | None:
    """The notices of a package that was enacted; None where it was withdrawn. One query."""
    done = done_by(package)
    return Notices(names_of(package, done), instruments_of(done)) if done else None


def reached(notices: Iterable[Notice], on: date) -> dict[str, Contact]:
    """How the units are reached to which notices send people, by key; one query."""
    return contacts({unit.key for one in notices for unit in one.to_go_to}, on)


def notice_document(notice: Notice, text: Mapping[str, str]) -> dict[str, Any]:
    """A notice for programs; `text` by language."""
    return {
        **_unit_document(notice.names, notice.unit),
        "ends": notice.ends,
        "day": notice.day,
        "instruments": [one.number for one in notice.instruments],
        "clauses": [*notice.clauses],
        "successors": [
            {**_unit_document(notice.names, unit), "extent": extent}
            for unit, extent in notice.successors
        ],
        "text": dict(text),
    }


def _unit_document(names: Names, unit: Unit) -> dict[str, Any]:
    return {"unit": unit.key, "code": unit.code, "name": names.full(unit)}

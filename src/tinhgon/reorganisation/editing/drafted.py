"""A draft as its editors see it: what it says and what its day finds, kept in memory by edition.

Every keystroke asks for it; so it is read once an edition, and indexed by the units it speaks of.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from django.db import connection

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.claims import Effects
from tinhgon.domain.structure.documents import Json, read_operation
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.directory import structure_on
from tinhgon.registry.queries import jurisdiction, revision
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.queries import plan_documents

MOST_KEPT = 12
"""So many drafts stay in memory, those asked for last."""

MOST_READ = 30_000
"""So many operations stay in memory as they were read, for the next edition."""


@dataclass(frozen=True, eq=False)
class Placed:
    """An operation with its plan and its number there, from 1."""

    plan: str
    number: int
    operation: Operation

    @cached_property
    def effects(self) -> Effects:
        return self.operation.effects()

    @cached_property
    def acts_on(self) -> frozenset[str]:
        """The keys of the units that it forms, takes from, gives to, changes or ends."""
        return acts_on(self.effects)


def acts_on(does: Effects) -> frozenset[str]:
    """The keys of the units to which something happens; to those merely above them nothing does."""
    keys = {*does.dissolved, *does.concluded, *(unit.key for unit in does.formed)}
    keys.update(change.unit for change in does.changes)
    for claim in does.claims:
        keys.update((claim.source, claim.successor))
    return frozenset(keys)


@dataclass(frozen=True, eq=False)
class Bearings:
    """The units of a structure by what they are called, so that nobody has to look through all."""

    structure: Structure

    @cached_property
    def by_name(self) -> Mapping[str, list[str]]:
        return _grouped((unit.name, unit.key) for unit in self.structure)

    @cached_property
    def by_code(self) -> Mapping[str, list[str]]:
        return _grouped((unit.code, unit.key) for unit in self.structure if unit.code)

    @cached_property
    def by_level(self) -> Mapping[str, list[str]]:
        return _grouped((unit.level, unit.key) for unit in self.structure)


@dataclass(frozen=True, eq=False)
class Drafted:
    """The plans of a draft on the structure that its day finds."""

    code: str
    id: int
    edition: int
    day: date
    plans: tuple[Plan, ...]
    bearings: Bearings
    jurisdiction: Jurisdiction

    @property
    def before(self) -> Structure:
        """What stands when the day comes."""
        return self.bearings.structure

    def plan(self, code: str) -> Plan:
        """The plan of a code."""
        return next(plan for plan in self.plans if plan.code == code)

    @cached_property
    def said(self) -> tuple[Placed, ...]:
        """Every operation, plan by plan."""
        return tuple(
            Placed(plan.code, number, operation)
            for plan in self.plans
            for number, operation in enumerate(plan.operations, 1)
        )

    @cached_property
    def acting(self) -> Mapping[str, list[Placed]]:
        """The operations by the units on which they act."""
        return _grouped((key, one) for one in self.said for key in one.acts_on)

    @cached_property
    def reading(self) -> Mapping[str, list[Placed]]:
        """The operations by all units of which they speak."""
        return _grouped((key, one) for one in self.said for key in one.operation.reads())

    @cached_property
    def naming(self) -> Mapping[str, list[Placed]]:
        """The operations by the names and codes that they give."""
        return _grouped((word, one) for one in self.said for word in given_by(one.effects))

    @cached_property
    def sweeping(self) -> list[Placed]:
        """The operations that end whole levels."""
        return [one for one in self.said if one.effects.abolished]

    @cached_property
    def formed(self) -> Mapping[str, Unit]:
        """The units that begin, by key."""
        return {unit.key: unit for one in self.said for unit in one.effects.formed}

    def unit(self, key: str | None) -> Unit | None:
        """A unit that stands on the day, or begins on it."""
        return self.before.get(key) or self.formed.get(key or "")

    def path(self, key: str) -> list[Unit]:
        """A unit and all above it, lowest first, as they stand when the day comes."""
        unit = self.unit(key)
        if unit is None:
            return []
        return self.before.path(key) if key in self.before else [unit, *self._above(unit)]

    def _above(self, unit: Unit) -> list[Unit]:
        return self.before.path(unit.parent) if unit.parent else []

    def full(self, unit: Unit) -> str:
        """Kind and name as they are written together."""
        return self.jurisdiction.full_name(unit.kind, unit.name)

    def address(self, key: str) -> str:
        """«Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội»."""
        return ", ".join(self.full(unit) for unit in self.path(key))

    def called(self, key: str) -> str:
        """«Phường Đại Mỗ, Quận Nam Từ Liêm»: as little of its address as tells it from others."""
        path = self.path(key)
        short = ", ".join(self.full(unit) for unit in path[:2])
        others = (one for one in self._namesakes(path[0]) if one != key) if path else ()
        known = any(self.address(one).startswith(short) for one in others)
        return self.address(key) if known else short

    def _namesakes(self, unit: Unit) -> list[str]:
        """The keys of the units of its name, standing or beginning."""
        begins = [key for key, one in self.formed.items() if one.name == unit.name]
        return [*self.bearings.by_name.get(unit.name, ()), *begins]


def given_by(does: Effects) -> Iterator[str]:
    """The names and codes that an operation gives."""
    for unit in does.formed:
        yield from (word for word in (unit.name, unit.code) if word)
    for change in does.changes:
        if change.attribute in ("name", "code") and change.value:
            yield change.value


def drafted(package: Package) -> Drafted:
    """What a draft says as it stands; one small query where it is in memory."""
    database = str(connection.settings_dict["NAME"])
    return _drafted(database, package.pk, revision(), package.edition)


@lru_cache(maxsize=MOST_KEPT)
def _drafted(database: str, id: int, revision: int, edition: int) -> Drafted:
    package = Package.objects.get(pk=id)
    return Drafted(
        code=package.code,
        id=id,
        edition=edition,
        day=package.day,
        plans=tuple(_plan(document) for document in plan_documents(package)),
        bearings=_bearings(database, revision, package.day),
        jurisdiction=jurisdiction(),
    )


def _plan(document: Json) -> Plan:
    """A plan as it is kept; what it said in the edition before is not read again."""
    operations = (json.dumps(one, sort_keys=True) for one in document["operations"])
    return Plan(
        code=document["plan"],
        day=date.fromisoformat(document["day"]),
        instrument=document["instrument"],
        operations=tuple(_operation(one) for one in operations),
    )


@lru_cache(maxsize=MOST_READ)
def _operation(text: str) -> Operation:
    return read_operation(json.loads(text))


@lru_cache(maxsize=4)
def _bearings(database: str, revision: int, day: date) -> Bearings:
    return Bearings(structure_on(day))


def _grouped(pairs: Iterable[tuple[str | None, object]]) -> Mapping:
    found = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return dict(found)

"""Bodies that come along (tổ chức đi theo địa bàn): what stands by rule under an area follows it.

Whoever forms a ward out of parts of others says nothing of its council, its committee and their
offices. They are formed with it, each from those that did the same for its sources, under the same
plan and clause; a body that stands under one of them by nobody's rule moves to the one that takes
its place. Of a body that a plan speaks of itself, nothing is said by rule; and where the law of the
day knows none that does what one did, nothing is said either, and the rules find what is left.

Whatever stands, in any hierarchy, under a body that goes whole into another stands under that one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.standards import Body, Standards, body_key, standard_bodies
from tinhgon.domain.structure.claims import Claim, Effects, Extent, Source
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.convert import Convert
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Composition, Plan
from tinhgon.domain.structure.units import PRINCIPAL, Structure, Unit


def composed(plans: Iterable[Plan], before: Structure, known: Jurisdiction) -> Composition:
    """What plans do to a structure, with all that comes along by the law of a jurisdiction."""
    return Composition(brought_along(plans, before, known.standards), before, known.levels)


def brought_along(
    plans: Iterable[Plan], before: Structure, standards: Standards
) -> tuple[Plan, ...]:
    """The plans, and in each what comes along with the areas that it rearranges.

    Only where the register keeps bodies: of an area none of whose sources has any, nothing is said.
    What the law of the day wants anew of an area that goes on is not the plan's to begin.
    """
    given = tuple(plans)
    along = _Along(given, before, standards)
    said = [tuple(along.operations(plan)) for plan in given]
    known = _begun(said).union(along.formed, (unit.key for unit in before)) if any(said) else None
    return tuple(
        replace(
            plan, operations=plan.operations + tuple(_tied(one, known or ()) for one in operations)
        )
        for plan, operations in zip(given, said, strict=True)
    )


class _Along:
    """What comes along with a package."""

    def __init__(self, plans: Sequence[Plan], before: Structure, standards: Standards) -> None:
        self.plans, self.before, self.standards = plans, before, standards
        self.known: dict[str, Mapping[str, str]] = {}
        self.said: set[str] = set()

    @cached_property
    def effects(self) -> list[list[tuple[str | None, Effects]]]:
        """What each operation of each plan does, with its clause."""
        return [[(one.clause, one.effects()) for one in plan.operations] for plan in self.plans]

    @cached_property
    def formed(self) -> Mapping[str, Unit]:
        """The units that the plans form, by key."""
        every = (does for effects in self.effects for _clause, does in effects)
        return {unit.key: unit for does in every for unit in does.formed}

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The keys of the units with which the plans do something themselves."""
        every = (does for effects in self.effects for _clause, does in effects)
        return frozenset(key for does in every for key in _acted_on(does))

    def operations(self, plan: Plan) -> Iterator[Operation]:
        """What comes along with the areas of one plan."""
        for clause, does in self.effects[self.plans.index(plan)]:
            for said in self._of(plan, does):
                yield replace(said, clause=clause)

    def _of(self, plan: Plan, does: Effects) -> Iterator[Operation]:
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in filter(_takes_work, does.claims):
            claims[claim.successor].append(claim)
        for key, taking in claims.items():
            yield from self._taken(plan, key, taking)
        for claim in does.claims:
            yield from self._followed(claim)
        for change in does.changes:
            if change.hierarchy == PRINCIPAL:
                yield from self._changed(plan, change.unit)
        for key in does.concluded:
            yield from (Conclude(unit=body) for body in self._bodies(key).values())
        for key in (*does.dissolved, *self._swept(does)):
            yield from (Dissolve(unit=body) for body in self._bodies(key).values())

    def _swept(self, does: Effects) -> Iterator[str]:
        """The areas that end with their level, of which nobody takes anything."""
        for level in does.abolished:
            for unit in self.before:
                if unit.level == level and unit.key not in self.spoken_of:
                    yield unit.key

    def _taken(self, plan: Plan, key: str, claims: Sequence[Claim]) -> Iterator[Operation]:
        """The bodies of a successor, from those of its sources."""
        area = self.formed.get(key) or self.before.get(key)
        if area is None or not any(self._bodies(claim.source) for claim in claims):
            return
        standard = self._standard(area, plan)
        sources: dict[str, dict[str, Source]] = defaultdict(dict)
        for claim in claims:
            for role, body in self._bodies(claim.source).items():
                heir = standard.get(role)
                if heir and heir.unit.key != body:
                    source = Source(unit=body, extent=claim.extent, main=claim.main)
                    sources[role][body] = source
                    if claim.main or claim.extent is Extent.WHOLE:
                        yield from self._moved(body, heir.unit.key, claim.source)
        for role, wanted in standard.items():
            taken = tuple(sources[role].values())
            yield from self._one(wanted.unit, taken, begins=key in self.formed)

    def _one(self, unit: Unit, sources: tuple[Source, ...], *, begins: bool) -> Iterator[Operation]:
        if unit.key in self.spoken_of:
            return
        if sources:
            yield Form(successor=unit.key if unit.key in self.before else unit, sources=sources)
        elif begins and unit.key not in self.before:
            yield Establish(unit=unit)

    def _moved(self, old: str, new: str, area: str) -> Iterator[Operation]:
        """What stands under a body by nobody's rule, put under the one that takes its place."""
        for unit in self.before.children(old):
            if _role(area, unit.key, self.standards) is None and unit.key not in self.spoken_of:
                yield Move(unit=unit.key, parent=new)

    def _followed(self, claim: Claim) -> Iterator[Operation]:
        """What stands under a body that goes into one other whole, put under that one."""
        body = self.before.get(claim.source)
        if body is None or body.level not in self.levels or claim.extent is not Extent.WHOLE:
            return
        for hierarchy in self.hierarchies if claim.successor != body.key else ():
            for unit in self.before.children(body.key, hierarchy):
                if unit.key not in self.spoken_of:
                    yield Move(unit=unit.key, parent=claim.successor, hierarchy=hierarchy)

    @cached_property
    def levels(self) -> frozenset[str]:
        """The levels of bodies that others may stand under."""
        return frozenset(seat.level for one in self.standards.standards for seat in one.seats)

    @cached_property
    def hierarchies(self) -> list[str]:
        """The hierarchies in which any unit stands."""
        return sorted({hierarchy for unit in self.before for hierarchy, _key in unit.parents})

    def _changed(self, plan: Plan, key: str) -> Iterator[Operation]:
        """The bodies of an area that goes on under another name, kind or parent, said once."""
        area, bodies = self.before.get(key), self._bodies(key)
        if area is None or not bodies or key in self.said:
            return
        self.said.add(key)
        changed = replace(area, **self.facts[key])
        for role, wanted in self._standard(changed, plan).items():
            body = self.before.get(bodies.get(role))
            if body:
                yield from _as_wanted(body, wanted.unit)

    @cached_property
    def facts(self) -> Mapping[str, dict[str, Any]]:
        """What the plans change of units that go on, by key and attribute."""
        found: dict[str, dict[str, Any]] = defaultdict(dict)
        for effects in self.effects:
            for _clause, does in effects:
                for change in does.changes:
                    if change.hierarchy == PRINCIPAL:
                        found[change.unit][change.attribute] = change.value
        return found

    def _standard(self, area: Unit, plan: Plan) -> Mapping[str, Body]:
        """The bodies that an area has by rule on the day of a plan, by role."""
        found = standard_bodies(area, self._above(area), plan.day, self.standards)
        return {body.role: body for body in found}

    def _above(self, area: Unit) -> list[Unit]:
        """The areas above one as the plans leave them, nearest first."""
        found: list[Unit] = []
        above = area.parent
        while above and (unit := self.formed.get(above) or self.before.get(above)):
            if unit in found:
                break
            found.append(unit)
            above = unit.parent
        return found

    def _bodies(self, area: str) -> Mapping[str, str]:
        """The bodies that stand by rule under an area before, by role, but those spoken of."""
        if area not in self.known:
            found = bodies_of(area, self.before, self.standards)
            self.known[area] = {
                role: key for role, key in found.items() if key not in self.spoken_of
            }
        return self.known[area]


def bodies_of(area: str, structure: Structure, standards: Standards) -> dict[str, str]:
    """The keys of the bodies that stand by rule under an area, by role."""
    found: dict[str, str] = {}
    waiting = [area]
    while waiting:
        for unit in structure.children(waiting.pop()):
            role = _role(area, unit.key, standards)
            if role is not None:
                found[role] = unit.key
                waiting.append(unit.key)
    return found


def _role(area: str, key: str, standards: Standards) -> str | None:
    """The role of the standard body of an area that bears a key; None of any other unit."""
    before = body_key(area, "")
    role = key.removeprefix(before) if key.startswith(before) else ""
    return role if role in standards.roles else None


def _as_wanted(body: Unit, wanted: Unit) -> Iterator[Operation]:
    """What makes a body that goes on the one that is wanted."""
    if body.name != wanted.name:
        yield Rename(unit=body.key, name=wanted.name)
    if body.kind != wanted.kind:
        yield Convert(unit=body.key, kind=wanted.kind)
    held, due = dict(body.ties), dict(wanted.ties)
    for hierarchy in sorted({*held, *due}):
        if held.get(hierarchy) != due.get(hierarchy):
            yield Move(unit=body.key, parent=due.get(hierarchy), hierarchy=hierarchy)


def _takes_work(claim: Claim) -> bool:
    """Whether what is done for an area goes with a claim: it follows the people, not the land."""
    return claim.touches(Aspect.PEOPLE) or claim.touches(Aspect.FUNCTIONS)


def _acted_on(does: Effects) -> Iterator[str]:
    yield from (unit.key for unit in does.formed)
    yield from (key for claim in does.claims for key in (claim.source, claim.successor))
    yield from (change.unit for change in does.changes)
    yield from does.dissolved
    yield from does.concluded


def _begun(said: Iterable[Iterable[Operation]]) -> frozenset[str]:
    """The keys of the bodies that begin by rule."""
    units = (unit for operations in said for one in operations for unit in one.effects().formed)
    return frozenset(unit.key for unit in units)


def _tied(said: Operation, known: Collection[str]) -> Operation:
    """An operation by which nobody stands, beside its area, under a body that there is not."""
    if isinstance(said, Establish):
        return replace(said, unit=_loosed(said.unit, known))
    if isinstance(said, Form) and isinstance(said.successor, Unit):
        return replace(said, successor=_loosed(said.successor, known))
    if isinstance(said, Move) and said.parent not in known:
        return replace(said, parent=None)
    return said


def _loosed(unit: Unit, known: Collection[str]) -> Unit:
    return replace(unit, ties=tuple(tie for tie in unit.ties if tie[1] in known))

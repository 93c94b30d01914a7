"""Bodies that come along (tổ chức đi theo địa bàn): what stands by rule under a unit follows it.

Whoever forms a ward out of parts of others says nothing of its council, its committee and their
offices. They are formed with it, each from those that did the same for its sources, under the same
plan and clause; a body that stands under one of them by nobody's rule moves to the one that takes
its place. Of a body that a plan speaks of itself, nothing is said by rule; and where the law of the
day knows none that takes over a role, nothing is said either, and the rules find what is left.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from tinhgon.domain.structure.claims import Change, Claim, Effects, Extent, Source
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.convert import Convert
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Structure, Unit


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A body that stands by rule under a unit: its role there, and the roles that it takes over."""

    role: str
    unit: Unit
    takes: frozenset[str] = frozenset()


Standard = Callable[[Unit], Sequence[Standing]]
"""The bodies that stand by rule under a unit of its kind, on one day; none under a body."""


def brought_along(
    plans: Iterable[Plan], before: Structure, *, on_the_eve: Standard, on_the_day: Standard
) -> tuple[Plan, ...]:
    """The plans, and in each what comes along with the units that it rearranges."""
    given = tuple(plans)
    along = _Along(given, before, on_the_eve, on_the_day)
    return tuple(
        replace(plan, operations=plan.operations + tuple(along.operations(plan))) for plan in given
    )


class _Along:
    """What comes along with a package."""

    def __init__(
        self, plans: Sequence[Plan], before: Structure, on_the_eve: Standard, on_the_day: Standard
    ) -> None:
        self.plans, self.before = plans, before
        self.on_the_eve, self.on_the_day = on_the_eve, on_the_day
        self.known: dict[str, Mapping[str, str]] = {}

    @cached_property
    def formed(self) -> Mapping[str, Unit]:
        """The units that the plans form, by key."""
        said = (one.effects().formed for plan in self.plans for one in plan.operations)
        return {unit.key: unit for units in said for unit in units}

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The keys of the units with which the plans do something themselves."""
        said = (one.effects() for plan in self.plans for one in plan.operations)
        return frozenset(key for does in said for key in _acted_on(does))

    def operations(self, plan: Plan) -> Iterator[Operation]:
        """What comes along with the units of one plan."""
        for one in plan.operations:
            does = one.effects()
            for said in self._of(does):
                yield replace(said, clause=one.clause)

    def _of(self, does: Effects) -> Iterator[Operation]:
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in does.claims:
            claims[claim.successor].append(claim)
        for key in dict.fromkeys([*(unit.key for unit in does.formed), *claims]):
            yield from self._taken(key, claims[key])
        for change in does.changes:
            yield from self._changed(change)
        for key in does.concluded:
            yield from (Conclude(unit=body) for body in self._bodies(key).values())
        for key in does.dissolved:
            yield from (Dissolve(unit=body) for body in self._bodies(key).values())

    def _taken(self, key: str, claims: Sequence[Claim]) -> Iterator[Operation]:
        """The bodies of a successor, from those of its sources or from nobody."""
        area = self.formed.get(key) or self.before.get(key)
        standard = self.on_the_day(area) if area else ()
        sources: dict[str, dict[str, Source]] = defaultdict(dict)
        for claim in filter(_takes_work, claims):
            for role, body in self._bodies(claim.source).items():
                heir = _heir(role, standard)
                if heir and heir.unit.key != body:
                    source = Source(unit=body, extent=claim.extent, main=claim.main)
                    sources[heir.role][body] = source
                    if claim.main or claim.extent is Extent.WHOLE:
                        yield from self._moved(body, heir.unit.key, claim.source)
        for standing in standard:
            taken = tuple(sources[standing.role].values())
            yield from self._one(standing, taken, begins=key in self.formed)

    def _one(
        self, standing: Standing, sources: tuple[Source, ...], *, begins: bool
    ) -> Iterator[Operation]:
        unit = standing.unit
        if unit.key in self.spoken_of:
            return
        stands = unit.key in self.before
        if sources:
            yield Form(successor=unit.key if stands else unit, sources=sources)
        elif begins and not stands:
            yield Establish(unit=unit)

    def _moved(self, old: str, new: str, area: str) -> Iterator[Operation]:
        """What stands under a body by nobody's rule, put under the one that takes its place."""
        by_rule = {*self._bodies(area).values()}
        for unit in self.before.children(old):
            if unit.key not in by_rule and unit.key not in self.spoken_of:
                yield Move(unit=unit.key, parent=new)

    def _changed(self, change: Change) -> Iterator[Operation]:
        """The bodies of a unit that goes on under another name or as another kind."""
        area = self.before.get(change.unit)
        if area is None or change.attribute not in ("name", "kind") or change.value is None:
            return
        fact: dict[str, Any] = {change.attribute: change.value}
        changed = replace(area, **fact)
        bodies = self._bodies(change.unit)
        for standing in self.on_the_day(changed):
            body = self.before.get(bodies.get(standing.role))
            if body and body.name != standing.unit.name:
                yield Rename(unit=body.key, name=standing.unit.name)
            if body and body.kind != standing.unit.kind:
                yield Convert(unit=body.key, kind=standing.unit.kind)

    def _bodies(self, key: str) -> Mapping[str, str]:
        """The bodies that stand by rule under a unit before, by role, but those spoken of."""
        if key not in self.known:
            area = self.before.get(key)
            self.known[key] = {
                standing.role: standing.unit.key
                for standing in (self.on_the_eve(area) if area else ())
                if standing.unit.key in self.before and standing.unit.key not in self.spoken_of
            }
        return self.known[key]


def _acted_on(does: Effects) -> Iterator[str]:
    yield from (unit.key for unit in does.formed)
    yield from (key for claim in does.claims for key in (claim.source, claim.successor))
    yield from (change.unit for change in does.changes)
    yield from does.dissolved
    yield from does.concluded


def _takes_work(claim: Claim) -> bool:
    """Whether what is done for a unit goes with a claim: it follows the people, not the land."""
    return claim.touches(Aspect.PEOPLE) or claim.touches(Aspect.FUNCTIONS)


def _heir(role: str, standard: Iterable[Standing]) -> Standing | None:
    """Who of the bodies of a unit does what a role did."""
    return next((one for one in standard if role == one.role or role in one.takes), None)

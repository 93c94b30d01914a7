"""Packages (gói phương án): all plans of one day, taken together and applied as one act.

Nothing in a package happens before anything else in it, so neither the order of operations in a
plan nor the order of plans changes the result.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from tinhgon.domain.structure.claims import Change, Claim, Effects, Extent
from tinhgon.domain.structure.findings import no_blanks
from tinhgon.domain.structure.levels import TERRITORY, Aspect, Levels
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.units import PRINCIPAL, Structure, Unit

Fact = tuple[str, str, str]
"""A fact that a package may change: of which unit, which attribute, and in which hierarchy."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The operations of one instrument, all taking effect on `day`."""

    code: str
    day: date
    operations: tuple[Operation, ...]
    instrument: str | None = None

    def __post_init__(self) -> None:
        no_blanks(self)


@dataclass(frozen=True, kw_only=True)
class Succession:
    """What one unit handed on to another on a day, by which plan and clause."""

    day: date
    predecessor: str
    successor: str
    extent: Extent
    carries: frozenset[Aspect] | None = None
    main: bool = False
    verb: str = "form"
    plan: str | None = None
    clause: str | None = None


@dataclass(frozen=True, kw_only=True)
class Said:
    """One operation with the plan that says it."""

    plan: Plan
    operation: Operation
    effects: Effects


class Composition:
    """What a package does to a structure: who ends, who begins, who changes, who succeeds whom.

    `before` is the structure that the day finds. Everything is computed even where rules are
    broken, so that a draft can be looked at while it is still wrong; `rules.findings` says whether
    it may be carried out.
    """

    def __init__(self, plans: Iterable[Plan], before: Structure, levels: Levels) -> None:
        self.plans = tuple(sorted(plans, key=lambda plan: plan.code))
        self.before = before
        self.levels = levels

    @cached_property
    def day(self) -> date:
        """The day of effect; where plans disagree, the earliest; without plans, the last of all."""
        return min((plan.day for plan in self.plans), default=date.max)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every operation of every plan with its effects."""
        return tuple(
            Said(plan=plan, operation=operation, effects=operation.effects())
            for plan in self.plans
            for operation in plan.operations
        )

    @cached_property
    def claims(self) -> Mapping[str, list[Claim]]:
        """The claims on each source, in an order that no plan decides."""
        claims: dict[str, list[Claim]] = defaultdict(list)
        for said in self.said:
            for claim in said.effects.claims:
                claims[claim.source].append(claim)
        return {source: sorted(claims[source], key=_claim_order) for source in sorted(claims)}

    @cached_property
    def formed(self) -> Mapping[str, list[Unit]]:
        """The units that begin, by key; more than one under a key is a finding."""
        formed: dict[str, list[Unit]] = defaultdict(list)
        for said in self.said:
            for unit in said.effects.formed:
                formed[unit.key].append(unit)
        return {key: sorted(formed[key], key=repr) for key in sorted(formed)}

    @cached_property
    def changes(self) -> Mapping[Fact, list[Change]]:
        """The changes to units that go on, by fact; more than one value for a fact is a finding."""
        changes: dict[Fact, list[Change]] = defaultdict(list)
        for said in self.said:
            for change in said.effects.changes:
                changes[change.unit, change.attribute, change.hierarchy].append(change)
        return {
            which: sorted(changes[which], key=lambda c: c.value or "") for which in sorted(changes)
        }

    @cached_property
    def concluded(self) -> frozenset[str]:
        """Units of which the parts named are all there was."""
        return frozenset(unit for said in self.said for unit in said.effects.concluded)

    @cached_property
    def abolished(self) -> frozenset[str]:
        """Levels that end."""
        return frozenset(level for said in self.said for level in said.effects.abolished)

    @cached_property
    def dissolved_by_name(self) -> frozenset[str]:
        """Units of which a plan says that they end without a successor."""
        return frozenset(unit for said in self.said for unit in said.effects.dissolved)

    @cached_property
    def dissolved(self) -> frozenset[str]:
        """Units that end without anybody taking all they held, by name or with their level."""
        with_level = (unit.key for unit in self.before if unit.level in self.abolished)
        named = (key for key in self.dissolved_by_name if key in self.before)
        return frozenset(key for key in with_level if key not in self.spent) | {*named}

    def holds(self, unit: Unit) -> frozenset[Aspect]:
        """What a unit of its level has to hand on."""
        level = self.levels.get(unit.level)
        return level.holds if level else TERRITORY

    def used_up(self, source: str, aspect: Aspect) -> bool:
        """Whether nothing of this aspect is left of the source after the package."""
        touching = [claim for claim in self.claims.get(source, ()) if claim.touches(aspect)]
        all_named = source in self.concluded and bool(touching)
        return all_named or any(claim.extent != Extent.PART for claim in touching)

    def keeps(self, source: str) -> bool:
        """Whether the source goes on as one of its own successors."""
        return any(claim.successor == source for claim in self.claims.get(source, ()))

    @cached_property
    def spent(self) -> frozenset[str]:
        """The units of which nothing is left: others take all they held."""
        return frozenset(
            source
            for source in self.claims
            if source in self.before
            and not self.keeps(source)
            and all(self.used_up(source, aspect) for aspect in self.holds(self.before[source]))
        )

    @cached_property
    def ended(self) -> frozenset[str]:
        """The units that stand before and not after."""
        return self.spent | self.dissolved

    @cached_property
    def changed(self) -> Mapping[str, Unit]:
        """The units that go on with other facts, as they stand afterwards."""
        wanted: dict[str, list[Change]] = defaultdict(list)
        for (key, _, _), changes in self.changes.items():
            if key in self.before and key not in self.ended:
                wanted[key].append(changes[0])
        units = {key: _applied(self.before[key], changes) for key, changes in wanted.items()}
        return {key: unit for key, unit in units.items() if unit != self.before[key]}

    @cached_property
    def after(self) -> Structure:
        """The structure from the day of effect on."""
        begun = [units[0] for key, units in self.formed.items() if key not in self.before]
        return self.before.without(self.ended).having([*self.changed.values(), *begun])

    @cached_property
    def touched(self) -> tuple[Unit, ...]:
        """The units that begin or change, as they stand afterwards, sorted by key."""
        keys = sorted({*self.formed, *self.changed})
        return tuple(self.after[key] for key in keys if key in self.after)

    @cached_property
    def successions(self) -> tuple[Succession, ...]:
        """Who took what from whom, sorted; what a unit keeps of itself is not among it.

        The one marked main is the `main_successor`, said or found.
        """
        found = {
            Succession(
                day=self.day,
                predecessor=claim.source,
                successor=claim.successor,
                extent=claim.extent,
                carries=claim.carries,
                main=claim.successor == self.main_successor(claim.source),
                verb=said.operation.verb,
                plan=said.plan.code,
                clause=said.operation.clause,
            )
            for said in self.said
            for claim in said.effects.claims
            if claim.source != claim.successor
        }
        return tuple(sorted(found, key=_succession_order))

    def main_successor(self, unit: str) -> str | None:
        """The one that takes what no other rule places; None where that must be decided.

        The one marked main; without a mark the unit itself where it goes on, else the only one
        that takes all it held.
        """
        claims = self.claims.get(unit, ())
        marked = {claim.successor for claim in claims if claim.main}
        if marked:
            return _only(marked)
        if unit in self.after:
            return unit
        return _only({claim.successor for claim in claims}) if unit in self.spent else None


def reads(plans: Iterable[Plan]) -> Iterator[str]:
    """The keys of all units that the plans speak of."""
    for plan in plans:
        for operation in plan.operations:
            yield from operation.reads()


def _applied(unit: Unit, changes: Iterable[Change]) -> Unit:
    for change in changes:
        if change.hierarchy == PRINCIPAL:
            fact: dict[str, Any] = {change.attribute: change.value}
            unit = replace(unit, **fact)
        else:
            others = tuple(tie for tie in unit.ties if tie[0] != change.hierarchy)
            added = ((change.hierarchy, change.value),) if change.value else ()
            unit = replace(unit, ties=others + added)
    return unit


def _only(keys: Set[str]) -> str | None:
    return next(iter(keys)) if len(keys) == 1 else None


def _claim_order(claim: Claim) -> tuple[str, ...]:
    carried = "+".join(sorted(claim.carries or ()))
    return (claim.successor, claim.extent, carried, str(claim.main))


def _succession_order(succession: Succession) -> tuple[str, ...]:
    return (
        succession.predecessor,
        succession.successor,
        succession.extent,
        "+".join(sorted(succession.carries or ())),
        str(succession.main),
        succession.verb,
        succession.plan or "",
        succession.clause or "",
    )

"""What an operation would do beside the others of its draft, worked out from what lies near it.

The rules look at a whole package and a whole apparatus. What they find about the units of one
operation depends on little of both: the operations that act on these units and on their partners,
those that end or move what stands above and below them, and whoever bears their names and codes.
Only that is composed, so that an answer comes while somebody types. A test compares it with the
whole, operation by operation.
"""

from collections.abc import Collection, Iterable, Set
from dataclasses import replace

from tinhgon.domain.along import bodies_of, composed
from tinhgon.domain.structure import rules
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.packages import Composition
from tinhgon.domain.structure.units import PRINCIPAL, Structure, Unit
from tinhgon.reorganisation.editing.drafted import Drafted, Placed, acts_on, given_by

OF_THE_WHOLE = frozenset(
    {"split", "code-passed-on", "empty", "no-instrument", "no-plan", "several-days"}
)
"""Rules that count over a whole package: they say nothing about one operation."""


def composed_with(draft: Drafted, said: Placed, instead: bool) -> Composition:
    """What lies near an operation, with it; `instead` of the one that stands in its place."""
    return _Near(draft, said, instead).composition()


def concerning(composition: Composition, keys: Set[str]) -> list[Finding]:
    """What the rules find about these units, the heaviest first."""
    return [one for one in rules.findings(composition) if concerns(one, keys)]


def concerns(finding: Finding, keys: Set[str]) -> bool:
    """Whether a finding is about one of these units and not about the package as a whole."""
    return finding.rule not in OF_THE_WHOLE and not keys.isdisjoint(finding.units)


def keys_of(draft: Drafted, operation: Operation) -> frozenset[str]:
    """The units by which it is told whether a finding concerns an operation.

    Those it acts on; those of a level that it ends; and what it names that there is not.
    """
    does = operation.effects()
    swept = {key for level in does.abolished for key in draft.bearings.by_level.get(level, ())}
    unknown = {key for key in operation.reads() if draft.unit(key) is None}
    return acts_on(does) | swept | unknown


class _Near:
    """The operations and units that matter to one operation, gathered ring by ring."""

    def __init__(self, draft: Drafted, said: Placed, instead: bool) -> None:
        self.draft, self.said = draft, said
        replaced = (said.plan, said.number) if instead else None
        self.others: dict[tuple[str, int], Placed] = {}
        self.left_out = replaced
        self.keys = keys_of(draft, said.operation)
        self.units: set[str] = {*self.keys, *said.operation.reads()}
        self._gather()

    def composition(self) -> Composition:
        """All that was gathered, as a package of its own."""
        plans = [
            replace(plan, operations=tuple(self._operations(plan.code)))
            for plan in self.draft.plans
        ]
        return composed(plans, self._structure(), self.draft.jurisdiction)

    def _operations(self, plan: str) -> Iterable[Operation]:
        if plan == self.said.plan:
            yield self.said.operation
        yield from (one.operation for one in self.others.values() if one.plan == plan)

    def _gather(self) -> None:
        draft = self.draft
        self._take(draft.sweeping)
        for key in self.keys:
            self._take(draft.reading.get(key, ()))
        self._acting_on({*self.said.operation.reads(), *self._children()})
        self._namesakes()
        self._acting_on({key for one in self.others.values() for key in one.acts_on})
        self._upwards()

    def _take(self, found: Iterable[Placed]) -> None:
        for one in found:
            if (one.plan, one.number) != self.left_out:
                self.others[one.plan, one.number] = one
                self.units |= one.operation.reads()

    def _acting_on(self, keys: Iterable[str]) -> None:
        for key in keys:
            self._take(self.draft.acting.get(key, ()))

    def _children(self) -> list[str]:
        """What stands directly under the units: it would be left under one that ends."""
        before, hierarchies = self.draft.before, {PRINCIPAL, *self.draft.jurisdiction.hierarchies}
        found = [
            child.key
            for key in self.keys
            for hierarchy in hierarchies
            for child in before.children(key, hierarchy)
        ]
        self.units |= {*found}
        return found

    def _namesakes(self) -> None:
        """Whoever bears, or is to bear, a name or code that one of the units bears."""
        bearings = self.draft.bearings
        words = {*given_by(self.said.effects), *self._borne(self.keys)}
        for one in list(self.others.values()):
            if not self.keys.isdisjoint(one.acts_on):
                words.update(given_by(one.effects))
        bearers = {
            key
            for word in words
            for key in (*bearings.by_name.get(word, ()), *bearings.by_code.get(word, ()))
        }
        self.units |= bearers
        self._acting_on(bearers)
        for word in words:
            self._take(self.draft.naming.get(word, ()))

    def _borne(self, keys: Collection[str]) -> Iterable[str]:
        for key in keys:
            unit = self.draft.before.get(key)
            if unit:
                yield from (word for word in (unit.name, unit.code) if word)

    def _upwards(self) -> None:
        """What stands above the units, and what is done to that, until nothing is added."""
        waiting, seen = {*self.keys}, set(self.keys)
        while waiting:
            self._acting_on(waiting)
            above = {parent for key in waiting for parent in self._parents(key)}
            waiting = above - seen
            seen |= above
        self.units |= seen

    def _parents(self, key: str) -> Iterable[str]:
        unit = self.draft.before.get(key)
        if unit:
            yield from (parent for _hierarchy, parent in unit.parents)
        for does in (self.said.effects, *(o.effects for o in self.draft.acting.get(key, ()))):
            for formed in does.formed:
                if formed.key == key:
                    yield from (parent for _hierarchy, parent in formed.parents)
            for change in does.changes:
                if change.unit == key and change.attribute == "parent" and change.value:
                    yield change.value

    def _structure(self) -> Structure:
        """The units gathered, with all above them; and all below one that ends untaken.

        The bodies that stand by rule under a unit are gathered with it: they come along.
        """
        before, found = self.draft.before, {}
        ending = {*self.said.effects.dissolved, *self._swept()}
        below = {unit.key for key in ending if key in before for unit in before.under(key)}
        for key in self.units:
            below.update(bodies_of(key, before, self.draft.jurisdiction.standards).values())
        waiting = [key for key in self.units | below if key in before]
        while waiting:
            unit: Unit = before[waiting.pop()]
            if unit.key not in found:
                found[unit.key] = unit
                waiting += [parent for _h, parent in unit.parents if parent in before]
        return Structure(found.values())

    def _swept(self) -> Iterable[str]:
        """Those of the units whose level ends."""
        abolished = {level for one in self.draft.sweeping for level in one.effects.abolished}
        abolished |= {*self.said.effects.abolished}
        standing = ((key, self.draft.before.get(key)) for key in self.keys)
        return (key for key, unit in standing if unit and unit.level in abolished)

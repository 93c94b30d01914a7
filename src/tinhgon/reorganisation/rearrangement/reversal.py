"""The operations that bring back what a package rearranged.

What ended is formed anew, under a key of its own, from what its successors hold of it; what began
ends; what went on under other facts, or gave or took a part, has its facts and parts again. Names
and codes are those of before; whether they may be had again is for the rules to judge.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.operations.recode import Recode
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.units import PRINCIPAL, Unit
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.rearrangement.value import Rearrangement

LONGEST = 48
"""So much of an old key goes into that of the unit restored."""


def restored_key(key: str, package: Package) -> str:
    """The key under which a unit that a package ended is formed anew."""
    return f"{key[:LONGEST]}~{package.pk}"


def restored(done: Rearrangement, package: Package) -> dict[str, str]:
    """The keys of all units that are formed anew, by the keys of those that the package ended."""
    return {key: restored_key(key, package) for key in sorted(done.ended)}


def reversal(done: Rearrangement, anew: Mapping[str, str]) -> tuple[Operation, ...]:
    """The operations; `anew` gives the key of each unit that is formed anew."""
    return tuple(_Reversal(done, anew).operations())


class _Reversal:
    def __init__(self, done: Rearrangement, anew: Mapping[str, str]) -> None:
        self.done, self.anew = done, anew
        self.begun = sorted(key for key in done.begun if key not in done.before)

    def operations(self) -> Iterator[Operation]:
        for key in self.anew:
            yield self._formed(key)
        for key in sorted(self.done.forward):
            if key not in self.anew:
                yield Form(successor=key, sources=self._sources(key))
        for key in self.begun:
            yield from self._ends(key)
        for key in sorted(self.done.changed):
            yield from self._facts(self.done.before[key], self.done.after[key])

    def _formed(self, key: str) -> Operation:
        old = self.done.before[key]
        unit = replace(
            old,
            key=self.anew[key],
            parent=self._now(old.parent),
            ties=tuple((hierarchy, self._now(above) or above) for hierarchy, above in old.ties),
        )
        if key not in self.done.forward:
            return Establish(unit=unit)
        return Form(successor=unit, sources=self._sources(key))

    def _now(self, key: str | None) -> str | None:
        return self.anew.get(key, key) if key else None

    def _sources(self, key: str) -> tuple[Source, ...]:
        found: dict[tuple[str, object], Source] = {}
        for edge in self.done.forward[key]:
            is_main = self.main.get(edge.successor) == key
            source = Source(
                unit=edge.successor,
                extent=Extent.WHOLE if edge.successor in self.sole else Extent.PART,
                carries=None if is_main else edge.carries,  # with what nobody had handed on
                main=is_main,
            )
            found[source.unit, source.carries] = source
        return tuple(found[place] for place in sorted(found, key=str))

    @cached_property
    def _givers(self) -> Mapping[str, list[str]]:
        """Of whom each unit took, those of which it took all first."""
        givers: dict[str, list[str]] = defaultdict(list)
        for edge in sorted(self.done.edges, key=lambda one: (one.extent != Extent.WHOLE, str(one))):
            if edge.predecessor not in givers[edge.successor]:
                givers[edge.successor].append(edge.predecessor)
        return givers

    @cached_property
    def sole(self) -> frozenset[str]:
        """The units that began and took of one alone: they go back whole."""
        return frozenset(key for key in self.begun if len(self._givers.get(key, ())) == 1)

    @cached_property
    def main(self) -> Mapping[str, str]:
        """Who takes over what came to a unit since it began."""
        return {key: self._givers[key][0] for key in self.begun if self._givers.get(key)}

    def _ends(self, key: str) -> Iterator[Operation]:
        """What began ends: by being taken whole, in parts, or with nobody to take it."""
        if key not in self._givers:
            yield Dissolve(unit=key)
        elif key not in self.sole:
            yield Conclude(unit=key)

    def _facts(self, old: Unit, new: Unit) -> Iterator[Operation]:
        if old.name != new.name:
            yield Rename(unit=old.key, name=old.name)
        if old.kind != new.kind:
            yield Reclassify(unit=old.key, kind=old.kind)
        if old.code != new.code:
            yield Recode(unit=old.key, code=old.code)
        above, now = dict(old.parents), dict(new.parents)
        for hierarchy in sorted({*above, *now}, key=lambda one: (one != PRINCIPAL, one)):
            parent = self._now(above.get(hierarchy))
            if parent != now.get(hierarchy):
                yield Move(unit=old.key, parent=parent, hierarchy=hierarchy)

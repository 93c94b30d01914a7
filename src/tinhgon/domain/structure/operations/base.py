"""What every operation has: a verb, the clause it comes from, and what it does."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Effects
from tinhgon.domain.structure.findings import Malformed, no_blanks


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One sentence of a plan. `clause` cites where the instrument says it.

    Raises `Malformed` where it says something impossible by itself.
    """

    verb: ClassVar[str]
    clause: str | None = None

    def __post_init__(self) -> None:
        no_blanks(self)

    def effects(self) -> Effects:
        """What this operation does, in the simplest terms."""
        raise NotImplementedError

    def reads(self) -> frozenset[str]:
        """The keys of all units this operation speaks of, standing or yet to be formed."""
        does = self.effects()
        keys = {*does.dissolved, *does.concluded, *(unit.key for unit in does.formed)}
        keys.update(key for unit in does.formed for _, key in unit.parents)
        for claim in does.claims:
            keys.update((claim.source, claim.successor))
        for change in does.changes:
            keys.add(change.unit)
            if change.value and change.attribute == "parent":
                keys.add(change.value)
        return frozenset(keys)


def several(units: tuple[object, ...], least: int) -> None:
    """Refuse fewer than `least` units, or the same one named twice."""
    if len(units) < least:
        raise Malformed("too-few-units", least=least, given=len(units))
    if len(set(units)) < len(units):
        raise Malformed("unit-named-twice")


def differ(one: str, other: str) -> None:
    """Refuse an operation between a unit and itself."""
    if one == other:
        raise Malformed("unit-and-itself", unit=one)

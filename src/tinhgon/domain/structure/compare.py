"""Compare (so sánh): what differs between two structures, unit by unit."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tinhgon.domain.structure.units import Structure, Unit

COMPARED = ("level", "kind", "name", "code", "parent", "ties")


@dataclass(frozen=True, slots=True)
class Difference:
    """One unit that is not the same in both; None on the side where it does not stand."""

    key: str
    before: Unit | None
    after: Unit | None

    @property
    def attributes(self) -> tuple[str, ...]:
        """Which facts differ; empty where the unit begins or ends."""
        if not (self.before and self.after):
            return ()
        return tuple(
            name for name in COMPARED if getattr(self.before, name) != getattr(self.after, name)
        )


@dataclass(frozen=True)
class Comparison:
    """Two structures side by side."""

    before: Structure
    after: Structure

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """All units that differ, sorted by key."""
        return tuple(sorted(self._found(), key=lambda difference: difference.key))

    def _found(self) -> Iterator[Difference]:
        for unit in self.before:
            other = self.after.get(unit.key)
            difference = Difference(unit.key, unit, other)
            if other is None or difference.attributes:
                yield difference
        for unit in self.after:
            if unit.key not in self.before:
                yield Difference(unit.key, None, unit)

    @property
    def ended(self) -> list[Unit]:
        """Units that stand before and not after."""
        return [d.before for d in self.differences if d.before and not d.after]

    @property
    def begun(self) -> list[Unit]:
        """Units that stand after and not before."""
        return [d.after for d in self.differences if d.after and not d.before]

    @property
    def changed(self) -> list[Difference]:
        """Units that stand in both with other facts."""
        return [d for d in self.differences if d.attributes]

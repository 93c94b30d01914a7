"""The units that a finding concerns: what each was, and where it came from or went."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.naming import Names

HEADER = ("unit", "code", "kind", "name", "above", "went_to", "came_from")
MOST_NAMED = 5


@dataclass(frozen=True)
class Concerned:
    """Units by key, in the order of the finding."""

    keys: Sequence[str]
    names: Names

    @property
    def has_heirs(self) -> bool:
        """Whether anybody took from any of them."""
        return any(key in self.names.rearrangement.forward for key in self.keys)

    @property
    def has_origins(self) -> bool:
        """Whether any of them took from others."""
        return any(key in self.names.rearrangement.backward for key in self.keys)

    def row(self, key: str) -> dict[str, Any]:
        """A unit with those that took from it and those that it took from."""
        done, unit = self.names.rearrangement, self.names.unit(key)
        return {
            "name": self.names(key),
            "url": self.names.url(key),
            "code": unit.code if unit else None,
            "above": self._above(key),
            "heirs": self._named(edge.successor for edge in done.forward.get(key, ())),
            "origins": self._named(edge.predecessor for edge in done.backward.get(key, ())),
        }

    def table(self) -> Iterator[list[Any]]:
        """All of them for a file."""
        for key in self.keys:
            unit: Unit | None = self.names.unit(key)
            done = self.names.rearrangement
            yield [
                key,
                *((unit.code or "", unit.kind, unit.name) if unit else ("", "", "")),
                self._above(key),
                "; ".join(self.names(edge.successor) for edge in done.forward.get(key, ())),
                "; ".join(self.names(edge.predecessor) for edge in done.backward.get(key, ())),
            ]

    def _above(self, key: str) -> str:
        done = self.names.rearrangement
        structure = done.before if key in done.before else done.after
        return ", ".join(self.names.full(unit) for unit in structure.path(key)[1:])

    def _named(self, keys: Iterator[str]) -> dict[str, Any]:
        found = list(keys)
        shown = [(self.names(key), self.names.url(key, after=True)) for key in found[:MOST_NAMED]]
        return {"shown": shown, "more": len(found) - len(shown)}

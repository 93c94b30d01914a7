"""Consolidate (hợp nhất): several units end, and a new one begins the same day."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Claim, Effects
from tinhgon.domain.structure.operations.base import Operation, differ, several
from tinhgon.domain.structure.units import Unit


@dataclass(frozen=True, kw_only=True)
class Consolidate(Operation):
    """Two units or more end whole; the new one takes everything they held."""

    verb: ClassVar[str] = "consolidate"
    sources: tuple[str, ...]
    successor: Unit

    def __post_init__(self) -> None:
        super().__post_init__()
        several(self.sources, least=2)
        for source in self.sources:
            differ(source, self.successor.key)

    def effects(self) -> Effects:
        return Effects(
            formed=(self.successor,),
            claims=tuple(Claim.whole(source, self.successor.key) for source in self.sources),
        )

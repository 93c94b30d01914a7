"""Absorb (sáp nhập, nhập vào): units end, and one that goes on takes everything they held."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Claim, Effects
from tinhgon.domain.structure.operations.base import Operation, differ, several


@dataclass(frozen=True, kw_only=True)
class Absorb(Operation):
    """`into` goes on; the `absorbed` end whole."""

    verb: ClassVar[str] = "absorb"
    into: str
    absorbed: tuple[str, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        several(self.absorbed, least=1)
        for unit in self.absorbed:
            differ(unit, self.into)

    def effects(self) -> Effects:
        return Effects(claims=tuple(Claim.whole(unit, self.into) for unit in self.absorbed))

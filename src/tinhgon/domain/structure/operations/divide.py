"""Divide (chia): a unit ends, and two new ones or more share what it held."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import EVERYTHING, Claim, Effects, Extent
from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations.base import Operation, differ, several
from tinhgon.domain.structure.units import Unit


@dataclass(frozen=True, kw_only=True)
class Divide(Operation):
    """`unit` ends; `into` are the new units; `main` is the key of the one that takes the rest."""

    verb: ClassVar[str] = "divide"
    unit: str
    into: tuple[Unit, ...]
    main: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        several(tuple(unit.key for unit in self.into), least=2)
        for unit in self.into:
            differ(self.unit, unit.key)
        if self.main and self.main not in {unit.key for unit in self.into}:
            raise Malformed("main-not-among-successors", unit=self.main)

    def effects(self) -> Effects:
        rest = self.main or self.into[-1].key
        return Effects(
            formed=self.into,
            claims=tuple(
                Claim(
                    source=self.unit,
                    successor=unit.key,
                    extent=Extent.REST if unit.key == rest else Extent.PART,
                    carries=EVERYTHING,
                    main=unit.key == self.main,
                )
                for unit in self.into
            ),
        )

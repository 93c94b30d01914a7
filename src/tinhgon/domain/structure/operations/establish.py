"""Establish (thành lập): a unit begins that is formed from no other."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Effects
from tinhgon.domain.structure.operations.base import Operation
from tinhgon.domain.structure.units import Unit


@dataclass(frozen=True, kw_only=True)
class Establish(Operation):
    """A new unit begins; nothing is taken from others."""

    verb: ClassVar[str] = "establish"
    unit: Unit

    def effects(self) -> Effects:
        return Effects(formed=(self.unit,))

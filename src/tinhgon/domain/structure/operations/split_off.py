"""Split off (tách): a new unit begins with part of one that goes on."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import EVERYTHING, Claim, Effects, Extent, something
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations.base import Operation, differ
from tinhgon.domain.structure.units import Unit


@dataclass(frozen=True, kw_only=True)
class SplitOff(Operation):
    """`unit` goes on with less; `new` begins with a part of it."""

    verb: ClassVar[str] = "split-off"
    unit: str
    new: Unit
    carries: frozenset[Aspect] = EVERYTHING

    def __post_init__(self) -> None:
        super().__post_init__()
        differ(self.unit, self.new.key)
        something(self.carries)

    def effects(self) -> Effects:
        claim = Claim(
            source=self.unit, successor=self.new.key, extent=Extent.PART, carries=self.carries
        )
        return Effects(formed=(self.new,), claims=(claim,))

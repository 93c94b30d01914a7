"""Change level (chuyển cấp): a unit ends, and another of a different level takes all it held.

The five island districts that became special zones (đặc khu) on 1 July 2025 are the example.
"""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Claim, Effects
from tinhgon.domain.structure.operations.base import Operation, differ
from tinhgon.domain.structure.units import Unit


@dataclass(frozen=True, kw_only=True)
class ChangeLevel(Operation):
    """`unit` ends whole; `successor` is the new unit at another level."""

    verb: ClassVar[str] = "change-level"
    unit: str
    successor: Unit

    def __post_init__(self) -> None:
        super().__post_init__()
        differ(self.unit, self.successor.key)

    def effects(self) -> Effects:
        claim = Claim.whole(self.unit, self.successor.key)
        return Effects(formed=(self.successor,), claims=(claim,))

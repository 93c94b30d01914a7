"""Dissolve (giải thể): a unit ends and nothing takes its place."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Effects
from tinhgon.domain.structure.operations.base import Operation


@dataclass(frozen=True, kw_only=True)
class Dissolve(Operation):
    """`unit` ends. What it held must be below it, or the plan is refused."""

    verb: ClassVar[str] = "dissolve"
    unit: str

    def effects(self) -> Effects:
        return Effects(dissolved=(self.unit,))

"""Move (chuyển trực thuộc): a unit goes on under another parent in one hierarchy."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Change, Effects
from tinhgon.domain.structure.operations.base import Operation, differ
from tinhgon.domain.structure.units import PRINCIPAL


@dataclass(frozen=True, kw_only=True)
class Move(Operation):
    """`unit` stands under `parent` from the day of effect; None puts it at the top."""

    verb: ClassVar[str] = "move"
    unit: str
    parent: str | None
    hierarchy: str = PRINCIPAL

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.parent:
            differ(self.unit, self.parent)

    def effects(self) -> Effects:
        change = Change(
            unit=self.unit, attribute="parent", value=self.parent, hierarchy=self.hierarchy
        )
        return Effects(changes=(change,))

"""Recode (cấp lại mã): a unit goes on under another official code."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Change, Effects
from tinhgon.domain.structure.operations.base import Operation


@dataclass(frozen=True, kw_only=True)
class Recode(Operation):
    """`unit` bears `code` from the day of effect; None takes its code away."""

    verb: ClassVar[str] = "recode"
    unit: str
    code: str | None

    def effects(self) -> Effects:
        return Effects(changes=(Change(unit=self.unit, attribute="code", value=self.code),))

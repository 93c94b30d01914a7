"""Rename (đổi tên): a unit goes on under another name."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Change, Effects
from tinhgon.domain.structure.operations.base import Operation


@dataclass(frozen=True, kw_only=True)
class Rename(Operation):
    """`unit` bears `name` from the day of effect."""

    verb: ClassVar[str] = "rename"
    unit: str
    name: str

    def effects(self) -> Effects:
        return Effects(changes=(Change(unit=self.unit, attribute="name", value=self.name),))

"""Reclassify (đổi loại đơn vị): the kind changes within the same level, as xã to phường."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Change, Effects
from tinhgon.domain.structure.operations.base import Operation


@dataclass(frozen=True, kw_only=True)
class Reclassify(Operation):
    """`unit` goes on as `kind`."""

    verb: ClassVar[str] = "reclassify"
    unit: str
    kind: str

    def effects(self) -> Effects:
        return Effects(changes=(Change(unit=self.unit, attribute="kind", value=self.kind),))

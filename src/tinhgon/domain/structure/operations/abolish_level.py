"""Abolish a level (kết thúc hoạt động của một cấp): every unit still standing at it ends."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Effects
from tinhgon.domain.structure.operations.base import Operation


@dataclass(frozen=True, kw_only=True)
class AbolishLevel(Operation):
    """All units of `level` that no other operation of the package ends, end without successor."""

    verb: ClassVar[str] = "abolish-level"
    level: str

    def effects(self) -> Effects:
        return Effects(abolished=(self.level,))

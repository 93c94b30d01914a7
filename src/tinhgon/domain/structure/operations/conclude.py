"""Conclude (kết thúc hoạt động sau khi chia hết): the parts named are all there was of a unit.

For instruments, or data, that name each part of a unit without saying which is "the rest".
"""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Effects
from tinhgon.domain.structure.operations.base import Operation


@dataclass(frozen=True, kw_only=True)
class Conclude(Operation):
    """`unit` ends, its parts having gone where the package says."""

    verb: ClassVar[str] = "conclude"
    unit: str

    def effects(self) -> Effects:
        return Effects(concluded=(self.unit,))

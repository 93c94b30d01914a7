"""Convert (chuyển đổi loại hình): a body goes on as a body of another type."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Change, Effects
from tinhgon.domain.structure.operations.base import Operation


@dataclass(frozen=True, kw_only=True)
class Convert(Operation):
    """`unit` goes on as `kind`; what it held it keeps."""

    verb: ClassVar[str] = "convert"
    unit: str
    kind: str

    def effects(self) -> Effects:
        return Effects(changes=(Change(unit=self.unit, attribute="kind", value=self.kind),))

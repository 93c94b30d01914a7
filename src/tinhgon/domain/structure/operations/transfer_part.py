"""Transfer part (điều chỉnh một phần): part of one unit goes to another; both go on."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import EVERYTHING, Claim, Effects, Extent, something
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations.base import Operation, differ


@dataclass(frozen=True, kw_only=True)
class TransferPart(Operation):
    """Land, people or functions of `source` go to `to`."""

    verb: ClassVar[str] = "transfer-part"
    source: str
    to: str
    carries: frozenset[Aspect] = EVERYTHING

    def __post_init__(self) -> None:
        super().__post_init__()
        differ(self.source, self.to)
        something(self.carries)

    def effects(self) -> Effects:
        claim = Claim(
            source=self.source, successor=self.to, extent=Extent.PART, carries=self.carries
        )
        return Effects(claims=(claim,))

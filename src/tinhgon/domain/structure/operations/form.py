"""Form (sắp xếp thành): a successor from sources, each taken whole, in part, or as the rest."""

from dataclasses import dataclass
from typing import ClassVar

from tinhgon.domain.structure.claims import Claim, Effects, Source
from tinhgon.domain.structure.operations.base import Operation, several
from tinhgon.domain.structure.units import Unit


@dataclass(frozen=True, kw_only=True)
class Form(Operation):
    """A successor formed from sources.

    `successor` is a new unit, or the key of one that goes on. A source ends when nothing of it is
    left; a unit that goes on names itself among the sources if it keeps only part of itself.
    """

    verb: ClassVar[str] = "form"
    successor: Unit | str
    sources: tuple[Source, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        several(tuple((source.unit, source.carries) for source in self.sources), least=1)

    def effects(self) -> Effects:
        formed = (self.successor,) if isinstance(self.successor, Unit) else ()
        key = self.successor.key if isinstance(self.successor, Unit) else self.successor
        return Effects(
            formed=formed,
            claims=tuple(
                Claim(
                    source=source.unit,
                    successor=key,
                    extent=source.extent,
                    carries=source.carries,
                    main=source.main,
                )
                for source in self.sources
            ),
        )

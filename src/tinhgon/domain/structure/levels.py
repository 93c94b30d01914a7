"""Levels (cấp) and kinds (loại) of units, as a jurisdiction names them and the law dates them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tinhgon.domain.periods import Period


class Aspect(StrEnum):
    """What a unit holds and hands on. A plan may send land one way and people another."""

    LAND = "land"
    PEOPLE = "people"
    FUNCTIONS = "functions"


ALWAYS = Period()
TERRITORY = frozenset({Aspect.LAND, Aspect.PEOPLE})


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of unit at one level: phường, xã, quận, sở … `period`: when the law knows it.

    `bloc` is the bloc (khối) that bodies of the kind belong to; None where they belong to that of
    the body above them. `public_service`: they serve the public and do not govern
    (đơn vị sự nghiệp công lập).
    """

    key: str
    period: Period = ALWAYS
    bloc: str | None = None
    public_service: bool = False


@dataclass(frozen=True, kw_only=True)
class Level:
    """A level of the apparatus; `rank` 1 is the highest. `code` is the shape of its codes."""

    key: str
    rank: int
    holds: frozenset[Aspect] = TERRITORY
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    code: str | None = None
    period: Period = ALWAYS

    @property
    def is_area(self) -> bool:
        """Whether its units are areas, with land or people; others are bodies (cơ quan)."""
        return bool(self.holds & TERRITORY)


class Levels(dict[str, Level]):
    """The levels of a jurisdiction by key."""

    def __init__(self, levels: Iterable[Level]) -> None:
        super().__init__({level.key: level for level in levels})

    def kind(self, level: str, kind: str, on: date) -> Kind | None:
        """The kind at this level if the law knows both on that day, else None."""
        at = self.get(level)
        found = at.kinds.get(kind) if at and on in at.period else None
        return found if found and on in found.period else None

"""Claims (phần lấy): who takes what from whom when units are rearranged."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from tinhgon.domain.structure.findings import Malformed, no_blanks
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.units import PRINCIPAL, Unit

EVERYTHING = frozenset(Aspect)
"""Everything a unit can hold."""


class Extent(StrEnum):
    """How much of a source is taken: all of it, a part, or whatever the other parts leave."""

    WHOLE = "whole"
    PART = "part"
    REST = "rest"


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One thing a successor is formed from: so much of that unit.

    `carries` says what is taken; None means that the instrument or the source of the data does
    not say. `main` marks the successor that takes over what no other rule places.
    """

    unit: str
    extent: Extent = Extent.WHOLE
    carries: frozenset[Aspect] | None = None
    main: bool = False

    def __post_init__(self) -> None:
        no_blanks(self)
        something(self.carries)


def something(carries: frozenset[Aspect] | None) -> None:
    """Refuse to carry nothing; what is not stated is None."""
    if carries is not None and not carries:
        raise Malformed("carries-nothing")


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A source as claimed by a successor."""

    source: str
    successor: str
    extent: Extent
    carries: frozenset[Aspect] | None = None
    main: bool = False

    @classmethod
    def whole(cls, source: str, successor: str) -> "Claim":
        """All of a unit, and all it holds, passes to one successor."""
        return cls(
            source=source, successor=successor, extent=Extent.WHOLE, carries=EVERYTHING, main=True
        )

    def touches(self, aspect: Aspect) -> bool:
        """Whether the claim takes this aspect, or may."""
        return self.carries is None or aspect in self.carries


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A fact of a unit that goes on; where its parent changes, `hierarchy` says in which."""

    unit: str
    attribute: Literal["name", "kind", "code", "parent"]
    value: str | None
    hierarchy: str = PRINCIPAL


@dataclass(frozen=True, kw_only=True)
class Effects:
    """What one operation does, in the five simplest terms; all of them happen at once."""

    formed: tuple[Unit, ...] = ()
    claims: tuple[Claim, ...] = ()
    changes: tuple[Change, ...] = ()
    dissolved: tuple[str, ...] = ()
    concluded: tuple[str, ...] = ()
    abolished: tuple[str, ...] = ()

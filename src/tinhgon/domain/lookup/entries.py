"""What goes into a look-up and what comes out: entries, and the match for a query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tinhgon.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit as it stood during one period under one parent.

    A unit that was renamed, reclassified or moved has several entries. `parent` is the key of the
    unit above it in the principal hierarchy; a key that no entry bears ends the path.
    """

    unit: str
    level: str
    kind: str
    name: str
    code: str | None
    parent: str | None
    period: Period


Path = tuple[Entry, ...]
"""An entry and those above it, lowest first."""


class How(StrEnum):
    """By which step a query was understood: the least exact one that any part of it needed."""

    EXACT = "exact"
    """As the register writes it; letter case, white space and punctuation do not matter."""
    SPELLING = "spelling"
    """By a spelling, short form or other name that the jurisdiction file counts as the same."""
    FOLDED = "folded"
    """By the letters without their marks."""
    FUZZY = "fuzzy"
    """By one letter, or the kind, being wrong where everything else is right."""
    AMBIGUOUS = "ambiguous"
    """Several units fit."""
    NOT_FOUND = "not_found"
    """None fits, or what was said contradicts itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """A unit with the path by which it was understood: `path[0]` is the unit itself."""

    unit: str
    path: Path


@dataclass(frozen=True, slots=True)
class Match:
    """What a query means: one unit, several (`ambiguous`), or none with near misses.

    `is_code`: it was read as an official code. `left_out`: words of an address (house, street,
    village) were not used. `may_be_street`: the unit is named as streets are, and nothing said that
    the unit is meant.
    """

    how: How
    units: tuple[Found, ...] = ()
    suggestions: tuple[Found, ...] = ()
    is_code: bool = False
    left_out: bool = False
    may_be_street: bool = False


def units_of(paths: Iterable[Path]) -> tuple[Found, ...]:
    """The units at the foot of these paths, each once as it stood last, in order of their codes."""
    latest: dict[str, Path] = {}
    for path in sorted(paths, key=lambda path: path[0].period.start or date.min):
        latest[path[0].unit] = path
    ordered = sorted(latest.items(), key=_by_code_and_start)
    return tuple([Found(unit, path) for unit, path in ordered])


def _by_code_and_start(item: tuple[str, Path]) -> tuple[str, date, str]:
    unit, (entry, *_) = item
    return entry.code or "", entry.period.start or date.min, unit

"""What the rows of a folder in the generic form say, as values."""

from dataclasses import dataclass
from datetime import date

from tinhgon.domain.periods import Period
from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.units import Location


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A row of `units.csv`: a unit as it stood in one period. `parent` is None at the top."""

    line: int
    version: str
    key: str
    code: str | None
    level: str
    kind: str
    name: str
    parent: str | None
    period: Period
    location: Location
    source: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A row of `changes.csv`: an edge of an event.

    Predecessor and successor are names of versions; `extent` is None only while being read.
    """

    line: int
    event: str
    instrument: str | None
    day: date
    operation: str
    predecessor: str | None
    successor: str | None
    extent: Extent | None
    carries: frozenset[Aspect] | None
    main: bool
    evidence: str
    clause: str


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """A row of `instruments.csv`."""

    line: int
    number: str
    issued: date | None
    in_force: date | None
    operative: date | None
    titles: dict[str, str]
    mark: str | None
    source: str


@dataclass(frozen=True, slots=True)
class TieRow:
    """A row of `ties.csv`: a place in another hierarchy."""

    line: int
    key: str
    hierarchy: str
    parent: str
    period: Period


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A row of `contacts.csv`."""

    line: int
    key: str
    period: Period
    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A row of `mandates.csv`: what a body is charged with."""

    line: int
    key: str
    function: str
    area: str
    role: str
    instrument: str | None
    period: Period
    source: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A row of `coverage.csv`: from which day on all that lies below a unit is registered."""

    line: int
    key: str
    since: date
    source: str

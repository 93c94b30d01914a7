"""What the API of the register takes and gives."""

from datetime import date
from decimal import Decimal

from ninja import Field, Schema

from tinhgon.ui.api import Page


class UnitOut(Schema):
    """A unit as it stands on a day."""

    key: str = Field(description="Permanent; never used again.")
    level: str
    kind: str
    name: str
    full_name: str
    code: str | None = Field(description="Official code on that day, with leading zeros.")
    parent: str | None = Field(description="Key of the unit above it; null at the top.")
    ties: list[tuple[str, str]] = Field(description="Parents in other hierarchies.")


class PeriodOut(Schema):
    """A fact of a unit and the days in which it holds: from `start` up to, not including, `end`."""

    fact: str
    value: str
    start: date | None
    end: date | None
    instrument: str | None


class SuccessionOut(Schema):
    """What one unit handed on to another."""

    day: date
    predecessor: str
    successor: str
    extent: str
    carries: list[str] | None = Field(description="Null where the sources do not say.")
    main: bool
    verb: str
    instrument: str | None
    clause: str


class LineageOut(Schema):
    """Where a unit comes from and where it went."""

    predecessors: list[SuccessionOut]
    successors: list[SuccessionOut]


class CountsOut(Schema):
    """How many units stand at each level, highest level first."""

    levels: dict[str, int]


class PlaceOut(Schema):
    """A unit in which something of the one meant may be found."""

    key: str
    code: str | None
    full_name: str
    land: bool
    people: bool
    extent: str | None
    instrument: str | None


class MeantOut(Schema):
    """A unit that a query may mean."""

    key: str
    code: str | None
    address: str
    places: list[PlaceOut]


class AnswerOut(Schema):
    """What a query means and where that is to be found."""

    query: str
    how: str = Field(description="exact, spelling, folded, fuzzy, ambiguous or not_found")
    answer: list[str] = Field(description="Codes in force of all units with land or people.")
    answer_people: list[str] = Field(description="Those with people.")
    meant: list[MeantOut]
    suggestions: list[str]


class QueriesIn(Schema):
    """Several queries asked at once."""

    queries: list[str] = Field(max_length=1000)
    asked_on: date | None = None
    on: date | None = None


class DifferenceOut(Schema):
    """A unit that is not the same in both structures."""

    key: str
    before: UnitOut | None
    after: UnitOut | None
    attributes: list[str]


class ComparisonOut(Schema):
    """Two structures side by side."""

    ended: int
    begun: int
    changed: int
    differences: Page[DifferenceOut]


class CorrectionIn(Schema):
    """What is right about a unit over a period; give only what was wrong."""

    reason: str = Field(min_length=3, max_length=500)
    start: date | None = Field(description="First day of the period; null if it has no beginning.")
    end: date | None = Field(description="First day after the period; null if it is still so.")
    name: str | None = None
    kind: str | None = None
    code: str | None = None
    parent: str | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    area_km2: Decimal | None = None


class WrittenOut(Schema):
    """How many rows of each kind an act wrote."""

    written: dict[str, int]

"""What the API of the register takes and gives."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from ninja import Field, Schema

from tinhgon.ui.api import Body, Page


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

    fact: str = Field(
        description="level, kind, name, code, parent, area_km2, latitude, longitude; or another "
        "hierarchy, in which `value` is the key of the unit above."
    )
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
    covered: bool = Field(
        True, description="Given where it is false: no source says what stood then, in all of this."
    )


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


class QueriesIn(Body):
    """Several queries asked at once."""

    queries: list[Annotated[str, Field(max_length=1000)]] = Field(max_length=1000)
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
    covered: bool = Field(
        True, description="Given where it is false: compared is only what there are sources for."
    )
    differences: Page[DifferenceOut]


class CorrectionIn(Body):
    """What is right about a unit over a period; give only what was wrong."""

    reason: str = Field(min_length=3, max_length=500)
    start: date | None = Field(description="First day of the period; null if it has no beginning.")
    end: date | None = Field(description="First day after the period; null if it is still so.")
    seen: str | None = Field(
        None, description="When you read the unit: what others wrote since is not overwritten."
    )
    under: str | None = Field(None, description="Number of the instrument that says what is right.")
    name: str | None = None
    kind: str | None = None
    code: str | None = Field(None, description="Null where it bears none.")
    parent: str | None = Field(None, description="Key of the unit above it; null at the top.")
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    area_km2: Decimal | None = None


class WrittenOut(Schema):
    """How many rows of each kind an act wrote."""

    written: dict[str, int]


class InstrumentOut(Schema):
    """A legal document under which units begin, end or change."""

    id: int
    number: str
    issued: date | None
    in_force: date | None = Field(description="The day from which it binds.")
    operative: date | None = Field(description="The day from which the new apparatus works.")
    titles: dict[str, str] = Field(description="By language.")
    mark: str = Field(description="How surely it is verified: P, O, R or K.")
    source: str


class ConsequenceOut(Schema):
    """A unit that began, changed or ended under an instrument."""

    what: str = Field(description="begun, changed or ended")
    key: str
    day: date
    clauses: list[str]
    others: list[str] = Field(description="Keys of predecessors; of successors if it ended.")
    changes: list[str] = Field(description="Which facts of a changed unit are otherwise.")

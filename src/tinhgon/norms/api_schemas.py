"""What the API of norms takes and gives."""

from datetime import date
from typing import Any

from ninja import Field, Schema

from tinhgon.ui.api import Body

Text = Field(max_length=500)


class FindingsWish(Schema):
    """Which findings are wished for; nothing named is all that are open."""

    rule: str = ""
    bloc: str = ""
    severity: str = ""
    unit: str = Field("", description="A unit, by key or code of today, with all below it.")
    state: str = Field("open", description="open (waived ones too), waived or closed.")


class RemedyOut(Schema):
    """One thing that would satisfy the rule."""

    code: str
    number: int | None


class ProvisionOut(Schema):
    """A figure of law that had a say, and how surely it is verified."""

    name: str
    of: list[str]
    instrument: str | None
    issued: date | None
    article: str | None
    since: date | None
    mark: str


class FindingOut(Schema):
    """Something a rule found: of which units, against which limit, by when to be put right."""

    identifier: str = Field(description="The same for the same thing on every run.")
    rule: str
    severity: str = Field(description="block, over, warn or unjudged.")
    units: list[str]
    about: str
    found: int | None
    limit: int | None
    until: date | None = Field(description="The last day on which it need not be right yet.")
    answers: str | None = Field(description="The unit that must put it right.")
    remedies: list[RemedyOut]
    provisions: list[ProvisionOut]
    inputs: dict[str, Any]
    facts: dict[str, Any]
    mark: str
    first_seen: date
    last_seen: date
    closed: date | None
    waived: bool


class RuleOut(Schema):
    """A rule and what it is called."""

    rule: str
    title: str


class RunIn(Body):
    """The day of which the register is judged."""

    on: date | None = None


class RunOut(Schema):
    """A run; the same world gives the same digest."""

    day: date
    counts: dict[str, int]
    digest: str


class WaiverIn(Body):
    """What is let be: of which unit, by which authority above it, until when and why."""

    rule: str = Field(max_length=60)
    unit: str
    authority: str
    number: str = Field(max_length=60, description="Number of the authority's decision.")
    reason: str = Text
    on: date | None = None
    last_day: date


class WaiverOut(Schema):
    """A waiver."""

    id: int
    rule: str
    unit: str
    authority: str
    number: str
    reason: str
    first_day: date
    last_day: date
    revoked: date | None


class RevocationIn(Body):
    """From which day a waiver no longer holds, and why."""

    on: date | None = None
    reason: str = Text


class RegulationsIn(Body):
    """Working regulations in force from a day."""

    number: str = Field(max_length=60)
    on: date | None = None
    text: str = Field("", max_length=200_000)


class RegulationsOut(Schema):
    """Working regulations of a unit; without a last day they are in force."""

    unit: str
    number: str
    first_day: date
    last_day: date | None
    text: str

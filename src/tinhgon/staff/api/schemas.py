"""What programs are told of posts and people, and what they send."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

from tinhgon.staff.ledger.actions import MOST_POSTS
from tinhgon.staff.models import Act
from tinhgon.ui.api import Body

KEY = "A unit's key, or its code on the day."


class HeldOut(Schema):
    """Posts of one kind of staff: those that may be filled, and those that may not."""

    open: int
    frozen: int


class BalanceOut(Schema):
    """What a unit holds itself, and with everything below it, by kind of staff."""

    unit: str
    own: dict[str, HeldOut]
    whole: dict[str, HeldOut]


class MovementOut(Schema):
    """A row of the ledger: without a source granted from outside, without a target lapsed."""

    id: int
    act: str = Field(description=f"One of: {', '.join(Act.values)}.")
    posts: int
    kind: str
    on: date
    year: int | None
    source: str | None
    source_purse: str | None
    target: str | None
    target_purse: str | None
    under: str | None
    reason: str
    reverses: int | None
    recorded_at: datetime


class MovementIn(Body):
    """Posts to be moved.

    `allocate` without a source enters what the authority above granted; `lapse`, `freeze` and
    `thaw` have a source alone.
    """

    act: Literal["allocate", "return", "lapse", "transfer", "freeze", "thaw"]
    posts: int = Field(ge=1, le=MOST_POSTS)
    kind: str = Field(max_length=40, description="A kind of staff of the jurisdiction file.")
    source: str | None = Field(None, max_length=64, description=KEY)
    target: str | None = Field(None, max_length=64, description=KEY)
    purse: Literal["open", "frozen"] = Field("open", description="Which posts lapse.")
    on: date | None = Field(None, description="The legal day; today by default.")
    under: str | None = Field(None, max_length=60, description="The number of the instrument.")
    reason: str = Field("", max_length=500)
    year: int | None = Field(None, ge=1945, le=9999)


class ReversalIn(Body):
    """Why a movement is reversed, and as of which day; its own by default."""

    reason: str = Field(min_length=3, max_length=500)
    on: date | None = None
    under: str | None = Field(None, max_length=60)


class HeadOut(Schema):
    """Who is the head of a unit: one name, or why there is none."""

    unit: str
    state: str = Field(description="head, acting, vacant, several or no-post")
    title: str
    name: str
    names: list[str]


class PersonOut(Schema):
    """Somebody in a post."""

    assignment: int
    officer: str
    name: str
    basis: str
    since: date | None


class SeatOut(Schema):
    """A post of a unit and who is in it."""

    post: str
    titles: dict[str, str]
    kind: str
    rank: str
    vacant: bool
    people: list[PersonOut]


class PostIn(Body):
    """A post to be set up."""

    post: str = Field(min_length=1, max_length=64, description="Its number, which never changes.")
    titles: dict[str, str] = Field(description="By language.")
    kind: str = Field(max_length=40, description="A kind of staff of the jurisdiction file.")
    rank: Literal["head", "deputy", "none"] = "none"
    on: date | None = Field(None, description="The first day; today by default.")
    until: date | None = Field(None, description="The first day after.")
    under: str | None = Field(None, max_length=60)
    reason: str = Field("", max_length=500)


class PostOut(Schema):
    """A post and where it stands."""

    post: str
    unit: str
    titles: dict[str, str]
    kind: str
    rank: str
    on: date
    until: date | None


class EndIn(Body):
    """When something ends, and why."""

    on: date | None = Field(None, description="The first day after; today by default.")
    reason: str = Field(min_length=3, max_length=500)


class EndedOut(Schema):
    """The first day on which it is no more."""

    on: date


class AssignmentIn(Body):
    """Somebody for a post."""

    officer: str = Field(max_length=64)
    basis: Literal["main", "concurrent", "loan", "acting"] = "main"
    on: date | None = Field(None, description="The first day; today by default.")
    until: date | None = Field(None, description="The first day after.")
    moves: bool = Field(False, description="Ends the present main post on that day.")
    under: str | None = Field(None, max_length=60)
    reason: str = Field("", max_length=500)


class AssignedOut(Schema):
    """An assignment."""

    id: int
    officer: str
    post: str
    basis: str
    on: date
    until: date | None


class TargetOut(Schema):
    """A target with its progress on a day."""

    id: int
    target: str
    titles: dict[str, str]
    unit: str | None
    bloc: str | None
    counts: str
    percent: int
    base_day: date
    due: date
    under: str | None
    base: int
    cut: int
    cap: int
    held: int
    done: int
    left: int
    vacant: int
    to_retire: int
    outlook: str = Field(description="met, by-vacancies, in-time, late or short")
    paid_in: int | None
    retirements: dict[str, int]
    unknown: int
    mark: str = Field(description="How surely the age of retirement is known.")
    together: list[str] = Field(
        description="Targets whose units have become this one: the figures are of all of them."
    )


class TargetIn(Body):
    """A target for a unit or a bloc."""

    target: str = Field(min_length=1, max_length=64, pattern=r"^[-a-zA-Z0-9_]+$")
    titles: dict[str, str]
    unit: str | None = Field(None, max_length=64, description=KEY)
    bloc: str = Field("", max_length=40)
    counts: str = Field(max_length=40)
    percent: int = Field(ge=0, le=100)
    base_day: date
    base: int | None = Field(None, ge=0, le=MOST_POSTS)
    due: date
    under: str | None = Field(None, max_length=60)
    reason: str = Field("", max_length=500)

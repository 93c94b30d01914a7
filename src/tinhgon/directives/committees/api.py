"""Committees for programs: those of a day, one, its plans and sessions, and what can be done."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import is_naive, localdate, make_aware
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema, Status

from tinhgon.directives.committees import actions
from tinhgon.directives.committees.carrying_out import Given, carry_out
from tinhgon.directives.committees.entitlement import Rights, ask_to_set_up
from tinhgon.directives.committees.json_documents import (
    committee_document,
    plan_document,
    row_document,
    sessions_document,
)
from tinhgon.directives.committees.listing import committees_seen, rows
from tinhgon.directives.committees.naming import committee_known
from tinhgon.directives.models import Committee
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.registry import queries
from tinhgon.registry.api.named import instrument_named
from tinhgon.staff.api.asked import not_allowed, officer_named
from tinhgon.ui.api import (
    PROBLEMS,
    Body,
    Cursor,
    Limit,
    OnDay,
    Page,
    Problem,
    caller,
    needs,
    page,
    read_day,
    signed_in,
)
from tinhgon.work.entitlement import NotEntitled

router = Router(tags=["committees"])

KEY = "A unit's key, or its code on the day."


class CommitteeLineOut(Schema):
    """A committee in a list."""

    committee: str
    titles: dict[str, str]
    unit: str
    office: str
    head: str
    members: int
    next_session: datetime | None


class CommitteeMemberOut(Schema):
    """Somebody in a committee; `to_be_settled` where they left the post that they had then."""

    member: int
    role: str
    officer: str | None
    name: str
    looks_after: str
    units: list[str]
    valid_from: date
    valid_to: date | None
    to_be_settled: bool


class CommitteeOut(Schema):
    """A committee on a day: in whose name it stands, its standing office, its members."""

    committee: str
    titles: dict[str, str]
    unit: str
    office: str
    under: str
    valid_from: date
    valid_to: date | None
    ended_under: str | None
    reason: str
    members: list[CommitteeMemberOut]


class CommitteeMoveOut(Schema):
    """When an item was moved, where to, and why."""

    on: date
    month: int | None
    day: date | None
    reason: str


class CommitteeItemOut(Schema):
    """An item of a plan as it was written and as it stands."""

    item: int
    what: str
    product: str
    planned_month: int | None
    planned_day: date | None
    month: int | None
    day: date | None
    due: date
    member: int | None
    answers: str
    unit: str | None
    recurring: bool
    state: str
    closed_on: date | None
    session: int | None
    moves: list[CommitteeMoveOut]


class CommitteePlanOut(Schema):
    """The plan of a year; nothing of it counts while `adopted_on` is null."""

    committee: str
    year: int
    adopted_on: date | None
    under: str | None
    items: list[CommitteeItemOut]


class CommitteePointOut(Schema):
    """A point of an agenda; `item` is the item of a plan that it is."""

    number: int
    title: str
    item: int | None


class CommitteeAttendanceOut(Schema):
    """Somebody invited; `attended` is null until the session was held."""

    member: int
    attended: bool | None
    stood_in: str


class CommitteeSessionOut(Schema):
    """A session; `held` is null while it is to come, false where it was cancelled."""

    session: int
    at: datetime
    place: str
    held: bool | None
    reason: str
    agenda: list[CommitteePointOut]
    invited: list[CommitteeAttendanceOut]


class CommitteeIn(Body):
    """A committee to be set up in the name of a unit."""

    committee: str = Field(max_length=64, description="Its key; it never changes.")
    titles: dict[Literal["vi", "en"], str]
    unit: str = Field(max_length=64, description=KEY)
    office: str = Field(max_length=64, description="The standing office. " + KEY)
    under: str = Field(max_length=60, description="The number of the instrument.")
    on: date | None = None


class CommitteeActIn(Body):
    """What is done with a committee; each act takes what it needs of the rest."""

    act: Literal[
        "attach",
        "dissolve",
        "appoint",
        "relieve",
        "add-item",
        "rewrite-item",
        "take-out-item",
        "adopt-plan",
        "carry-over",
        "move-item",
        "entrust-item",
        "item-done",
        "drop-item",
        "call-session",
        "hold-session",
        "cancel-session",
    ]
    on: date | None = None
    until: date | None = None
    words: str = Field("", max_length=1000, description="The reason, or what was done.")
    under: str | None = Field(None, max_length=60)
    unit: str | None = Field(None, max_length=64, description=KEY)
    units: list[str] = Field([], max_length=200)
    capacity: Literal["name", "office"] = "office"
    role: Literal["head", "deputy", "standing", "member", "secretary"] = "member"
    officer: str | None = Field(None, max_length=64)
    name: str = Field("", max_length=150)
    position: str = Field("", max_length=300)
    looks_after: str = Field("", max_length=500)
    member: int | None = Field(None, ge=1, lt=2**62)
    item: int | None = Field(None, ge=1, lt=2**62)
    items: list[int] = Field([], max_length=500, description="Items chosen, or dealt with.")
    year: int | None = Field(None, ge=1900, le=8999)
    month: int | None = Field(None, ge=1, le=12)
    day: date | None = None
    what: str = Field("", max_length=500)
    product: str = Field("", max_length=300)
    recurring: bool = False
    session: int | None = Field(None, ge=1, lt=2**62)
    when: datetime | None = None
    place: str = Field("", max_length=300)
    points: list[str] = Field([], max_length=50)
    attended: list[int] = Field([], max_length=1000)
    stood_in: dict[int, str] = {}


@router.get(
    "/committees",
    response={200: Page[CommitteeLineOut], **PROBLEMS},
    operation_id="list_committees",
)
@signed_in
def list_committees(
    request: HttpRequest, cursor: Cursor, limit: Limit, on: OnDay = None, past: bool = False
) -> Any:
    """The committees of a day that one may see, or those dissolved by then; by title."""
    ask_scope(request, DirectivesPermission.SEE)
    day = read_day(on) or localdate()
    found = committees_seen(Rights(caller(request), localdate()), day, past=past)
    answer = page(found, cursor, limit)
    return {**answer, "items": [row_document(row) for row in rows(answer["items"], day)]}


@router.get(
    "/committees/{key}", response={200: CommitteeOut, **PROBLEMS}, operation_id="get_committee"
)
@signed_in
def get_committee(request: HttpRequest, key: str, on: OnDay = None) -> Any:
    """One committee with its members on a day, for whoever may see it."""
    return committee_document(known(request, key), read_day(on) or localdate())


@router.get(
    "/committees/{key}/plan",
    response={200: CommitteePlanOut, **PROBLEMS},
    operation_id="get_committee_plan",
)
@signed_in
def get_committee_plan(
    request: HttpRequest,
    key: str,
    on: OnDay = None,
    year: int | None = Query(None, ge=1900, le=8999, description="The year of the day without it."),
) -> Any:
    """The plan of a year as it stands on a day, what is due first first."""
    day = read_day(on) or localdate()
    return plan_document(known(request, key), year or day.year, day)


@router.get(
    "/committees/{key}/sessions",
    response={200: Page[CommitteeSessionOut], **PROBLEMS},
    operation_id="list_committee_sessions",
)
@signed_in
def list_committee_sessions(request: HttpRequest, key: str, cursor: Cursor, limit: Limit) -> Any:
    """The sessions of a committee, the latest first."""
    committee = known(request, key)
    asked = committee.sessions.prefetch_related("agenda", "invited").order_by("-at")
    found = page(asked, cursor, limit)
    return {**found, "items": sessions_document(found["items"])}


@router.post(
    "/committees", response={201: CommitteeOut, **PROBLEMS}, operation_id="set_up_committee"
)
@needs(DirectivesPermission.COMMITTEE)
def set_up_committee(request: HttpRequest, body: CommitteeIn) -> Any:
    """Set up a committee in the name of a unit, under an instrument."""
    today, by = localdate(), caller(request)
    on = body.on or today
    unit, office = queries.unit(body.unit, on), queries.unit(body.office, on)
    under = instrument_named(body.under)
    if under is None:
        raise Problem(422, "no-such-instrument", _("Name the instrument."), fact="under")
    with _refusals():
        ask_to_set_up(unit.key, by, on=today)
        titles = {language: words for language, words in body.titles.items() if words}
        named = {"unit": unit, "office": office, "under": under, "on": on}
        made = actions.set_up(body.committee, by=by, titles=titles, **named)
    return Status(201, committee_document(committee_known(made.key, by, on=today), on))


@router.post(
    "/committees/{key}/acts",
    response={201: CommitteeOut, **PROBLEMS},
    operation_id="act_on_committee",
)
@needs(DirectivesPermission.COMMITTEE)
def act_on_committee(request: HttpRequest, key: str, body: CommitteeActIn) -> Any:
    """Do something with a committee: appoint, plan, call a session …; it is told as it is then."""
    by, today = caller(request), localdate()
    committee = committee_known(key, by, on=today)
    on = body.on or today
    alike = body.dict(exclude={"act", "under", "unit", "units", "officer", "when"})
    given = Given(
        **alike,
        under=instrument_named(body.under),
        unit=queries.unit(body.unit, on) if body.unit else None,
        units=[queries.unit(one, on) for one in body.units],
        officer=officer_named(body.officer),
        when=make_aware(body.when) if body.when and is_naive(body.when) else body.when,
    )
    with _refusals():
        carry_out(body.act, committee, by=by, at=timezone.now(), given=given)
    return Status(201, committee_document(committee_known(key, by, on=today), today))


def known(request: HttpRequest, key: str) -> Committee:
    """A committee that whoever asks may see, through a token that has the scope."""
    ask_scope(request, DirectivesPermission.SEE)
    return committee_known(key, caller(request), on=localdate())


def ask_scope(request: HttpRequest, permission: StrEnum) -> None:
    """A token reads only with this scope; who may read what is asked for each committee."""
    _by, scopes = request.auth  # type: ignore[attr-defined]
    if permission not in scopes:
        words = _("This needs the permission %s.") % permission.value
        raise Problem(403, "not-allowed", words)


@contextmanager
def _refusals() -> Iterator[None]:
    """What refuses an act is told as a problem."""
    try:
        yield
    except NotEntitled as wrong:
        raise not_allowed(wrong.permission, wrong.unit) from None
    except ValidationError as wrong:
        facts = {"fact": next(iter(wrong.error_dict))} if hasattr(wrong, "error_dict") else {}
        raise Problem(422, "impossible", " ".join(wrong.messages), **facts) from None

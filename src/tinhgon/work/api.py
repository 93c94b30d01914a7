"""Works for programs: lists, one work, giving one, and whatever can be done with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import localdate
from ninja import Field, Router, Schema, Status

from tinhgon.domain.work.life import NotNow
from tinhgon.domain.worktime.terms import Measure
from tinhgon.domain.worktime.terms import Term as TermValue
from tinhgon.registry import queries
from tinhgon.registry.api.named import instrument_named
from tinhgon.staff.api.asked import not_allowed, officer_named
from tinhgon.ui.api import PROBLEMS, Body, Cursor, Limit, Page, Problem, caller, needs, page
from tinhgon.work.carrying_out import Given, carry_out
from tinhgon.work.custody import actions as custody
from tinhgon.work.custody.issuing import Order
from tinhgon.work.entitlement import NotEntitled, permission_of
from tinhgon.work.json_documents import row_document, work_document
from tinhgon.work.listing.inbox import Desk, Found, Question, Show, inbox
from tinhgon.work.naming import work_known
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.refusals import Refused, refusal_words
from tinhgon.work.standing import Standing

router = Router(tags=["work"])

KEY = "A unit's key, or its code on the day."


class WorkLineOut(Schema):
    """A work in a list; `standing` is done or not, in time or late.

    `excused`: it is late, and an objection to that was upheld. `objected`: one waits.
    """

    work: str
    kind: str
    title: str
    unit: str
    giver: str
    since: datetime
    promised: date | None
    due: date | None
    state: str
    standing: str
    days_late: int
    at_risk: bool
    excused: bool
    objected: bool


class WorkCustodyOut(Schema):
    """Who had a work from an instant on, until the next began."""

    unit: str
    officer: str | None
    start: datetime
    because: str
    reason: str


class WorkExtensionOut(Schema):
    """More time that was asked for; `granted` is null until it is decided."""

    asked_on: date
    until: date
    reason: str
    granted: bool | None
    decided_on: date | None


class WorkObjectionOut(Schema):
    """What was said against a work; `upheld` is null until it is decided."""

    kind: str
    reason: str
    unit: str
    at: datetime
    upheld: bool | None
    decided_at: datetime | None
    answer: str


class WorkFileOut(Schema):
    """A file of a work. `withdrawn` is why it was, after which what is in it is given to nobody."""

    file: int
    name: str
    kind: str
    size: int
    sha256: str
    day: date | None
    unit: str
    at: datetime
    withdrawn: str | None


class WorkEventOut(Schema):
    """Something that happened to a work, and on whose side."""

    what: str
    at: datetime
    on: date
    unit: str
    words: str


class WorkOut(Schema):
    """All of a work. `due` is derived anew from what is known; `promised` was told when given."""

    work: str
    kind: str
    title: str
    product: str
    under: str | None
    origin: str
    parent: str | None
    template: str
    clarities: dict[str, str]
    giver: str
    unit: str
    officer: str | None
    state: str
    standing: str
    days_late: int
    at_risk: bool
    excused: bool
    objected: bool
    promised: date | None
    due: date | None
    custody: list[WorkCustodyOut]
    extensions: list[WorkExtensionOut]
    objections: list[WorkObjectionOut]
    events: list[WorkEventOut]
    files: list[WorkFileOut]


class WorkTermIn(Body):
    """So many days, counted from the day after the work is given."""

    number: int = Field(ge=1, le=1000)
    measure: Literal["working-days", "days", "months"]


class WorkIn(Body):
    """A work to be given. Of `leads` there is one; `due` and `term` exclude each other."""

    giver: str = Field(max_length=64, description=KEY)
    leads: list[str] = Field(max_length=20, description="The one unit that leads.")
    contributors: list[str] = Field([], max_length=50)
    officer: str | None = Field(None, max_length=64)
    title: str = Field(max_length=500)
    product: str = Field("", max_length=500)
    kind: str = Field("task", max_length=40)
    under: str | None = Field(None, max_length=60)
    origin: str = Field("", max_length=300)
    template: str = Field("", max_length=40)
    clarities: dict[str, str] = {}
    due: date | None = None
    term: WorkTermIn | None = None


class WorkActIn(Body):
    """What is done with a work; each act takes what it needs of the rest."""

    act: Literal[
        "accept",
        "report",
        "confirm",
        "send-back",
        "assign",
        "ask-extension",
        "decide-extension",
        "object",
        "decide-objection",
        "ask-to-contribute",
        "hand-over",
        "suspend",
        "resume",
        "withdraw",
        "comment",
    ]
    words: str = Field("", max_length=2000)
    until: date | None = None
    unit: str | None = Field(None, max_length=64, description=KEY)
    officer: str | None = Field(None, max_length=64)
    evidence: str | None = Field(None, max_length=60)
    evidence_on: date | None = None
    granted: bool | None = None
    objection: Literal["not-ours", "not-possible", "judgement"] | None = None
    upheld: bool | None = None


@router.get(
    "/units/{key}/works", response={200: Page[WorkLineOut], **PROBLEMS}, operation_id="list_works"
)
@needs(WorkPermission.SEE)
def list_works(
    request: HttpRequest,
    key: str,
    cursor: Cursor,
    limit: Limit,
    desk: Literal["held", "given", "helped"] = "held",
    show: Literal["open", "late", "at-risk", "waiting", "objected", "closed"] = "open",
    deep: bool = False,
) -> Any:
    """The works that a unit has, gave or helps with, the first due first."""
    today = localdate()
    unit = queries.unit(key, today)
    if not caller(request).may(WorkPermission.SEE, unit=unit.key, on=today):
        raise not_allowed(WorkPermission.SEE, unit.key)
    asked = Question(desk=Desk(desk), show=Show(show), unit=unit, on=today, deep=deep)
    found = page(_Stretch(asked), cursor, limit)
    return {**found, "items": [row_document(one) for one in found["items"]]}


@router.get("/works/{key}", response={200: WorkOut, **PROBLEMS}, operation_id="get_work")
@needs(WorkPermission.SEE)
def get_work(request: HttpRequest, key: str) -> Any:
    """One work, for whoever may see it."""
    return work_document(known(request, key), localdate())


@router.post("/works", response={201: WorkOut, **PROBLEMS}, operation_id="give_work")
@needs(WorkPermission.DIRECT)
def give_work(request: HttpRequest, body: WorkIn) -> Any:
    """Give a work to the unit that leads it; everything must be clear."""
    today, by = localdate(), caller(request)
    giver = queries.unit(body.giver, today)
    if not by.may(WorkPermission.DIRECT, unit=giver.key, on=today):
        raise not_allowed(WorkPermission.DIRECT, giver.key)
    alike = body.dict(include={"title", "product", "kind", "origin", "template", "clarities"})
    order = Order(
        leads=[queries.unit(one, today) for one in body.leads],
        contributors=[queries.unit(one, today) for one in body.contributors],
        officer=officer_named(body.officer),
        instrument=instrument_named(body.under),
        due=body.due,
        term=TermValue(body.term.number, Measure(body.term.measure)) if body.term else None,
        **alike,
    )
    with refusals():
        made = custody.issue(order, by=by, at=timezone.now(), giver=giver)
    return Status(201, work_document(Standing(made), today))


@router.post("/works/{key}/acts", response={201: WorkOut, **PROBLEMS}, operation_id="act_on_work")
@needs(WorkPermission.SEE)
def act_on_work(request: HttpRequest, key: str, body: WorkActIn) -> Any:
    """Do something with a work: accept, report, confirm, hand over …; it is told as it is then."""
    by, scopes = request.auth  # type: ignore[attr-defined]
    today, standing = localdate(), known(request, key)
    if (needed := permission_of(body.act)) not in scopes:
        raise not_allowed(needed, standing.held.unit.key)
    given = Given(
        **body.dict(include={"words", "until", "evidence_on", "granted", "upheld"}),
        objection=body.objection or "",
        unit=queries.unit(body.unit, today) if body.unit else None,
        officer=officer_named(body.officer),
        evidence=instrument_named(body.evidence),
    )
    with refusals():
        carry_out(body.act, standing, by=by, at=timezone.now(), given=given)
    return Status(201, work_document(known(request, key), today))


class _Stretch:
    """A list of works that is asked for stretch by stretch."""

    def __init__(self, question: Question) -> None:
        self.question, self.found = question, Found()

    def __len__(self) -> int:
        return self.found.matching or inbox(self.question, most=1).matching

    def __getitem__(self, wanted: slice) -> Any:
        self.found = inbox(self.question, start=wanted.start, most=wanted.stop - wanted.start)
        return self.found.rows


def known(request: HttpRequest, key: str) -> Standing:
    """A work by its key, for whoever may see it."""
    return work_known(key, caller(request), on=localdate())


@contextmanager
def refusals() -> Iterator[None]:
    """What refuses an act is told as a problem."""
    try:
        yield
    except NotEntitled as wrong:
        raise not_allowed(wrong.permission, wrong.unit) from None
    except NotNow as refused:
        raise Problem(409, "not-now", refusal_words(refused), state=refused.state) from None
    except Refused as refused:
        raise Problem(409, refused.code, refusal_words(refused)) from None
    except ValidationError as wrong:
        raise Problem(422, "impossible", " ".join(wrong.messages)) from None

"""Directives for programs: drafting one out of a text, making its tasks clear, issuing it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import localdate
from ninja import Field, Router, Schema, Status

from tinhgon.directives.committees.naming import session_known
from tinhgon.directives.drafting import actions
from tinhgon.directives.drafting.actions import Heading, Wanted
from tinhgon.directives.drafting.each import meant_by
from tinhgon.directives.drafting.following import told
from tinhgon.directives.drafting.json_documents import line_document
from tinhgon.directives.drafting.numbering import number_given
from tinhgon.directives.entitlement import DRAFT, ISSUE, ask
from tinhgon.directives.listing import counts, directives_of
from tinhgon.directives.models import Directive
from tinhgon.directives.naming import directive_known, task_known
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.directives.refusals import Refused, refusal_words
from tinhgon.documents.files import MOST_CHARACTERS
from tinhgon.domain.worktime.terms import Measure, Term
from tinhgon.registry import queries
from tinhgon.registry.api.named import instrument_named
from tinhgon.staff.api.asked import not_allowed, officer_named
from tinhgon.ui.api import PROBLEMS, Body, Cursor, Limit, Page, Problem, caller, needs, page
from tinhgon.work.api import WorkTermIn
from tinhgon.work.cascade.api import UnitsBelowIn, chosen
from tinhgon.work.entitlement import NotEntitled
from tinhgon.work.refusals import Refused as WorkRefused
from tinhgon.work.refusals import refusal_words as work_words

router = Router(tags=["directives"])

KEY = "A unit's key, or its code on the day."
KINDS = Literal["conclusion", "programme", "instruction"]


class DirectiveLineOut(Schema):
    """A directive in a list; without `issued_at` it is a draft."""

    directive: str
    kind: str
    title: str
    unit: str
    day: date
    under: str | None
    carries_out: str | None
    issued_at: datetime | None
    tasks: int
    closed: int


class WantOut(Schema):
    """Something that a task still wants before it can be issued."""

    code: str
    words: str


class TaskTermOut(Schema):
    """So many days, counted from the day after the directive is issued."""

    number: int
    measure: str


class TaskOut(Schema):
    """The draft of a task; [start, end) are the characters of the text on which it rests."""

    task: int
    title: str
    product: str
    kind: str
    leads: list[str]
    contributors: list[str]
    officer: str | None
    due: date | None
    term: TaskTermOut | None
    clarities: dict[str, str]
    start: int | None
    end: int | None
    clear: bool
    wants: list[WantOut]


class GivenWorkOut(Schema):
    """A work that a directive gave, as it stands today."""

    work: str
    title: str
    unit: str
    due: date | None
    state: str
    standing: str
    days_late: int


class DirectiveOut(Schema):
    """All of a directive: of a draft its tasks, of an issued one its works."""

    directive: str
    kind: str
    title: str
    unit: str
    day: date
    under: str | None
    carries_out: str | None
    issued_at: datetime | None
    template: str
    clarities: dict[str, str]
    text: str
    drafts: list[TaskOut]
    works: list[GivenWorkOut]


class HeadingIn(Body):
    """What is said of a directive as a whole; `clarities` hold for tasks that say nothing else."""

    title: str = Field(max_length=300)
    kind: KINDS = "conclusion"
    day: date
    under: str | None = Field(
        None,
        max_length=60,
        description="Its own number. One that the register lacks is entered as it is issued.",
    )
    carries_out: str | None = Field(None, max_length=60)
    template: str = Field("", max_length=40)
    clarities: dict[str, str] = {}


class DirectiveIn(HeadingIn):
    """A text to be kept as the draft of a directive of a unit."""

    unit: str = Field(max_length=64, description=KEY)
    session: int | None = Field(None, ge=1, description="Of a committee, whose conclusion it is.")
    text: str = Field("", max_length=MOST_CHARACTERS)


class TaskIn(Body):
    """A task as it is to be: a day or a term; one lead is wanted to issue it."""

    title: str = Field(max_length=500)
    product: str = Field("", max_length=500)
    kind: str = Field("task", max_length=40)
    leads: list[str] = Field([], max_length=20)
    contributors: list[str] = Field([], max_length=50)
    officer: str | None = Field(None, max_length=64)
    due: date | None = None
    term: WorkTermIn | None = None
    clarities: dict[str, str] = {}


@router.get(
    "/units/{key}/directives",
    response={200: Page[DirectiveLineOut], **PROBLEMS},
    operation_id="list_directives",
)
@needs(DirectivesPermission.DRAFT)
def list_directives(
    request: HttpRequest, key: str, cursor: Cursor, limit: Limit, deep: bool = False
) -> Any:
    """The directives of a unit, drafts among them, the newest first."""
    today, by = localdate(), caller(request)
    unit = queries.unit(key, today)
    with _refusals():
        ask(DRAFT, unit.key, by, on=today)
    found = page(directives_of(unit, today, deep=deep, drafts=True), cursor, limit)
    done = counts(found["items"])
    return {
        **found,
        "items": [line_document(one, *done.get(one.pk, (0, 0))) for one in found["items"]],
    }


@router.get(
    "/directives/{key}", response={200: DirectiveOut, **PROBLEMS}, operation_id="get_directive"
)
@needs(DirectivesPermission.DRAFT)
def get_directive(request: HttpRequest, key: str) -> Any:
    """One directive, for whoever may read it."""
    return _told(_known(request, key), request)


@router.post(
    "/directives", response={201: DirectiveOut, **PROBLEMS}, operation_id="draft_directive"
)
@needs(DirectivesPermission.DRAFT)
def draft_directive(request: HttpRequest, body: DirectiveIn) -> Any:
    """Keep a text as a draft, with the tasks that can be read in it; nothing is issued by that."""
    by, unit = caller(request), queries.unit(body.unit, localdate())
    with _refusals():
        ask(DRAFT, unit.key, by, on=localdate())
        session = session_known(body.session, by, on=localdate()) if body.session else None
        given = {"by": by, "at": timezone.now(), "text": body.text, "session": session}
        made = actions.draft(unit, heading=_heading(body), **given)
    return Status(201, _told(made, request))


@router.put(
    "/directives/{key}", response={200: DirectiveOut, **PROBLEMS}, operation_id="head_directive"
)
@needs(DirectivesPermission.DRAFT)
def head_directive(request: HttpRequest, key: str, body: HeadingIn) -> Any:
    """Say anew what a draft is called, its day, its number, and what holds for all tasks."""
    directive = _draft(request, key)
    with _refusals():
        acting = {"by": caller(request), "at": timezone.now()}
        actions.set_heading(directive, heading=_heading(body), **acting)
    return _told(_known(request, key), request)


@router.post(
    "/directives/{key}/tasks",
    response={201: DirectiveOut, **PROBLEMS},
    operation_id="add_task",
)
@needs(DirectivesPermission.DRAFT)
def add_task(request: HttpRequest, key: str, body: TaskIn) -> Any:
    """Add a task that the text does not have."""
    directive = _draft(request, key)
    with _refusals():
        actions.add(directive, wanted=_wanted(body), by=caller(request))
    return Status(201, _told(directive, request))


@router.put(
    "/directives/{key}/tasks/{int:task}",
    response={200: DirectiveOut, **PROBLEMS},
    operation_id="change_task",
)
@needs(DirectivesPermission.DRAFT)
def change_task(request: HttpRequest, key: str, task: int, body: TaskIn) -> Any:
    """Say a task anew: what the text left open is decided by it."""
    directive = _draft(request, key)
    with _refusals():
        actions.change(task_known(directive, task), wanted=_wanted(body), by=caller(request))
    return _told(directive, request)


@router.post(
    "/directives/{key}/tasks/{int:task}/split",
    response={200: DirectiveOut, **PROBLEMS},
    operation_id="split_task",
)
@needs(DirectivesPermission.DRAFT)
def split_task(request: HttpRequest, key: str, task: int) -> Any:
    """Make several tasks of one: one for each unit that leads, else two alike."""
    directive = _draft(request, key)
    with _refusals():
        actions.split(task_known(directive, task), by=caller(request))
    return _told(directive, request)


@router.post(
    "/directives/{key}/tasks/{int:task}/each",
    response={200: DirectiveOut, **PROBLEMS},
    operation_id="task_for_each",
)
@needs(DirectivesPermission.DRAFT)
def task_for_each(request: HttpRequest, key: str, task: int, body: UnitsBelowIn) -> Any:
    """Make one task for each of the units below; without any of them those that the text means."""
    directive, today = _draft(request, key), localdate()
    subject = task_known(directive, task)
    if not body.units and not body.kind:
        body.units = [*meant_by(subject, directive, today).keys]
    units = chosen(body, directive.unit.key)
    with _refusals():
        actions.each(subject, by=caller(request), units=units)
    return _told(directive, request)


@router.delete(
    "/directives/{key}/tasks/{int:task}",
    response={200: DirectiveOut, **PROBLEMS},
    operation_id="remove_task",
)
@needs(DirectivesPermission.DRAFT)
def remove_task(request: HttpRequest, key: str, task: int) -> Any:
    """Leave out what is no task."""
    directive = _draft(request, key)
    with _refusals():
        actions.remove(task_known(directive, task), by=caller(request))
    return _told(directive, request)


@router.post(
    "/directives/{key}/issue",
    response={201: DirectiveOut, **PROBLEMS},
    operation_id="issue_directive",
)
@needs(ISSUE)
def issue_directive(request: HttpRequest, key: str) -> Any:
    """Issue a directive: each of its tasks is a work then, or none is."""
    directive, by = _known(request, key), caller(request)
    with _refusals():
        ask(ISSUE, directive.unit.key, by, on=localdate())
        made = actions.issue(directive, by=by, at=timezone.now())
    return Status(201, _told(made, request))


@router.delete("/directives/{key}", response={204: None, **PROBLEMS}, operation_id="discard")
@needs(DirectivesPermission.DRAFT)
def discard(request: HttpRequest, key: str) -> Any:
    """Throw a draft away; the record keeps that there was one."""
    directive = _draft(request, key)
    with _refusals():
        actions.discard(directive, by=caller(request))
    return Status(204, None)


def _known(request: HttpRequest, key: str) -> Directive:
    return directive_known(key, caller(request), on=localdate())


def _draft(request: HttpRequest, key: str) -> Directive:
    directive = _known(request, key)
    with _refusals():
        ask(DRAFT, directive.unit.key, caller(request), on=localdate())
    return directive


def _told(directive: Directive, request: HttpRequest) -> dict[str, Any]:
    return told(directive, caller(request), timezone.now())


def _heading(body: HeadingIn) -> Heading:
    try:
        own = number_given(body.under)
    except Refused as refused:
        raise Problem(422, refused.code, refusal_words(refused), fact="under") from None
    return Heading(
        **body.dict(include={"title", "kind", "day", "template", "clarities"}),
        **own,
        carries_out=instrument_named(body.carries_out),
    )


def _wanted(body: TaskIn) -> Wanted:
    today = localdate()
    return Wanted(
        **body.dict(include={"title", "product", "kind", "due", "clarities"}),
        leads=[queries.unit(one, today) for one in body.leads],
        contributors=[queries.unit(one, today) for one in body.contributors],
        officer=officer_named(body.officer),
        term=Term(body.term.number, Measure(body.term.measure)) if body.term else None,
    )


@contextmanager
def _refusals() -> Iterator[None]:
    """What refuses an act is told as a problem."""
    try:
        yield
    except NotEntitled as wrong:
        raise not_allowed(wrong.permission, wrong.unit) from None
    except Refused as refused:
        raise Problem(409, refused.code, refusal_words(refused)) from None
    except WorkRefused as refused:
        raise Problem(409, refused.code, work_words(refused)) from None
    except ValidationError as wrong:
        raise Problem(422, "impossible", " ".join(wrong.messages)) from None

"""Drafting and editing for programs: what the editor does, in the documented JSON.

Whoever edits says which edition they saw, in the body or as `If-Match`; where somebody else was
quicker, nothing is done (409).
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from tinhgon.domain.structure.documents import read_operation, read_plan
from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.packages import Plan as PlanValue
from tinhgon.reorganisation import queries
from tinhgon.reorganisation.actions import draft
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.editing.refusals import edit_refusal_words
from tinhgon.reorganisation.models import Edit, Package
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.asked import (
    IfMatch,
    begun,
    edited,
    edition_seen,
    package_to_edit,
    plan_in,
)
from tinhgon.ui.api import PROBLEMS, Body, Problem, needs

router = Router()

SEEN = "The edition of the package that was seen; if left out, `If-Match` must say it."


class DraftIn(Body):
    """A new package: its plans as docs/reference/structure-json.md describes them."""

    code: str = Field(max_length=60)
    titles: dict[str, str] = Field(
        default_factory=dict, description="By language; without any it is called by its code."
    )
    day: date
    plans: list[dict[str, Any]] = Field(default_factory=list, max_length=1000)


class DraftOut(Schema):
    """A draft as it stands."""

    code: str
    state: str
    edition: int
    plans: dict[str, int] = Field(description="How many operations each plan has.")


class SeenIn(Body):
    """Which edition was seen."""

    edition: int | None = Field(default=None, ge=0, description=SEEN)


class OperationIn(SeenIn):
    """An operation in the documented JSON; `number` is its place, from 1, by default the last."""

    operation: dict[str, Any]
    number: int | None = Field(default=None, ge=1)


class OperationsIn(SeenIn):
    """All that a plan is to say."""

    operations: list[dict[str, Any]] = Field(max_length=100_000)


class EditOut(Schema):
    """An edit that was made: the edition it led to, and what gave way to what."""

    edition: int
    plan: str
    number: int = Field(description="The first operation that was changed, from 1.")
    before: list[dict[str, Any]]
    after: list[dict[str, Any]]


DRAFTED = {201: DraftOut, **PROBLEMS}


@needs(PlanPermission.DRAFT)
def draft_plan(request: HttpRequest, body: DraftIn) -> Any:
    """Draft a package of plans."""  # mounted beside the list of packages, which has its address
    values = _read(lambda: [_plan(body.day, one, at) for at, one in enumerate(body.plans)])
    titles = body.titles or {"vi": body.code}
    package = begun(request, draft, body.code, on=body.day, plans=values, titles=titles)
    return Status(201, _draft_out(package))


@router.put(
    "/plans/{code}/{plan}/operations",
    response={200: EditOut, **PROBLEMS},
    operation_id="rewrite_plan",
)
@needs(PlanPermission.DRAFT)
def rewrite_plan(
    request: HttpRequest, code: str, plan: str, body: OperationsIn, if_match: IfMatch = None
) -> Any:
    """Put these operations in place of all that a plan says."""
    said = _read(
        lambda: [_operation(one, f"operations.{n}") for n, one in enumerate(body.operations)]
    )
    return _edit(request, code, plan, actions.rewrite, _seen(body, if_match), operations=said)


@router.post(
    "/plans/{code}/{plan}/operations",
    response={201: EditOut, **PROBLEMS},
    operation_id="add_operation",
)
@needs(PlanPermission.DRAFT)
def add_operation(
    request: HttpRequest, code: str, plan: str, body: OperationIn, if_match: IfMatch = None
) -> Any:
    """Put an operation into a plan, before the one of a number or at its end."""
    said = _read(lambda: _operation(body.operation, "operation"))
    place = None if body.number is None else body.number - 1
    seen = _seen(body, if_match)
    made = _edit(request, code, plan, actions.add, seen, operation=said, place=place)
    return Status(201, made)


@router.put(
    "/plans/{code}/{plan}/operations/{int:number}",
    response={200: EditOut, **PROBLEMS},
    operation_id="change_operation",
)
@needs(PlanPermission.DRAFT)
def change_operation(
    request: HttpRequest,
    code: str,
    plan: str,
    number: int,
    body: OperationIn,
    if_match: IfMatch = None,
) -> Any:
    """Put an operation in place of that of a number; with another `number` in the body, move it."""
    said = _read(lambda: _operation(body.operation, "operation"))
    seen = _seen(body, if_match)
    made = _edit(request, code, plan, actions.change, seen, place=number - 1, operation=said)
    if body.number in (None, number):
        return made
    to, edition = (body.number or number) - 1, made["edition"]
    return _edit(request, code, plan, actions.move, edition, place=number - 1, to=to)


@router.delete(
    "/plans/{code}/{plan}/operations/{int:number}",
    response={200: EditOut, **PROBLEMS},
    operation_id="remove_operation",
)
@needs(PlanPermission.DRAFT)
def remove_operation(
    request: HttpRequest,
    code: str,
    plan: str,
    number: int,
    edition: int | None = None,
    if_match: IfMatch = None,
) -> Any:
    """Take an operation out of a plan."""
    seen = _seen(SeenIn(edition=edition), if_match)
    return _edit(request, code, plan, actions.remove, seen, place=number - 1)


@router.post("/plans/{code}/undo", response={200: EditOut, **PROBLEMS}, operation_id="undo_edit")
@needs(PlanPermission.DRAFT)
def undo_edit(request: HttpRequest, code: str, body: SeenIn, if_match: IfMatch = None) -> Any:
    """Take back the last edit of a draft that was not taken back yet."""
    package, seen = package_to_edit(request, code), _seen(body, if_match)
    return _edit_out(edited(request, actions.undo, package, edition=seen))


def _edit(
    request: HttpRequest, code: str, plan: str, act: Callable[..., Edit], seen: int, **said: Any
) -> dict[str, Any]:
    subject = plan_in(package_to_edit(request, code), plan)
    return _edit_out(edited(request, act, subject, edition=seen, **said))


def _seen(body: SeenIn, if_match: str | None) -> int:
    return edition_seen(body.edition, if_match)


def _plan(day: date, document: Any, place: int) -> PlanValue:
    """A plan as it is documented; without a day, of that of its package."""
    said = {"day": day.isoformat(), "operations": [], **document}
    try:
        return read_plan(said)
    except Malformed as wrong:
        path = f"plans.{place}.{wrong.facts.get('path', '')}".strip(".")
        raise Malformed(wrong.code, **{**wrong.facts, "path": path}) from None


def _operation(document: Any, path: str) -> Operation:
    return read_operation(document, path)


def _read(read: Callable[[], Any]) -> Any:
    """What a document says; where it cannot be read, the place that is wrong."""
    try:
        return read()
    except Malformed as wrong:
        path = wrong.facts.get("path", "")
        raise Problem(422, wrong.code, edit_refusal_words(wrong), path=path) from None


def _edit_out(edit: Edit) -> dict[str, Any]:
    return {
        "edition": edit.edition,
        "plan": edit.plan.code,
        "number": edit.place + 1,
        "before": edit.before,
        "after": edit.after,
    }


def _draft_out(package: Package) -> dict[str, Any]:
    return {
        "code": package.code,
        "state": package.state,
        "edition": package.edition,
        "plans": {plan.code: plan.many for plan in queries.plans_of(package)},  # type: ignore[attr-defined]
    }

"""Comments on a package and those who were invited to it, for programs."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema, Status

from tinhgon.accounts.models import User
from tinhgon.reorganisation.consulting import actions
from tinhgon.reorganisation.consulting.forms import MOST, account_of
from tinhgon.reorganisation.consulting.listing import Wish, comments_on, readers_of
from tinhgon.reorganisation.consulting.people import may_consult
from tinhgon.reorganisation.deciding.refusals import refusal_words
from tinhgon.reorganisation.models import Comment, Invitation, Package
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.asked import (
    PLANNERS_TOO,
    package_to_edit,
    plan_in,
    seen_package,
)
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.workflow import Refused
from tinhgon.ui.api import (
    PROBLEMS,
    Body,
    Cursor,
    Limit,
    Page,
    Problem,
    caller,
    needs,
    page,
    public,
    signed_in,
)

router = Router(tags=["plans"])


class CommentOut(Schema):
    """What somebody said, and the answer if there is one."""

    id: int
    by: str
    at: datetime
    on: date
    text: str
    plan: str | None = Field(description="The plan that it is about, if it is about one.")
    unit: str = Field(description="The key of the unit that it is about, if it is about one.")
    settled_at: datetime | None
    answer: str

    @staticmethod
    def resolve_by(one: Comment) -> str:
        return one.who

    @staticmethod
    def resolve_plan(one: Comment) -> str | None:
        return one.plan.code if one.plan else None


class WishIn(Schema):
    """Which comments are wanted."""

    plan: str = ""
    unit: str = ""
    state: str = Field("", description="open or settled; both by default.")


class CommentIn(Body):
    """What somebody says; about the whole package unless it names a plan or a unit."""

    text: str = Field(min_length=1, max_length=MOST)
    plan: str = Field("", description="The code of a plan.")
    unit: str = Field("", description="The key of a unit that stands before or after.")


class AnswerIn(Body):
    """What becomes of a comment."""

    answer: str = Field(min_length=1, max_length=MOST)


class ReaderOut(Schema):
    """Somebody who was invited to read a draft."""

    id: int
    name: str
    email: str
    invited_on: date

    @staticmethod
    def of(one: Invitation) -> dict[str, Any]:
        reader = one.reader
        return {"id": reader.pk, "name": reader.name, "email": reader.email, "invited_on": one.on}


class InvitationIn(Body):
    """Who is to read the draft: the e-mail address of an account."""

    email: str = Field(max_length=254)


@router.get(
    "/plans/{code}/comments",
    response={200: Page[CommentOut], **PROBLEMS},
    operation_id="list_plan_comments",
    auth=PLANNERS_TOO,
)
@public
def list_comments(
    request: HttpRequest, code: str, wish: Query[WishIn], cursor: Cursor, limit: Limit
) -> Any:
    """What was said about a package, the open first; for those who plan and who were invited."""
    package = _consulted(request, code)
    return page(comments_on(package, Wish(**wish.dict())), cursor, limit)


@router.post(
    "/plans/{code}/comments",
    response={201: CommentOut, **PROBLEMS},
    operation_id="comment_on_plan",
)
@signed_in
def comment_on_plan(request: HttpRequest, code: str, body: CommentIn) -> Any:
    """Say something about a package before it is enacted; for those who plan and were invited."""
    package = _consulted(request, code)
    said = {
        "text": body.text,
        "plan": plan_in(package, body.plan) if body.plan else None,
        "unit": body.unit,
    }
    _check(package, body)
    made = _acted(lambda: actions.comment(package, by=caller(request), on=localdate(), **said))
    return Status(201, made)


@router.post(
    "/plans/{code}/comments/{int:id}/answer",
    response={200: CommentOut, **PROBLEMS},
    operation_id="answer_plan_comment",
)
@needs(PlanPermission.DRAFT)
def answer_comment(request: HttpRequest, code: str, id: int, body: AnswerIn) -> Any:
    """Answer a comment and settle it; its answer stays."""
    about = comments_on(package_to_edit(request, code)).filter(pk=id).first()
    if about is None:
        raise Problem(404, "no-such-comment", _("There is no comment %s.") % id)
    if not body.answer.strip():
        raise Problem(422, "blank", _("This must say something."))
    try:
        actions.settle(about, by=caller(request), on=localdate(), answer=body.answer)
    except actions.Settled:
        words = _("Somebody else has answered it meanwhile; their answer stays.")
        raise Problem(409, "settled", words) from None
    return comments_on(about.package).get(pk=id)


@router.get(
    "/plans/{code}/readers",
    response={200: list[ReaderOut], **PROBLEMS},
    operation_id="list_plan_readers",
)
@needs(PlanPermission.DRAFT)
def list_readers(request: HttpRequest, code: str) -> Any:
    """Who was invited to read a draft."""
    return [ReaderOut.of(one) for one in readers_of(package_to_edit(request, code))]


@router.post(
    "/plans/{code}/readers",
    response={201: ReaderOut, **PROBLEMS},
    operation_id="invite_plan_reader",
)
@needs(PlanPermission.DRAFT)
def invite_reader(request: HttpRequest, code: str, body: InvitationIn) -> Any:
    """Let somebody read a draft and comment on it. Repeating changes nothing."""
    package, reader = package_to_edit(request, code), _account(body.email)
    made = _acted(
        lambda: actions.invite(package, by=caller(request), on=localdate(), reader=reader)
    )
    return Status(201, ReaderOut.of(made))


@router.delete(
    "/plans/{code}/readers/{int:id}",
    response={204: None, **PROBLEMS},
    operation_id="end_plan_reader",
)
@needs(PlanPermission.DRAFT)
def end_reader(request: HttpRequest, code: str, id: int) -> Any:
    """Let somebody read a draft no more; what they said stays."""
    package = package_to_edit(request, code)
    held = readers_of(package).filter(reader=id).first()
    if held is None:
        raise Problem(404, "not-invited", _("Nobody was invited under this name any more."))
    actions.uninvite(package, by=caller(request), on=localdate(), reader=held.reader)
    return Status(204, None)


def _consulted(request: HttpRequest, code: str) -> Package:
    """The package, for whoever reads the comments on it."""
    package = seen_package(request, code)
    asking, scopes = request.auth  # type: ignore[attr-defined]
    if not may_consult(asking, package, on=localdate(), scopes=scopes):
        words = _("Comments are for those who plan and those who were invited.")
        raise Problem(403, "not-allowed", words)
    return package


def _check(package: Package, body: CommentIn) -> None:
    """That there is something said, about a unit that is there."""
    if not body.text.strip():
        raise Problem(422, "blank", _("This must say something."))
    if "\0" in body.text:
        raise Problem(422, "bad-character", _("The text holds a character that no text has (NUL)."))
    done = rearrangement(package)
    if body.unit and not (body.unit in done.before or body.unit in done.after):
        raise Problem(404, "no-such-unit", _("There is no unit %s.") % body.unit[:60])


def _account(email: str) -> User:
    found = account_of(email)
    if found is None:
        words = _("There is no account with the address %s. An administrator can open one.")
        raise Problem(404, "no-such-account", words % email[:254])
    return found


def _acted(act: Any) -> Any:
    try:
        return act()
    except Refused as refused:
        raise Problem(409, "refused", " ".join(refusal_words(refused))) from None

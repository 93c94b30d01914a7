"""Reminders for programs: one's notices, and of what one is reminded and how."""

from datetime import date
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema

from tinhgon.ui.api import PROBLEMS, Body, Problem, caller, signed_in
from tinhgon.work.listing.desks import Reader
from tinhgon.work.models import Reminders
from tinhgon.work.models.reminding import FURTHEST, MOST_DAYS, reminders_of
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.reminding import actions
from tinhgon.work.reminding.unread import notices_of

router = Router(tags=["work"])

How = Literal["none", "program", "at-once", "daily"]


class RemindersOut(Schema):
    """How somebody is reminded on each occasion, how many working days before a work is due.

    `own`: of what they have to do themselves; `of_unit`: of what units have for which they answer.
    """

    came: How
    due: How
    late: How
    report: How
    extension: How
    answered: How
    days: list[int]
    own: bool
    of_unit: bool
    language: Literal["vi", "en"]


class RemindersIn(Body):
    """What is chosen; all of it is given."""

    came: How
    due: How
    late: How
    report: How
    extension: How
    answered: How
    days: list[int] = Field(
        max_length=MOST_DAYS, description=f"Working days before, from 0 to {FURTHEST}."
    )
    own: bool
    of_unit: bool
    language: Literal["vi", "en"]


class WorkNoticeOut(Schema):
    """Something that somebody is told of a work, on its day; `due` is as it is now."""

    occasion: Literal["came", "due", "late", "report", "extension", "answered"]
    day: date
    new: bool
    work: str
    title: str
    unit: str
    giver: str
    due: date | None


class WorkNoticesOut(Schema):
    """The latest notices of the last weeks, and how many there are."""

    items: list[WorkNoticeOut]
    total: int


@router.get("/reminders", response={200: RemindersOut, **PROBLEMS}, operation_id="get_reminders")
@signed_in
def get_reminders(request: HttpRequest) -> Any:
    """Of what the caller is reminded, and how."""
    return _document(reminders_of(reader_of_works(request)))


@router.put("/reminders", response={200: RemindersOut, **PROBLEMS}, operation_id="choose_reminders")
@signed_in
def choose_reminders(request: HttpRequest, body: RemindersIn) -> Any:
    """Choose of what the caller is reminded, and how."""
    user = reader_of_works(request)
    try:
        return _document(actions.choose(user, by=user, chosen=body.dict()))
    except ValidationError as wrong:
        raise Problem(422, "impossible", " ".join(wrong.messages)) from None


@router.get("/notices", response={200: WorkNoticesOut, **PROBLEMS}, operation_id="list_notices")
@signed_in
def list_notices(request: HttpRequest) -> Any:
    """What the caller was told of works in the last weeks and still holds, the latest first."""
    found = notices_of(Reader(reader_of_works(request), localdate()))
    items = [
        {
            "occasion": one.occasion.value,
            "new": found.is_new(one),
            **{name: getattr(one, name) for name in ("day", "work", "title", "unit", "giver")},
            "due": one.due,
        }
        for one in found.shown
    ]
    return {"items": items, "total": found.every}


def reader_of_works(request: HttpRequest) -> Any:
    """Whoever asks, through a token by which works may be seen. Raises `Problem` otherwise."""
    _caller, scopes = request.auth  # type: ignore[attr-defined]
    if WorkPermission.SEE not in scopes:
        words = _("This needs the permission %s.") % WorkPermission.SEE.value
        raise Problem(403, "not-allowed", words)
    return caller(request)


def _document(chosen: Reminders) -> dict[str, Any]:
    return {name: getattr(chosen, name) for name in actions.CHOSEN}

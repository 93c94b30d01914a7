"""One act with many works, for programs."""

from datetime import date
from typing import Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema

from tinhgon.registry import queries
from tinhgon.staff.api.asked import officer_named
from tinhgon.ui.api import PROBLEMS, Body, Problem, caller, needs
from tinhgon.work.api import KEY, refusals
from tinhgon.work.bulk.actions import MOST, act_on
from tinhgon.work.bulk.words import code, reasons
from tinhgon.work.carrying_out import Given
from tinhgon.work.entitlement import permission_of
from tinhgon.work.permissions import WorkPermission

router = Router(tags=["work"])


class WorksActIn(Body):
    """What is done with several works; each act takes what it needs of the rest.

    With `whole` nothing is done when it cannot be done with all.
    """

    works: list[str] = Field(min_length=1, max_length=MOST)
    act: Literal[
        "accept",
        "confirm",
        "assign",
        "ask-extension",
        "decide-extension",
        "ask-to-contribute",
        "hand-over",
        "withdraw",
    ]
    whole: bool = False
    words: str = Field("", max_length=2000)
    until: date | None = None
    unit: str | None = Field(None, max_length=64, description=KEY)
    officer: str | None = Field(None, max_length=64)
    granted: bool | None = None


class WorkNotDoneOut(Schema):
    """A work with which nothing was done, and why."""

    work: str
    code: str
    detail: str


class WorksActOut(Schema):
    """With which works it was done. `kept_back` could have been done, but not all could."""

    done: list[str]
    not_done: list[WorkNotDoneOut]
    kept_back: int


@router.post("/works/acts", response={200: WorksActOut, **PROBLEMS}, operation_id="act_on_works")
@needs(WorkPermission.SEE)
def act_on_works(request: HttpRequest, body: WorksActIn) -> Any:
    """Do one act with several works: each is checked singly, what can be done is done together."""
    _by, scopes = request.auth  # type: ignore[attr-defined]
    today = localdate()
    given = Given(
        words=body.words,
        until=body.until,
        unit=queries.unit(body.unit, today) if body.unit else None,
        officer=officer_named(body.officer),
        granted=body.granted,
    )
    if (needed := permission_of(body.act)) not in scopes:
        raise Problem(403, "not-allowed", _("This needs the permission %s.") % needed.value)
    with refusals():
        alike = {"act": body.act, "given": given, "whole": body.whole}
        found = act_on(body.works, by=caller(request), at=timezone.now(), **alike)
    return {
        "done": [work.key for work in found.done],
        "not_done": [
            {"work": one.key, "code": code(one), "detail": words}
            for one, words in reasons(found.not_done)
        ],
        "kept_back": found.kept_back,
    }

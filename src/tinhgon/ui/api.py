"""What the API of every module shares: problem details, paging by cursor, days, permissions.

A problem is answered as RFC 9457 says: type, title, status, detail, and what a program can act on.
"""

import base64
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import wraps
from typing import Annotated, Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Field, Query, Schema
from pydantic import ConfigDict

from tinhgon.ui.asked import Asked
from tinhgon.ui.doors import PUBLIC, SIGNED_IN
from tinhgon.ui.instants import read_instant, read_iso_day

Item = TypeVar("Item")
Function = TypeVar("Function", bound=Callable[..., Any])


class Problem(Exception):
    """An answer other than the one asked for; `facts` are further members of the document."""

    def __init__(self, status: int, code: str, detail: str, **facts: Any) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail, self.facts = status, code, detail, facts


class Body(Schema):
    """What a request sends: a member that it does not know is refused by name, not passed over."""

    model_config = ConfigDict(extra="forbid")


class ProblemDocument(Schema):
    """Problem details (RFC 9457)."""

    type: str = Field(description="Names the problem; the same wherever it occurs.")
    title: str
    status: int
    detail: str


TITLES = {
    400: "Bad request",
    401: "Sign-in needed",
    403: "Not allowed",
    404: "Not found",
    409: "Conflict",
    422: "Unprocessable content",
    429: "Too many requests",
    503: "Try again in a moment",
}

PROBLEMS = dict.fromkeys(TITLES, ProblemDocument)
"""For `response=`: what any operation may answer besides its own."""


def problem_response(problem: Problem) -> HttpResponse:
    """A problem as its document."""
    document = {
        "type": f"urn:tinhgon:problem:{problem.code}",
        "title": TITLES.get(problem.status, "Problem"),
        "status": problem.status,
        "detail": problem.detail,
        **problem.facts,
    }
    response = HttpResponse(
        json.dumps(document, ensure_ascii=False, default=str),
        content_type="application/problem+json",
        status=problem.status,
    )
    if problem.status == 503:
        response["Retry-After"] = "5"
    return response


def public(operation: Function) -> Function:
    """Anybody may call it."""
    operation.permission = PUBLIC  # type: ignore[attr-defined]
    return operation


def signed_in(operation: Function) -> Function:
    """Whoever has a token may call it; what they may do with it is asked inside."""
    operation.permission = SIGNED_IN  # type: ignore[attr-defined]
    return operation


def needs(permission: str) -> Callable[[Function], Function]:
    """Only callers who hold the permission today, through a token that has it among its scopes."""

    def mark(operation: Function) -> Function:
        @wraps(operation)
        def permitted(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            caller, scopes = request.auth  # type: ignore[attr-defined]
            if not caller.may(permission, on=localdate()) or permission not in scopes:
                raise Problem(403, "not-allowed", _("This needs the permission %s.") % permission)
            return operation(request, *args, **kwargs)

        permitted.permission = permission  # type: ignore[attr-defined]
        return permitted  # type: ignore[return-value]

    return mark


def caller(request: HttpRequest) -> Any:
    """Whoever asks; what is not public has been asked for by somebody."""
    asking, _scopes = request.auth  # type: ignore[attr-defined]
    return asking


def _day(written: str | None) -> date | None:
    if not written:
        return None
    try:
        return read_iso_day(written)
    except ValidationError as refused:
        raise Problem(422, "bad-day", refused.messages[0]) from None


ON = "The day asked about, 2025-07-01; today by default."
AS_KNOWN = "As known at this instant (a bare day: at its end); now by default."


class On(Schema):
    """The two axes of time that a question may name."""

    on: str | None = Field(None, description=ON)
    known_at: str | None = Field(None, description=AS_KNOWN)

    @property
    def asked(self) -> Asked:
        """The same question as a page is asked."""
        return Asked(self.day, self.instant)

    @property
    def day(self) -> date:
        return _day(self.on) or localdate()

    @property
    def instant(self) -> datetime | None:
        return _instant(self.known_at)


def _instant(written: str | None) -> datetime | None:
    if not written:
        return None
    try:
        return read_instant(written)
    except ValidationError as refused:
        raise Problem(422, "bad-instant", refused.messages[0]) from None


read_day, read_moment = _day, _instant
OnDay = Annotated[str | None, Query(description=ON)]
KnownAt = Annotated[str | None, Query(description=AS_KNOWN)]
Cursor = Annotated[str, Query("", description="`next` of the page before; empty for the first.")]
Limit = Annotated[int, Query(100, ge=1, le=1000, description="Most items in the answer.")]


class Page(Schema, Generic[Item]):
    """A stretch of a longer list: ask again with `next` as cursor until it is null."""

    items: list[Item]
    total: int
    next: str | None


def page(items: Sequence[Any] | QuerySet[Any], cursor: str, limit: int) -> dict[str, Any]:
    """The stretch of a list that begins where a cursor says."""
    start = _start(cursor)
    following = start + limit
    total = items.count() if isinstance(items, QuerySet) else len(items)
    return {
        "items": items[start:following],
        "total": total,
        "next": _cursor(following) if following < total else None,
    }


def _cursor(place: int) -> str:
    return base64.urlsafe_b64encode(str(place).encode()).decode().rstrip("=")


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        place = int(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:
        place = -1
    if not 0 <= place < 10**9:
        raise Problem(422, "bad-cursor", _("This cursor is not one that an answer gave."))
    return place

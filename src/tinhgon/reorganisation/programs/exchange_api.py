"""Files of plans for programs: taken along and brought back in any of their forms."""

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema

from tinhgon.domain.structure.plan_tables.faults import Faulty
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.exchange.bringing import Bringing, bringing, taken_along
from tinhgon.reorganisation.exchange.files import KINDS
from tinhgon.reorganisation.exchange.words import fault_documents
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.asked import (
    PLANNERS_TOO,
    IfMatch,
    edited,
    edition_seen,
    package_to_edit,
    plan_in,
    seen_package,
)
from tinhgon.ui.api import PROBLEMS, Problem, needs, public

router = Router(tags=["plans"])

MEDIA = {media.partition(";")[0]: kind for kind, media in KINDS.items()} | {"text/yaml": "yaml"}
FILE = {media.partition(";")[0]: {} for media in KINDS.values()}


class FormOut(Schema):
    """In which form a file is wanted."""

    format: Literal["csv", "xlsx", "yaml", "json"] = "json"


class BringIn(Schema):
    """Which edition was seen, and whether only to say what would change."""

    edition: int | None = Field(default=None, ge=0, description="If left out, `If-Match` says it.")
    dry_run: bool = False


class BroughtOut(Schema):
    """What a file changed, or would change, in a plan: how many operations."""

    edition: int = Field(description="The edition of the package afterwards.")
    added: int
    changed: int
    removed: int
    kept: int
    reordered: bool
    taken: bool = Field(description="Whether the plan says it now.")
    notes: list[str] = Field(description="What the file says that is not taken.")


@router.get(
    "/plans/{code}/{plan}/file",
    response={200: None, **PROBLEMS},
    operation_id="get_plan_file",
    auth=PLANNERS_TOO,
    openapi_extra={"responses": {200: {"description": "The file", "content": FILE}}},
)
@public
def get_plan_file(request: HttpRequest, code: str, plan: str, asked: Query[FormOut]) -> Any:
    """A plan as a file, in the form that `PUT` takes."""
    content = taken_along(plan_in(seen_package(request, code), plan), asked.format)
    return HttpResponse(content, content_type=KINDS[asked.format])


@router.put(
    "/plans/{code}/{plan}/file",
    response={200: BroughtOut, **PROBLEMS},
    operation_id="put_plan_file",
    openapi_extra={"requestBody": {"required": True, "content": FILE}},
)
@needs(PlanPermission.DRAFT)
def put_plan_file(
    request: HttpRequest, code: str, plan: str, asked: Query[BringIn], if_match: IfMatch = None
) -> Any:
    """Put the operations of a file in place of all that a plan says; its kind is the media type.

    All or nothing: where anything is wrong, the problem lists each fault with line and column.
    """
    subject = plan_in(package_to_edit(request, code), plan)
    seen = None if asked.dry_run else edition_seen(asked.edition, if_match)
    try:
        found = bringing(subject, request.body, _kind(request))
    except Faulty as wrong:
        words = _("Nothing was taken: the file is not read.")
        faults = fault_documents(wrong.faults)
        raise Problem(422, "faulty-file", words, faults=faults) from None
    if seen is None:
        return _told(found, subject.package.edition, taken=False)
    operations = found.said.operations
    made = edited(request, actions.rewrite, subject, edition=seen, operations=operations)
    return _told(found, made.edition, taken=True)


def _kind(request: HttpRequest) -> str:
    kind = MEDIA.get(request.content_type or "")
    if kind is None:
        words = _("The file is none of these: %(known)s.") % {"known": ", ".join(FILE)}
        raise Problem(422, "unknown-media", words)
    return kind


def _told(found: Bringing, edition: int, *, taken: bool) -> dict[str, Any]:
    differs = found.differing
    counts = {**differs.counts, "reordered": differs.reordered}
    return {"edition": edition, **counts, "taken": taken, "notes": found.notes}

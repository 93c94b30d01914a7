"""Files of works for programs: put one there, list them, save one, withdraw it."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Router, Status

from tinhgon.ui.api import PROBLEMS, Body, Problem, caller, needs, read_day
from tinhgon.work.api import WorkFileOut, known, refusals
from tinhgon.work.carrying_out import Given, carry_out
from tinhgon.work.files import actions
from tinhgon.work.files.actions import MOST
from tinhgon.work.files.kinds import ENDINGS
from tinhgon.work.files.serving import content, file_known
from tinhgon.work.json_documents import file_document
from tinhgon.work.permissions import WorkPermission

router = Router(tags=["work"])

SENT = {
    "multipart/form-data": {
        "schema": {
            "type": "object",
            "title": "WorkFilesIn",
            "required": ["file"],
            "properties": {
                "file": {
                    "type": "array",
                    "items": {"type": "string", "format": "binary"},
                    "maxItems": MOST,
                    "description": "One file or several; of which kind each is says its content.",
                },
                "day": {"type": "string", "format": "date", "description": "The day of the files."},
            },
        }
    }
}
SAVED = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in ENDINGS}


class WorkFileWithdrawalIn(Body):
    """Why a file is withdrawn."""

    reason: str = Field(max_length=500)


@router.post(
    "/works/{key}/files",
    response={201: list[WorkFileOut], **PROBLEMS},
    operation_id="attach_work_files",
    openapi_extra={"requestBody": {"required": True, "content": SENT}},
)
@needs(WorkPermission.SEE)
def attach_work_files(request: HttpRequest, key: str) -> Any:
    """Put files to a work; all of its files are told."""
    standing = known(request, key)
    files = request.FILES.getlist("file")
    if not files:
        words = _("Send files as multipart/form-data, each under the name file.")
        raise Problem(422, "no-file", words)
    given = Given(files=files, evidence_on=read_day(str(request.POST.get("day") or "")))
    with refusals():
        carry_out("attach", standing, by=caller(request), at=timezone.now(), given=given)
    return Status(201, _files(request, key))


@router.get(
    "/works/{key}/files",
    response={200: list[WorkFileOut], **PROBLEMS},
    operation_id="list_work_files",
)
@needs(WorkPermission.SEE)
def list_work_files(request: HttpRequest, key: str) -> Any:
    """The files of a work, the first first, withdrawn ones among them."""
    return _files(request, key)


@router.get(
    "/works/{key}/files/{int:number}",
    response={200: None, **PROBLEMS},
    operation_id="get_work_file",
    openapi_extra={"responses": {200: {"description": "The file", "content": SAVED}}},
)
@needs(WorkPermission.SEE)
def get_work_file(request: HttpRequest, key: str, number: int) -> Any:
    """What is in a file; its ETag is its SHA-256."""
    return content(request, file_known(known(request, key).work, number))


@router.post(
    "/works/{key}/files/{int:number}/withdrawal",
    response={201: list[WorkFileOut], **PROBLEMS},
    operation_id="withdraw_work_file",
)
@needs(WorkPermission.SEE)
def withdraw_work_file(
    request: HttpRequest, key: str, number: int, body: WorkFileWithdrawalIn
) -> Any:
    """Withdraw a file; only who put it there may. Its name stays."""
    attachment = file_known(known(request, key).work, number)
    with refusals():
        actions.withdraw_file(attachment, by=caller(request), at=timezone.now(), reason=body.reason)
    return Status(201, _files(request, key))


def _files(request: HttpRequest, key: str) -> list[dict[str, Any]]:
    return [file_document(one) for one in known(request, key).files]

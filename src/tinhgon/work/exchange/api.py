"""Tables of works, for programs: brought in for a unit."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import File, Router, Schema
from ninja.files import UploadedFile

from tinhgon.registry import queries
from tinhgon.ui.api import PROBLEMS, Problem, caller, needs
from tinhgon.ui.exchange.faults import Faulty
from tinhgon.work.api import refusals
from tinhgon.work.entitlement import NotEntitled
from tinhgon.work.exchange.actions import bring
from tinhgon.work.exchange.reading import read
from tinhgon.work.exchange.words import fault_documents
from tinhgon.work.permissions import WorkPermission

router = Router(tags=["work"])


class WorksBroughtOut(Schema):
    """The keys of the works that were given, or with `dry_run` how many would be."""

    works: list[str]
    count: int
    unread: list[str]
    dry_run: bool


@router.post(
    "/units/{key}/works/import",
    response={200: WorksBroughtOut, **PROBLEMS},
    operation_id="import_works",
)
@needs(WorkPermission.DIRECT)
def import_works(
    request: HttpRequest,
    key: str,
    file: UploadedFile | None = File(None),  # noqa: B008 - how ninja is told; asked for inside
    dry_run: bool = False,
) -> Any:
    """Give all works of a table (XLSX or CSV) for a unit, or none; faults are told by cell."""
    today, by = localdate(), caller(request)
    giver = queries.unit(key, today)
    with refusals():
        if not by.may(WorkPermission.DIRECT, unit=giver.key, on=today):
            raise NotEntitled(WorkPermission.DIRECT, giver.key)
    if file is None:
        raise Problem(422, "no-file", _("Choose a file."), fact="file")
    try:
        said = read([(str(file.name), file.read())], today)
        brought = bring(said, by=by, at=timezone.now(), giver=giver, dry_run=dry_run)
    except Faulty as wrong:
        words = _("Nothing was taken: %s places are wrong.") % len(wrong.faults)
        faults = [*fault_documents(wrong.faults, today)]
        raise Problem(422, "faulty-file", words, faults=faults) from None
    works = [] if dry_run else [work.key for work in brought.works]
    count, unread = len(brought.works), brought.unread
    return {"works": works, "count": count, "unread": unread, "dry_run": dry_run}

"""Books that were kept elsewhere, for programs: a table of documents brought in."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import File, Router, Schema
from ninja.files import UploadedFile

from tinhgon.directives.correspondence.api import KEEP, book_kept, refusals
from tinhgon.directives.correspondence.exchange.actions import bring
from tinhgon.directives.correspondence.exchange.reading import read
from tinhgon.directives.correspondence.exchange.words import fault_documents
from tinhgon.ui.api import PROBLEMS, Problem, caller, needs
from tinhgon.ui.exchange.faults import Faulty

router = Router(tags=["correspondence"])


class BookBroughtOut(Schema):
    """How many documents were entered, or with `dry_run` would be, and how many were known.

    `following` is the number that the book gives next.
    """

    count: int
    known: int
    cancelled: int
    following: int
    unread: list[str]
    dry_run: bool


@router.post(
    "/books/{int:id}/import",
    response={200: BookBroughtOut, **PROBLEMS},
    operation_id="import_book",
)
@needs(KEEP)
def import_book(
    request: HttpRequest,
    id: int,
    file: UploadedFile | None = File(None),  # noqa: B008 - how ninja is told; asked for inside
    any_order: bool = False,
    dry_run: bool = False,
) -> Any:
    """Enter all documents of a table (XLSX or CSV) in a book, or none; faults are told by cell.

    What stands in the book already, and alike, is passed over. With `any_order` days may go back
    from one number to the next.
    """
    book = book_kept(request, id)
    if file is None:
        raise Problem(422, "no-file", _("Choose a file."), fact="file")
    given = {"by": caller(request), "at": timezone.now(), "book": book}
    try:
        said = read([(str(file.name), file.read())], book)
        with refusals():
            brought = bring(said, any_order=any_order, dry_run=dry_run, **given)
    except Faulty as wrong:
        words = _("Nothing was taken: %s places are wrong.") % len(wrong.faults)
        faults = fault_documents(wrong.faults)
        raise Problem(422, "faulty-file", words, faults=faults) from None
    return {
        "count": len(brought.entries),
        **{
            name: getattr(brought, name)
            for name in ("known", "cancelled", "following", "unread", "dry_run")
        },
    }

"""Books that were kept elsewhere: a table of documents looked at, then entered in a book."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tinhgon.directives.correspondence.entitlement import keeps
from tinhgon.directives.correspondence.exchange.actions import Brought, bring
from tinhgon.directives.correspondence.exchange.reading import read
from tinhgon.directives.correspondence.exchange.words import (
    FAULT_WORDS,
    explained,
    fault_documents,
)
from tinhgon.directives.correspondence.naming import book_known
from tinhgon.directives.correspondence.refusals import Refused, refusal_words
from tinhgon.directives.models import Book
from tinhgon.staff.exchange.form import FileForm, faulty, kept, let_go, waiting
from tinhgon.staff.models import Upload
from tinhgon.ui import writing
from tinhgon.ui.doors import signed_in
from tinhgon.ui.errors import NotHere
from tinhgon.ui.exchange.faults import MOST_FAULTS, Faulty
from tinhgon.ui.spreadsheets import TABLES, download

ON_A_PAGE = 50
SHOWN = 20


class BookFileForm(FileForm):
    """A file with documents, and whether their days may go back."""

    any_order = forms.BooleanField(
        label=gettext_lazy("Days may go back from one number to the next"),
        required=False,
        help_text=gettext_lazy("Only where the book was kept so: some were entered late"),
    )


@signed_in
def bring_in(request: HttpRequest, id: int) -> HttpResponse:
    """GET the form; POST a file to see what it would bring, `take` its number to enter it."""
    book = _kept(request, id)
    if request.method != "POST":
        return _page(request, book, BookFileForm())
    if number := request.POST.get("take"):
        return _take(request, book, number)
    form = BookFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, book, form, status=422)
    target = _target(book, form.cleaned_data["any_order"])
    upload = kept(form.cleaned_data["file"], by=request.user, at=timezone.now(), target=target)
    return _carried_out(request, book, upload, dry_run=True)


@signed_in
def faults(request: HttpRequest, id: int, upload: int) -> HttpResponseBase:
    """All that is wrong with a file that was sent, a page at a time or as a file to work with."""
    book = _kept(request, id)
    found = _of_either(faulty, upload, request, book)
    if found is None:
        words = _("What was wrong with that file is kept for a day. Choose the file again.")
        here = reverse("directives:book-bring", args=[id])
        raise NotHere(words, [(here, _("Bring in a book kept elsewhere"), "")])
    rows = [FAULT_WORDS.row(one) for one in found.faults]
    if (kind := request.GET.get("format")) in TABLES:
        header = map(str, (_("Sheet"), _("Row"), _("Cell"), _("Column"), _("What to mend")))
        return download(f"faults-{upload}", header, rows, kind)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    more = {"faults": page, "file_name": found.name, "capped": len(rows) >= MOST_FAULTS}
    return _page(request, book, _form_of(found, book), **more)


@transaction.atomic
def _take(request: HttpRequest, book: Book, number: str) -> HttpResponse:
    """Enter the documents of a file that was looked at, unless it is gone; sent twice, once."""
    upload = _of_either(waiting, number, request, book, held=True)
    if upload is None:
        return _page(request, book, BookFileForm(), status=422, lost=True)
    return _carried_out(request, book, upload, dry_run=False)


def _carried_out(request: HttpRequest, book: Book, upload: Upload, dry_run: bool) -> HttpResponse:
    """What a file brings, or what is wrong with it."""
    given: dict[str, Any] = {"by": request.user, "at": timezone.now(), "book": book}
    given["any_order"] = upload.target == _target(book, any_order=True)
    form = _form_of(upload, book)
    try:
        said = read([(upload.name, bytes(upload.content))], book)
        brought = bring(said, dry_run=dry_run, **given)
    except Faulty as wrong:
        let_go(upload, [*fault_documents(wrong.faults)])  # type: ignore[list-item]
        return redirect(reverse("directives:book-faults", args=[book.pk, upload.pk]))
    except Refused as refused:
        return _page(request, book, form, status=422, refused=refusal_words(refused))
    if dry_run:
        shown = brought.entries[:SHOWN]
        more = {"found": brought, "facts": _facts(brought), "shown": shown}
        return _page(request, book, form, upload=upload, **more)
    upload.delete()
    many = len(brought.entries)
    words = ngettext("%(many)s document is entered.", "%(many)s documents are entered.", many)
    messages.success(request, words % {"many": writing.count(many)})
    return redirect(reverse("directives:book", args=[book.pk]))


def _facts(brought: Brought) -> list[dict[str, str]]:
    """How many documents are new, known or cancelled, and which number comes next."""
    counted = {
        _("documents to be entered"): len(brought.entries),
        _("in the book already"): brought.known,
        _("numbers that were cancelled"): brought.cancelled,
        _("the number that comes next"): brought.following,
    }
    return [{"label": words, "value": writing.count(many)} for words, many in counted.items()]


def _kept(request: HttpRequest, id: int) -> Book:
    """The book, for whoever keeps it."""
    today = localdate()
    found = book_known(id, request.user, on=today)
    if not keeps(found.unit.key, request.user, on=today):
        raise PermissionDenied
    return found


def _target(book: Book, any_order: bool) -> str:
    """What a file waits for: this book, and whether days may go back."""
    return f"book:{book.pk}:any-order" if any_order else f"book:{book.pk}"


def _of_either(
    find: Any, number: Any, request: HttpRequest, book: Book, **more: Any
) -> Upload | None:
    """A file of this number for the book, however days may go."""
    given = {"by": request.user, "at": timezone.now(), **more}
    targets = (_target(book, any_order) for any_order in (False, True))
    found = (find(number, target=target, **given) for target in targets)
    return next((one for one in found if one), None)


def _form_of(upload: Upload, book: Book) -> BookFileForm:
    """The form for another file, with what was chosen for this one."""
    return BookFileForm(initial={"any_order": upload.target == _target(book, any_order=True)})


def _page(
    request: HttpRequest, book: Book, form: BookFileForm, status: int = 200, **more: Any
) -> HttpResponse:
    here = reverse("directives:book", args=[book.pk])
    books = f"{reverse('directives:books')}?unit={book.unit.key}"
    context = {
        "form": form,
        "book": book,
        "kicker": str(book),
        "lead": _("All that is new in a file is entered, or nothing. First you see it."),
        "columns": explained(book),
        "crumbs": [(_("Document books"), books), (str(book), here)],
        **more,
    }
    return render(request, "directives/book_bring.html", context, status=status)

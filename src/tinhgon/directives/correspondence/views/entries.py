"""One book: its documents, as a page and as a file, and registering the next one."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.correspondence import actions
from tinhgon.directives.correspondence.entitlement import keeps
from tinhgon.directives.correspondence.forms import IncomingForm, OutgoingForm
from tinhgon.directives.correspondence.listing import beside, entries, wish_of
from tinhgon.directives.correspondence.naming import book_known
from tinhgon.directives.correspondence.refusals import Refused
from tinhgon.directives.correspondence.table import header, lines
from tinhgon.directives.correspondence.words import PARTIES, Addressees
from tinhgon.directives.models import Book
from tinhgon.domain.documents.numbers import Misnumbered
from tinhgon.registry.instrument.actions import Unregistrable
from tinhgon.registry.queries import unit_on
from tinhgon.staff.staffing import Names
from tinhgon.ui.doors import signed_in
from tinhgon.ui.spreadsheets import TABLES, download

ON_A_PAGE = 50


@signed_in
def book(request: HttpRequest, id: int) -> HttpResponseBase:
    """The documents of a book that fit what is asked, the last one first."""
    today = localdate()
    kept = book_known(id, request.user, on=today)
    wish = wish_of(request.GET)
    found = entries(kept, wish)
    if (kind := request.GET.get("format")) in TABLES:
        return download(
            f"{kept.direction}-{kept.year}-{kept.pk}", header(kept), lines(kept, found), kind
        )
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    names = Names()
    forwarded = [row for one in page for row in one.forwardings.all()]
    told = Addressees(forwarded, names, today)
    is_open = keeps(kept.unit.key, request.user, on=today) and bool(unit_on(kept.unit.key, today))
    context = {
        "book": kept,
        "name": names.unit(kept.unit.key),
        "wish": wish,
        "party": PARTIES[kept.direction],
        "page": page,
        "rows": [(one, [told.of(row) for row in one.forwardings.all()]) for one in page],
        "others": [*beside(kept)],
        "may_register": is_open,
        "next_book": _next_book(kept, today.year) if is_open else "",
        "crumbs": [_to_books(kept)],
    }
    template = "directives/book.html"
    return render(request, f"{template}#list" if request.htmx else template, context)  # type: ignore[attr-defined]


@signed_in
def register(request: HttpRequest, id: int) -> HttpResponse:
    """GET the form of a document that came in or goes out; POST gives it the next number."""
    today = localdate()
    kept = book_known(id, request.user, on=today)
    if not keeps(kept.unit.key, request.user, on=today):
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else None
    form: Any = (
        OutgoingForm(kept, sent, on=today) if kept.is_outgoing else IncomingForm(sent, on=today)
    )
    if form.is_valid():
        act = actions.register_outgoing if kept.is_outgoing else actions.register_incoming
        try:
            made = act(kept, by=request.user, at=timezone.now(), paper=form.paper)  # type: ignore[arg-type]
        except (Refused, Misnumbered, Unregistrable) as refused:
            form.refuse(refused)
        except ValidationError as wrong:
            form.add_error(None, wrong.messages)
        else:
            words = _("Registered under No. %(serial)s: %(number)s")
            told = {"serial": made.serial, "number": made.number or made.abstract[:80]}
            messages.success(request, words % told)
            return redirect(reverse("directives:book-entry", args=[kept.pk, made.serial]))
    last = kept.entries.order_by("-serial").values_list("serial", flat=True).first() or 0
    context = {
        "form": form,
        "title": _("Register a document that goes out")
        if kept.is_outgoing
        else _("Register a document that came in"),
        "kicker": f"{kept.name} {kept.year}",
        "lead": _("The next number is %s, unless somebody is quicker.") % (last + 1),
        "back": reverse("directives:book", args=[kept.pk]),
        "crumbs": [_to_books(kept), (str(kept), reverse("directives:book", args=[kept.pk]))],
    }
    return render(request, "directives/book_form.html", context, status=422 if form.errors else 200)


def _to_books(book: Book) -> tuple[str, str]:
    return _("Document books"), f"{reverse('directives:books')}?unit={book.unit.key}"


def _next_book(book: Book, year: int) -> str:
    """Where the book of this year is opened, like one of a year before; nothing if there is one."""
    alike = Book.objects.filter(
        unit=book.unit, direction=book.direction, name=book.name, year__gte=year
    )
    if alike.exists():
        return ""
    facts = {"direction": book.direction, "name": book.name, "year": year}
    asked = urlencode({**facts, "system": book.system, "issuer": book.issuer})
    return f"{reverse('directives:book-new', args=[book.unit.key])}?{asked}"

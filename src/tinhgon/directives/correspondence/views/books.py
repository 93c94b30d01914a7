"""The books of a unit, and opening one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.correspondence import actions
from tinhgon.directives.correspondence.entitlement import SEEING, keeps, sees
from tinhgon.directives.correspondence.forms import BookForm
from tinhgon.directives.correspondence.listing import books_of
from tinhgon.directives.correspondence.refusals import Refused
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.domain.documents.numbers import Misnumbered
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import unit_on
from tinhgon.staff.staffing import Names
from tinhgon.ui.doors import needs, require, signed_in
from tinhgon.ui.errors import NotHere
from tinhgon.work.listing.desks import units_over

ON_A_PAGE = 50
TAKEN_OVER = ("direction", "name", "year", "system", "issuer")
"""What an address may say of a book to be opened."""


@signed_in
def books(request: HttpRequest) -> HttpResponse:
    """The books of a unit and of those before it, for whoever may see them."""
    today, names = localdate(), Names()
    units = units_over(request.user, SEEING, today)
    wanted = request.GET.get("unit") or next(iter(units), "")
    unit = Unit.objects.filter(key=wanted[:64]).first()
    if unit is None or not sees(unit.key, request.user, on=today):
        return render(request, "directives/books.html", {"nothing": True})
    page = Paginator(books_of(unit.key), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "unit": unit,
        "name": names.unit(unit.key),
        "units": [(key, names.unit(key)) for key in dict.fromkeys([unit.key, *units])],
        "page": page,
        "rows": [(one, names.unit(one.unit.key)) for one in page],
        "may_open": keeps(unit.key, request.user, on=today)
        and unit_on(unit.key, today) is not None,
    }
    return render(request, "directives/books.html", context)


@needs(DirectivesPermission.CORRESPONDENCE)
def new(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form by which a unit opens a book, with what the address says in it; POST it."""
    unit = Unit.objects.filter(key=key).first()
    if unit is None:
        raise NotHere(_("There is no unit %s.") % key[:64])
    require(request.user, DirectivesPermission.CORRESPONDENCE, unit.key)
    asked = {name: request.GET[name] for name in TAKEN_OVER if name in request.GET}
    form = BookForm(request.POST or None, initial={"year": localdate().year, **asked})
    if form.is_valid():
        by: Any = request.user
        try:
            made = actions.open_book(by=by, at=timezone.now(), unit=unit, **form.facts)
        except (Refused, Misnumbered) as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("The book is opened."))
            return redirect(reverse("directives:book", args=[made.pk]))
    back = f"{reverse('directives:books')}?unit={unit.key}"
    context = {
        "form": form,
        "title": _("Open a book"),
        "kicker": Names().unit(unit.key),
        "lead": _("Its numbers begin at 1. A number once given is not given again."),
        "back": back,
        "crumbs": [(_("Document books"), back)],
    }
    return render(request, "directives/book_form.html", context, status=422 if form.errors else 200)

"""One document of a book: what stands of it there, and what can be done with it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.correspondence import actions
from tinhgon.directives.correspondence.entitlement import keeps
from tinhgon.directives.correspondence.forms import CancelForm, ForwardForm, Refusing, amending
from tinhgon.directives.correspondence.instruments import instruments_of
from tinhgon.directives.correspondence.listing import registered_twice
from tinhgon.directives.correspondence.naming import entry_known
from tinhgon.directives.correspondence.refusals import Refused
from tinhgon.directives.correspondence.words import ACTS, PARTIES, Addressees, acts_of
from tinhgon.directives.models import BookEntry
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.documents.models import Instrument
from tinhgon.domain.documents.numbers import Misnumbered
from tinhgon.registry.instrument.offering import may_register, registering
from tinhgon.registry.models import Unit
from tinhgon.registry.naming import unit_url
from tinhgon.staff.staffing import Names
from tinhgon.ui.doors import signed_in
from tinhgon.ui.errors import NotHere

MOST_ALIKE = 20


@signed_in
def entry(request: HttpRequest, id: int, serial: int) -> HttpResponse:
    """All of a document, for whoever may see the book."""
    today, names = localdate(), Names()
    one = entry_known(id, serial, request.user, on=today)
    forwarded = [*one.forwardings.select_related("unit", "officer").order_by("-pk")]
    told = Addressees(forwarded, names, today)
    user: Any = request.user
    may_keep = keeps(one.book.unit.key, user, on=today)
    instruments = _instruments(one)
    context = {
        "entry": one,
        "book": one.book,
        "name": names.unit(one.book.unit.key),
        "party": PARTIES[one.book.direction],
        "sender_url": unit_url(one.sender_unit.key) if one.sender_unit else "",
        "forwarded": [(told.of(row), row) for row in forwarded],
        "instruments": instruments,
        "register_url": registering(one.number)
        if one.number and not one.book.is_outgoing and not instruments and may_register(user)
        else "",
        "alike": registered_twice(one)[:MOST_ALIKE],
        "acts": [(act, ACTS[act][0]) for act in acts_of(one)] if may_keep else [],
        "may_read": not one.book.is_outgoing and user.may(DirectivesPermission.DRAFT, on=today),
        "crumbs": _crumbs(one),
    }
    return render(request, "directives/book_entry.html", context)


@signed_in
def act(request: HttpRequest, id: int, serial: int, act: str) -> HttpResponse:
    """GET the form of an act; POST it."""
    today = localdate()
    one = entry_known(id, serial, request.user, on=today)
    if act not in acts_of(one):
        raise NotHere(_("This cannot be done with the document. Choose an act on its page."))
    if not keeps(one.book.unit.key, request.user, on=today):
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else None
    form = _form(act, one, sent)
    if form.is_valid() and _carried_out(form, act, one, request.user):
        messages.success(request, _("Done: %s.") % ACTS[act][0])
        return redirect(reverse("directives:book-entry", args=[id, serial]))
    title, lead = ACTS[act]
    here = reverse("directives:book-entry", args=[id, serial])
    context = {
        "form": form,
        "title": title,
        "kicker": one.number or one.abstract,
        "lead": lead,
        "back": here,
        "crumbs": [*_crumbs(one), (_("No. %s") % serial, here)],
    }
    return render(request, "directives/book_form.html", context, status=422 if form.errors else 200)


def _form(act: str, one: BookEntry, sent: Any) -> Any:
    today = localdate()
    if act == "forward":
        return ForwardForm(one.book, sent, on=today)
    return amending(one, sent, on=today) if act == "amend" else CancelForm(sent)


def _carried_out(form: Any, act: str, one: BookEntry, by: Any) -> bool:
    """Do it; where it cannot be done the form says why."""
    acting = {"by": by, "at": timezone.now()}
    try:
        if act == "forward":
            actions.forward(one, **acting, **form.facts)
        elif act == "cancel":
            actions.cancel(one, **acting, reason=form.cleaned_data["reason"])
        else:
            _amended(one, form, acting)
    except (Refused, Misnumbered) as refused:
        form.refuse(refused)
    except ValidationError as wrong:
        form.add_error(None, wrong.messages)
    return not form.errors


def _amended(one: BookEntry, form: Refusing, acting: dict[str, Any]) -> None:
    """What was typed in place of what stood there."""
    typed = dict(form.cleaned_data)
    follows_form = not typed.pop("free") if "free" in typed else None
    unit: Unit | None = typed.get("sender_unit")
    if unit and unit.pk != one.sender_unit_id and typed["sender"] == one.sender:
        typed["sender"] = ""  # the words are those of the unit before
    actions.amend(one, **acting, changed=typed, follows_form=follows_form)


def _instruments(one: BookEntry) -> list[Instrument]:
    """The instrument that a document which went out is; of one that came in those it may be.

    These are the one of its number and day or, if there is none, that of which no day is known.
    """
    if one.book.is_outgoing:
        return [one.instrument] if one.instrument else []
    found = instruments_of(one.number)
    return [there for there in found if there.issued == one.issued] or [
        there for there in found if there.issued is None
    ]


def _crumbs(one: BookEntry) -> list[tuple[str, str]]:
    to_books = f"{reverse('directives:books')}?unit={one.book.unit.key}"
    here = reverse("directives:book", args=[one.book.pk])
    return [(_("Document books"), to_books), (str(one.book), here)]

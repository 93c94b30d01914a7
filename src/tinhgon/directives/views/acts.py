"""What the forms of committees share: who may, the page of a form, what refuses an act."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.committees.entitlement import Rights, ask_to_keep
from tinhgon.directives.models import Committee
from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.work.entitlement import NotEntitled

BOXES = {
    "key": "key",
    "on": "day",
    "valid_from": "day",
    "valid_to": "until",
    "instrument": "under",
    "ended_under": "under",
    "agenda": "others",
}
"""The box for what an act calls otherwise."""

Carry = Callable[[dict[str, Any]], Any]


def ask(request: HttpRequest, committee: Committee) -> None:
    """Go on only if whoever asks keeps the committee."""
    try:
        ask_to_keep(committee, request.user, on=localdate())
    except NotEntitled:
        raise PermissionDenied from None


def keeps(request: HttpRequest, committee: Committee) -> bool:
    """Whether whoever asks keeps the committee."""
    return Rights(request.user, localdate()).keeps(committee)


def sent(request: HttpRequest) -> Any:
    """What was sent by a form; None where it is only asked for."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: HttpRequest,
    form: Form,
    carry: Carry,
    *,
    title: str,
    done: str,
    committee: Committee | None = None,
    lead: str = "",
    back: str = "",
    template: str = "directives/committees/form.html",
    **more: Any,
) -> HttpResponse:
    """The page of a form; once the act is carried out, where it leads back to.

    `carry` may give the address to go to instead.
    """
    back = back or (committee_url(committee) if committee else reverse("directives:committees"))
    if form.is_valid():
        went, to = carried_out(form, carry)
        if went:
            messages.success(request, done)
            return redirect(to or back)
    offer_registering(form, request.user)
    context = {
        "form": form,
        "title": title,
        "lead": lead,
        "kicker": committee.title if committee else "",
        "back": back,
        "crumbs": crumbs(committee),
        **more,
    }
    return render(request, template, context, status=422 if form.errors else 200)


def carried_out(form: Form, carry: Carry) -> tuple[bool, str]:
    """Carry out an act, and where it leads; where it cannot be done the form says why."""
    try:
        to = carry(form.cleaned_data)
    except NotEntitled:
        raise PermissionDenied from None
    except ValidationError as wrong:
        named = wrong.error_dict if hasattr(wrong, "error_dict") else {NON_FIELD_ERRORS: wrong}
        for name, errors in named.items():
            box = name if name in form.fields else BOXES.get(name, name)
            form.add_error(box if box in form.fields else None, errors)
        return False, ""
    return True, to if isinstance(to, str) else ""


def committee_url(committee: Committee, year: int | None = None) -> str:
    """The page of a committee, at the plan of a year if one is named."""
    page = reverse("directives:committee", args=[committee.key])
    return f"{page}?year={year}#plan" if year else page


def crumbs(committee: Committee | None) -> list[tuple[str, str]]:
    """The way to a page of a committee."""
    way = [(_("Steering committees"), reverse("directives:committees"))]
    return [*way, (committee.title, committee_url(committee))] if committee else way

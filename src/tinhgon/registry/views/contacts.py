"""How a unit is reached: the form, a look at it in words, and what was said at other times."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.registry import actions
from tinhgon.registry.contact.form import ContactForm
from tinhgon.registry.contact.reached import Reached, contacts_of
from tinhgon.registry.directory import Directory
from tinhgon.registry.models import Contact, Unit
from tinhgon.registry.naming import unit_url
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.registry.views.unit import unit_known
from tinhgon.ui.asked import Asked
from tinhgon.ui.doors import needs, require

BOXES = {"valid_from": "on"}
"""The box for what an act calls otherwise."""


@needs(RegistryPermission.CONTACT)
def contact(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form; POST `step` check, edit or record."""
    require(request.user, RegistryPermission.CONTACT, key)
    today = localdate()
    unit, register = unit_known(key, Asked(today))
    made = {"held": contacts_of(key), "on": today}
    step = request.POST.get("step")
    if request.method != "POST":
        return _form(request, unit, register, ContactForm(**made))
    if step == "edit":
        return _form(request, unit, register, ContactForm(initial=request.POST.dict(), **made))
    form = ContactForm(request.POST, **made)
    if form.is_valid() and step == "record" and _recorded(request, unit, form):
        return redirect(unit_url(key))
    if form.is_valid():
        return _preview(request, unit, register, form)
    if form.has_error("__all__", "changed-since"):
        form.look_again(contacts_of(key))
    return _form(request, unit, register, form, status=422)


def _form(
    request: HttpRequest, unit: Unit, register: Directory, form: ContactForm, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "history": [Reached(contact) for contact in reversed(form.held)],
        **_subject(unit, register),
    }
    return render(request, "registry/contact.html", context, status=status)


def _subject(unit: Unit, register: Directory) -> dict[str, str]:
    entry = register.latest(unit.key)
    return {
        "name": register.full_name(entry),
        "address": register.address(register.path(entry)[1:]),
        "back": unit_url(unit.key),
    }


def _preview(
    request: HttpRequest, unit: Unit, register: Directory, form: ContactForm
) -> HttpResponse:
    """How it will be shown, with one button to record it."""
    context = {
        "form": form,
        "reached": Reached(Contact(unit=unit, **form.contact)),
        "on": form.cleaned_data["on"],
        "clears": form.clears,
        **_subject(unit, register),
    }
    return render(request, "registry/contact_preview.html", context)


def _recorded(request: HttpRequest, unit: Unit, form: ContactForm) -> bool:
    """Record the contact; where it cannot be, the form says why."""
    try:
        actions.set_contact(
            unit,
            by=request.user,  # type: ignore[arg-type]
            on=form.cleaned_data["on"],
            contact=form.contact,
            seen=form.cleaned_data["seen"],
        )
    except ValidationError as wrong:
        for name, errors in wrong.error_dict.items():
            box = BOXES.get(name, name)
            form.add_error(box if box in form.fields else None, errors)
        return False
    messages.success(request, _("The contact is recorded."))
    return True

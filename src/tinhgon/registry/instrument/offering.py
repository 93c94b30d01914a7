"""The way from a form that names an instrument unknown here to the page that registers it."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.registry.permissions import RegistryPermission
from tinhgon.ui.forms import WayOut

UNREGISTERED = "unregistered"
"""The code of an error that says: the register knows no such instrument."""


def offer_registering(form: forms.BaseForm, user: Any) -> None:
    """Where a form names an instrument that the register lacks, show who may register it where."""
    missing = [name for name in form.fields if form.has_error(name, UNREGISTERED)]
    if not (missing and may_register(user)):
        return
    for name in missing:
        url = registering(form.data.get(form.add_prefix(name), "").strip())
        words = _("Register it in a new tab, then send this form again")
        form.fields[name].way_out = WayOut(url, words)  # type: ignore[attr-defined]


def may_register(user: Any) -> bool:
    """Whether somebody may register instruments."""
    return bool(user.may(RegistryPermission.INSTRUMENT, on=localdate()))


def registering(typed: str) -> str:
    """The address of the page that registers an instrument, with what was typed of it."""
    known = urlencode({"number" if "/" in typed else "title_vi": typed})
    return f"{reverse('registry:instrument-new')}?{known}"

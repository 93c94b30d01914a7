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
    if not (missing and user.may(RegistryPermission.INSTRUMENT, on=localdate())):
        return
    for name in missing:
        typed = form.data.get(form.add_prefix(name), "").strip()
        known = urlencode({"number" if "/" in typed else "title_vi": typed})
        url = f"{reverse('registry:instrument-new')}?{known}"
        words = _("Register it in a new tab, then send this form again")
        form.fields[name].way_out = WayOut(url, words)  # type: ignore[attr-defined]

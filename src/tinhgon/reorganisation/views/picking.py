"""What is suggested while somebody types: units on the day of a draft, and instruments."""

import re
from typing import Any

from django.forms import Field
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tinhgon.documents.models import Instrument
from tinhgon.reorganisation.editing.drafted import Drafted, drafted
from tinhgon.reorganisation.editing.fields import Typed, UnitField
from tinhgon.reorganisation.editing.instruments import InstrumentField, suggested
from tinhgon.reorganisation.editing.picking import suggestions
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.views.subject import ask_to_edit, package_of
from tinhgon.ui import writing
from tinhgon.ui.doors import needs

BOX = re.compile(r"[a-z0-9-]{1,60}", re.ASCII)


@needs(PlanPermission.DRAFT)
def units(request: HttpRequest, code: str) -> HttpResponse:
    """Units that fit what was typed in `?box=`; with `pick` the box with that unit in it."""
    package = package_of(request, code)
    ask_to_edit(request, package)
    draft = drafted(package)
    return fitting(request, draft, UnitField(draft))


def fitting(request: HttpRequest, draft: Drafted, field: UnitField) -> HttpResponse:
    """Units of a draft that fit what was typed in the box of a field, or the box with one."""
    key = request.GET.get("pick", "")
    if key:
        return _picked(request, field, Typed(draft.called(key), key))
    found = [
        (one.key, draft.full(one), _where(draft.address(one.key), one.key in draft.formed))
        for one in suggestions(draft, _typed(request))
    ]
    return _found(request, found, _("Nothing is called so on that day."))


@needs(PlanPermission.DRAFT)
def instruments(request: HttpRequest) -> HttpResponse:
    """Instruments that fit what was typed in `?box=`; with `pick` the box with that one in it."""
    pick = request.GET.get("pick", "")
    if pick:
        one = Instrument.objects.filter(pk=pick).first() if pick.isdecimal() else None
        return _picked(request, InstrumentField(), Typed(one.number if one else "", pick))
    found = [
        (str(one.pk), one.number, f"{one.title} {writing.day(one.issued)}".strip())
        for one in suggested(_typed(request))
    ]
    return _found(request, found, _("The register knows no instrument of this number or title."))


def _where(address: str, begins: bool) -> str:
    above, said = address.partition(", ")[2], _("begins in this package")
    return f"{above} ({said})".strip() if begins else above


def _box(request: HttpRequest) -> str:
    said = request.GET.get("box", "")
    return said if BOX.fullmatch(said) else "unit"


def _typed(request: HttpRequest) -> str:
    return request.GET.get(_box(request), "")[:200].replace("\0", "")


def _found(request: HttpRequest, found: list[tuple[str, str, str]], none: str) -> HttpResponse:
    context = {
        "box": _box(request),
        "found": found,
        "typed": _typed(request).strip(),
        "suggest": request.path,
        "none": none,
    }
    return render(request, "reorganisation/editor_found.html", context)


def _picked(request: HttpRequest, field: Field, typed: Typed) -> HttpResponse:
    """The box anew, the cursor in it; the form around it hears that something was picked."""
    box = _box(request)
    attrs: dict[str, Any] = {"id": f"id_{box}", "class": "tg-input", "autofocus": True}
    context = {"box": field.widget.render(box, typed, attrs)}
    response = render(request, "reorganisation/editor_picked.html", context)
    response["HX-Trigger"] = "picked"
    return response

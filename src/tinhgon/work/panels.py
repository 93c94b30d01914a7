"""What works show on the page of a unit, to whoever may see its works: how many, late, at risk."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from tinhgon.registry.models import Unit
from tinhgon.work.listing.desks import Reader
from tinhgon.work.listing.inbox import Desk, Question, inbox

FEW = 5


def work_of_unit(request: HttpRequest, unit: Unit, asked: Any = None) -> str:
    """The works that a unit has now, those due first; nothing for whoever may not see them."""
    reader = Reader(request.user, localdate())
    if not request.user.is_authenticated or not reader.sees(unit):
        return ""
    found = inbox(Question(desk=Desk.HELD, on=reader.on, unit=unit), most=FEW)
    context = {"unit": unit, "found": found}
    return render_to_string("work/unit_work.html", context, request) if found.every else ""

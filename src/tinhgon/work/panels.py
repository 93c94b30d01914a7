"""What works show on the pages of a unit and of a person: how many, late, at risk; absences."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.work.entitlement import NotEntitled, ask_to_delegate
from tinhgon.work.listing.desks import Reader
from tinhgon.work.listing.inbox import Desk, Question, inbox
from tinhgon.work.models import Delegation
from tinhgon.work.people import called

FEW = 5


def work_of_unit(request: HttpRequest, unit: Unit, asked: Any = None) -> str:
    """The works that a unit has now, those due first; nothing for whoever may not see them."""
    reader = Reader(request.user, localdate())
    if not request.user.is_authenticated or not reader.sees(unit):
        return ""
    found = inbox(Question(desk=Desk.HELD, on=reader.on, unit=unit), most=FEW)
    context = {"unit": unit, "found": found}
    return render_to_string("work/unit_work.html", context, request) if found.every else ""


def work_of_officer(request: HttpRequest, officer: Officer) -> str:
    """What somebody has to do, and who stands in for them, to whoever may name a deputy."""
    today = localdate()
    try:
        ask_to_delegate(officer, request.user, on=today)
    except NotEntitled:
        return ""
    question = Question(desk=Desk.MINE, on=today, officers=[officer.pk])
    absences = [*Delegation.objects.filter(officer=officer, valid_to__gt=today).in_order()]
    names = called([one.deputy_id for one in absences], today)
    context = {
        "officer": officer,
        "found": inbox(question, most=FEW),
        "absences": [(one, names.get(one.deputy_id, "")) for one in absences],
    }
    return render_to_string("work/officer_work.html", context, request)

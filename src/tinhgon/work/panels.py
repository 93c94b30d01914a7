"""What works show on the pages of a unit and of a person: how many, late, at risk; absences."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.work.custody.queries import in_hand
from tinhgon.work.entitlement import NotEntitled, ask_to_delegate, seen
from tinhgon.work.listing.desks import Reader
from tinhgon.work.listing.inbox import Desk, Question, inbox
from tinhgon.work.models import Custody, Delegation, Work
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
    absences = [*Delegation.objects.filter(officer=officer, valid_to__gt=today).in_order()]
    names = called([one.deputy_id for one in absences], today)
    context = {
        "officer": officer,
        "absences": [(one, names.get(one.deputy_id, "")) for one in absences],
        **_has_to_do(officer, request.user, today),
    }
    return render_to_string("work/officer_work.html", context, request)


def _has_to_do(officer: Officer, by: Any, on: date) -> dict[str, Any]:
    """What of that the reader may see, the first due first: some of it, and how much there is."""
    held = in_hand(Custody.objects.filter(officer=officer))
    works = Work.objects.filter(pk__in=held.values("work")).select_related("giver").order_by("pk")
    found = sorted(seen(works, by, on=on), key=lambda one: (one.due is None, one.due))
    standings = [one.status(on) for one in found]
    return {
        "works": [(one.work, one.due) for one in found[:FEW]],
        "every": len(found),
        "late": sum(one.is_late for one in standings),
        "at_risk": sum(one.at_risk for one in standings),
    }

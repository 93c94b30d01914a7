"""Somebody is away: who does all that they have to do meanwhile."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.staff.models import Officer
from tinhgon.staff.officers.queries import career, units_of
from tinhgon.ui.doors import signed_in
from tinhgon.ui.errors import NotHere
from tinhgon.work.custody import actions
from tinhgon.work.entitlement import NotEntitled, ask_to_delegate
from tinhgon.work.forms import AbsenceForm, officer_known, people_of
from tinhgon.work.refusals import Refused, refusal_words


@signed_in
def absence(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form by which a deputy is named; POST it."""
    officer, today = Officer.objects.filter(key=key).first(), localdate()
    try:
        if officer is None:
            raise NotHere(_("Nobody was entered under the number “%s”.") % key[:64])
        ask_to_delegate(officer, request.user, on=today)
    except NotEntitled:
        raise PermissionDenied from None
    sent = request.POST if request.method == "POST" else None
    form = AbsenceForm(_deputies(officer, today), sent, initial={"start": today})
    if form.is_valid() and _delegated(form, officer, request.user):
        messages.success(request, _("The deputy is named."))
        return redirect("work:desk")
    context = {
        "form": form,
        "title": _("Name a deputy"),
        "lead": _("They do all that %s has to do; no work changes hands.") % officer.key,
    }
    return render(request, "work/act.html", context, status=422 if form.errors else 200)


def _deputies(officer: Officer, on: date) -> list[tuple[str, str]]:
    """Those with whom somebody works."""
    people = people_of(units_of(career(officer), on), on)
    return [one for one in people if one[0] != officer.key]


def _delegated(form: AbsenceForm, officer: Officer, by: Any) -> bool:
    given = form.cleaned_data
    deputy = officer_known(given["deputy"])
    assert deputy
    period = {"on": given["start"], "until": given["back"], "reason": given["reason"]}
    try:
        actions.delegate(officer, by=by, deputy=deputy, **period)
    except Refused as refused:
        form.add_error(None, refusal_words(refused))
    except ValidationError as wrong:
        form.add_error(None, wrong.messages)
    return not form.errors

"""A work goes down from its page: units are ticked, what is wrong is told, then each has a part."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.work.life import NotNow
from tinhgon.registry.models import Unit
from tinhgon.ui import writing
from tinhgon.ui.doors import signed_in
from tinhgon.ui.errors import NotPermitted
from tinhgon.work.carrying_out import Given, carry_out
from tinhgon.work.cascade.forms import PartForm, ticked, ticks
from tinhgon.work.cascade.words import fault_words
from tinhgon.work.custody.below import below, units_of
from tinhgon.work.custody.planning import MOST, NotAll, Planned, planned, with_parts
from tinhgon.work.entitlement import NotEntitled, Rights
from tinhgon.work.naming import work_known
from tinhgon.work.refusals import Refused, refusal_words
from tinhgon.work.standing import Standing, check_now
from tinhgon.work.words import ACTS


@signed_in
def page(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form; POST it with `go` to give the parts, without to see what would be given."""
    today = localdate()
    standing = work_known(key, request.user, on=today)
    try:
        Rights(standing, request.user, today).ask("cascade")
    except NotEntitled as lacking:
        raise NotPermitted(lacking.permission, lacking.unit) from None
    form = PartForm(standing, request.POST if request.method == "POST" else None, on=today)
    faults: list[tuple[str, list[str]]] = []
    plan = None
    if form.is_valid():
        try:
            if "go" in request.POST:
                return _done(request, standing, form)
            plan = _looked_at(request, standing, form)
            faults = fault_words(plan.faults, len(plan.orders))
        except NotAll as refused:
            form.add_error(None, refusal_words(refused))
            faults = fault_words(refused.faults, refused.every)
        except (Refused, NotNow) as refused:
            form.add_error(None, refusal_words(refused))
    return _page(request, standing, form, {"plan": plan, "faults": faults})


def _looked_at(request: HttpRequest, standing: Standing, form: PartForm) -> Planned:
    now = timezone.now()
    check_now(standing, "cascade", now)
    return planned(standing, _units(request), form.part, now)


def _done(request: HttpRequest, standing: Standing, form: PartForm) -> HttpResponse:
    units = _units(request)
    given = Given(units=units, each=form.part)
    carry_out("cascade", standing, by=request.user, at=timezone.now(), given=given)
    told = ngettext("%(count)s unit has its part.", "%(count)s units have their parts.", len(units))
    messages.success(request, told % {"count": writing.count(len(units))})
    return redirect(reverse("work:work", args=[standing.work.key]))


def _units(request: HttpRequest) -> list[Unit]:
    return units_of(ticked(request.POST, MOST))


def _page(
    request: HttpRequest, standing: Standing, form: PartForm, more: dict[str, Any]
) -> HttpResponse:
    work, giver, today = standing.work, standing.held.unit, localdate()
    found = below(giver.key, today)
    sent = {*request.POST.getlist("units")} if request.method == "POST" else None
    title, lead = ACTS["cascade"]
    context = {
        "work": work,
        "form": form,
        "title": title,
        "lead": lead,
        "ticks": ticks(
            found,
            giver.key,
            today,
            asked=request.GET,
            sent=sent,
            noted=with_parts(standing),
            note=_("has a part of it"),
        )
        if found
        else None,
        "crumbs": [
            (_("Work"), reverse("work:desk")),
            (work.title, reverse("work:work", args=[work.key])),
        ],
        **more,
    }
    return render(request, "work/cascade.html", context, status=422 if form.errors else 200)

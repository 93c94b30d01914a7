"""Giving a work in the name of a unit."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.registry.models import Unit
from tinhgon.staff.staffing import Names
from tinhgon.ui.doors import needs, require
from tinhgon.ui.errors import NotHere
from tinhgon.work.custody import actions as custody
from tinhgon.work.forms import OrderForm
from tinhgon.work.models import Work
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.refusals import Refused, refusal_words
from tinhgon.work.working import working


@needs(WorkPermission.DIRECT)
def new(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form by which a unit gives a work; POST it."""
    unit = Unit.objects.filter(key=key).first()
    if unit is None:
        raise NotHere(_("There is no unit %s.") % key[:64])
    require(request.user, WorkPermission.DIRECT, unit.key)
    today = localdate()
    template = request.GET.get("template") or next(iter(working().templates_on(today)), "")
    form = OrderForm(unit, template, request.POST or None, on=today)
    if form.is_valid() and (made := _given(form, unit, request.user)):
        messages.success(request, _("The work is given: %s.") % made.title)
        return redirect(reverse("work:work", args=[made.key]))
    offer_registering(form, request.user)
    context = {
        "form": form,
        "title": _("Give a work"),
        "lead": _("In the name of %s. Everything must be clear before it is given.")
        % Names().unit(unit.key),
        "templates": [
            (name, one.name.in_(get_language() or ""), name == template)
            for name, one in working().templates_on(today).items()
        ],
        "crumbs": [(_("Work"), reverse("work:desk"))],
    }
    return render(request, "work/act.html", context, status=422 if form.errors else 200)


def _given(form: OrderForm, giver: Unit, by: Any) -> Work | None:
    """Give it; where it cannot be given the form says why."""
    try:
        return custody.issue(form.order, by=by, at=timezone.now(), giver=giver)
    except Refused as refused:
        form.add_error(None, refusal_words(refused))
    return None

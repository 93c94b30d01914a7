"""Waivers: all of them, a new one for a finding, one taken back."""

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.norms import actions
from tinhgon.norms.finding.portrait import portrait
from tinhgon.norms.finding.words import rule_title
from tinhgon.norms.forms import RevokeForm, WaiveForm
from tinhgon.norms.models import Waiver
from tinhgon.norms.permissions import NormsPermission
from tinhgon.norms.queries import waivers_seen_by
from tinhgon.norms.refusals import Refused, refusal_words
from tinhgon.norms.views.findings import finding_known
from tinhgon.registry.queries import keys_above
from tinhgon.staff.staffing import Names
from tinhgon.ui.doors import needs, require
from tinhgon.ui.errors import NotHere

PAGE = 50


@needs(NormsPermission.SEE)
def waivers(request: HttpRequest) -> HttpResponse:
    """Every waiver of the units that the reader may see, those that end first before the others."""
    today = localdate()
    page = Paginator(waivers_seen_by(request.user, today), PAGE).get_page(request.GET.get("page"))
    names = Names()
    context = {
        "page": page,
        "rows": [
            (
                *(one, rule_title(one.rule)),
                *(names.unit(one.unit.key), names.unit(one.authority.key), _state(one)),
            )
            for one in page
        ],
    }
    return render(request, "norms/waivers.html", context)


@needs(NormsPermission.WAIVE)
def waive(request: HttpRequest, identifier: str) -> HttpResponse:
    """GET the form by which an authority lets a finding be; POST it."""
    found = finding_known(request, identifier, NormsPermission.SEE)
    if found.unit is None:
        raise NotHere(_("What could not be judged cannot be waived."))
    today = localdate()
    above = [key for key in keys_above(found.unit.key, today) if key != found.unit.key]
    form = WaiveForm(request.POST or None, on=today, likely=above, initial={"day": today})
    if form.is_valid():
        given = form.cleaned_data
        require(request.user, NormsPermission.WAIVE, given["authority"].key)
        try:
            actions.waive(
                found.unit,
                by=request.user,  # type: ignore[arg-type]
                rule=found.rule,
                authority=given["authority"],
                number=given["number"],
                reason=given["reason"],
                on=given["day"],
                until=given["last_day"] + timedelta(days=1),
            )
            messages.success(request, _("The waiver is recorded. It ends by itself."))
            return redirect("norms:finding", identifier)
        except Refused as refused:
            form.add_error(None, refusal_words(refused))
    context = {"form": form, "one": portrait(found, today), "finding": found}
    return render(request, "norms/waive.html", context, status=422 if form.errors else 200)


@needs(NormsPermission.WAIVE)
def revocation(request: HttpRequest, id: int) -> HttpResponse:
    """GET the form that takes a waiver back; POST it."""
    found = Waiver.objects.select_related("unit", "authority").filter(pk=id).first()
    if found is None:
        raise NotHere(_("There is no waiver %s.") % id)
    require(request.user, NormsPermission.WAIVE, found.authority.key)
    form = RevokeForm(request.POST or None, initial={"day": localdate()})
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.revoke(found, by=request.user, on=given["day"], reason=given["reason"])  # type: ignore[arg-type]
            messages.success(request, _("The waiver no longer holds from that day on."))
            return redirect("norms:waivers")
        except Refused as refused:
            form.add_error(None, refusal_words(refused))
    context = {
        "form": form,
        "waiver": found,
        "rule": rule_title(found.rule),
        "unit": Names().unit(found.unit.key),
    }
    return render(request, "norms/revoke.html", context, status=422 if form.errors else 200)


def _state(waiver: Waiver) -> str:
    """Whether it holds today, will, or no longer does."""
    today = localdate()
    if waiver.revoked and waiver.revoked <= today:
        return "revoked"
    if today in waiver.period:
        return "holds"
    return "will" if waiver.valid_from and today < waiver.valid_from else "over"

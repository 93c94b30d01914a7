"""One act with many works: ticked in a list or all that it shows, then said once, then told."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.ui.doors import signed_in
from tinhgon.ui.errors import NotHere
from tinhgon.work.bulk.actions import MOST, act_on
from tinhgon.work.bulk.acts import CHANGES
from tinhgon.work.bulk.words import reasons
from tinhgon.work.entitlement import seen
from tinhgon.work.forms import ManyForm
from tinhgon.work.listing.desks import Reader, question_of
from tinhgon.work.listing.inbox import inbox
from tinhgon.work.models import Work
from tinhgon.work.refusals import Refused, refusal_words
from tinhgon.work.standing import Standing
from tinhgon.work.words import ACTS

NOTHING_TICKED = gettext_lazy("Tick the works, and choose what is to be done with them.")


@signed_in
def acts(request: HttpRequest) -> HttpResponse:
    """POST works and an act to be asked for what it takes; with `go` as well, to do it."""
    act, listed = request.POST.get("act", ""), _list(request)
    if request.method != "POST":
        raise NotHere(str(NOTHING_TICKED), [(listed, _("Work"), "")])
    try:
        keys = _chosen(request)
    except Refused as refused:
        messages.error(request, refusal_words(refused))
        return redirect(listed)
    works = Work.objects.filter(key__in=keys).select_related("giver")
    standings = seen(works, request.user, on=localdate())
    if act not in CHANGES or not standings:
        messages.error(request, NOTHING_TICKED)
        return redirect(listed)
    going = "go" in request.POST
    form = _form(request.POST if going else None, act, standings)
    if going and form.is_valid():
        return _done(request, act, keys, form)
    return _page(request, act, standings, form)


def _chosen(request: HttpRequest) -> list[str]:
    """The keys that were ticked, or of all works that the list shows.

    Raises `Refused` `too-many-works`.
    """
    keys = request.POST.getlist("works")
    if "all" in request.POST:
        question = question_of(Reader(request.user, localdate()), request.GET)
        found = inbox(question, most=MOST) if question else None
        keys = [row.work.key for row in found.rows] if found else []
        if found and found.matching > MOST:
            raise Refused("too-many-works", count=found.matching, most=MOST)
    if len(keys) > MOST:
        raise Refused("too-many-works", count=len(keys), most=MOST)
    return [key.replace("\0", "")[:64] for key in keys]


def _form(sent: Any, act: str, standings: list[Standing]) -> ManyForm:
    units = [*dict.fromkeys(one.held.unit.key for one in standings)]
    return ManyForm(act, standings[0], sent, on=localdate(), units=units)


def _page(
    request: HttpRequest, act: str, standings: list[Standing], form: ManyForm
) -> HttpResponse:
    """What the act takes, and the works with which it will be done."""
    title, lead = ACTS[act]
    context = {
        "form": form,
        "title": title,
        "lead": lead,
        "act": act,
        "works": [one.work for one in standings],
        "listed": _list(request),
        "crumbs": [(_("Work"), _list(request))],
    }
    return render(request, "work/many.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, act: str, keys: list[str], form: ManyForm) -> HttpResponse:
    """Do it, and tell with which works and with which not."""
    alike = {"act": act, "given": form.given, "whole": form.cleaned_data["whole"]}
    found = act_on(keys, by=request.user, at=timezone.now(), **alike)
    context = {
        "title": ACTS[act][0],
        "found": found,
        "not_done": reasons(found.not_done),
        "listed": _list(request),
        "crumbs": [(_("Work"), _list(request))],
    }
    nothing = found.kept_back and not found.done
    return render(request, "work/many_done.html", context, status=409 if nothing else 200)


def _list(request: HttpRequest) -> str:
    """The list from which the works were chosen, with its filters."""
    asked = request.GET.urlencode()
    return reverse("work:desk") + (f"?{asked}" if asked else "")

"""Acts on a package as resources: each page says exactly what will happen, and asks again."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tinhgon.reorganisation import actions, workflow
from tinhgon.reorganisation.deciding.acts import (
    APPRAISE,
    APPROVE,
    ENACT,
    GIVE_BACK,
    SEAL,
    TAKE_EFFECT,
    WITHDRAW,
    Act,
    stops,
)
from tinhgon.reorganisation.deciding.entitlement import Ahead, NotEntitled, decide, may_decide
from tinhgon.reorganisation.deciding.forms import ActForm
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.findings.appraisal import advice
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.views.judged import judged
from tinhgon.reorganisation.views.subject import crumbs_to, package_of
from tinhgon.ui.doors import needs

DECIDED = (SEAL, APPROVE, ENACT)
"""The acts before which is read what the package was judged by."""

DONE: dict[State, Promise] = {
    State.APPRAISED: _("Kept. It can be sealed once nothing is open, or edited again."),
    State.SEALED: _("Sealed. It waits for its approval."),
    State.APPROVED: _("Approved. It can be enacted."),
    State.ENACTED: _("Enacted. The new structure stands in the register from its day on."),
    State.IN_EFFECT: _("In effect. Nothing is left hanging on the units that ended."),
    State.WITHDRAWN: _("Withdrawn. The register says what it said before."),
}
"""What is told when an act has led to a state."""


@needs(PlanPermission.APPRAISE)
def appraisal(request: HttpRequest, code: str) -> HttpResponse:
    """GET what is appraised; POST the opinion."""
    return _page(request, code, APPRAISE)


@needs(PlanPermission.SEAL)
def sealing(request: HttpRequest, code: str) -> HttpResponse:
    """GET what is sealed; POST it."""
    return _page(request, code, SEAL)


@needs(PlanPermission.APPROVE)
def giving_back(request: HttpRequest, code: str) -> HttpResponse:
    """GET what is lifted; POST it with a reason."""
    return _page(request, code, GIVE_BACK)


@needs(PlanPermission.APPROVE)
def approval(request: HttpRequest, code: str) -> HttpResponse:
    """GET what is approved, with its seal; POST it."""
    return _page(request, code, APPROVE)


@needs(PlanPermission.ENACT)
def enactment(request: HttpRequest, code: str) -> HttpResponse:
    """GET what enacting does; POST it."""
    return _page(request, code, ENACT)


@needs(PlanPermission.TAKE_EFFECT)
def effect(request: HttpRequest, code: str) -> HttpResponse:
    """GET what taking effect moves; POST it."""
    return _page(request, code, TAKE_EFFECT)


@needs(PlanPermission.WITHDRAW)
def withdrawal(request: HttpRequest, code: str) -> HttpResponse:
    """GET what is taken back; POST it with a reason."""
    return _page(request, code, WITHDRAW)


def _page(request: HttpRequest, code: str, act: Act) -> HttpResponse:
    package = package_of(request, code)
    if not may_decide(request.user, act.permission, package):
        raise PermissionDenied
    if package.state in act.done_in:
        messages.info(request, act.done_already)
        return redirect(package)
    if request.method != "POST":
        return _ask(request, package, act, act.form(initial=_given(package)))
    form = act.form(request.POST)
    if not form.is_valid():
        return _ask(request, package, act, form, status=422)
    return _carry_out(request, package, act, form)


def _given(package: Package) -> dict[str, Any]:
    """What the form of an act holds before anybody types."""
    digest = package.sealing.digest if hasattr(package, "sealing") else ""
    return {"on": localdate(), "digest": digest}


def _carry_out(request: HttpRequest, package: Package, act: Act, form: ActForm) -> HttpResponse:
    given = form.cleaned_data
    try:
        outcome = decide(act.function, package, by=request.user, permission=act.permission, **given)
    except NotEntitled:
        raise PermissionDenied from None
    except Ahead as ahead:
        form.add_error("on", refusal_words(ahead)[0])
        return _ask(request, package, act, form, status=422)
    except REFUSALS as refused:
        return _ask(request, package, act, form, status=409, refused=refused)
    if outcome.anew:
        messages.success(request, DONE[outcome.state])
    else:
        messages.info(request, act.done_already)
    return redirect(package)


def _ask(
    request: HttpRequest,
    package: Package,
    act: Act,
    form: ActForm,
    status: int = 200,
    refused: Exception | None = None,
) -> HttpResponse:
    done = rearrangement(package)
    foreseen = stops(act, package, done, localdate())
    context = {
        "package": package,
        "act": act,
        "closed": bool(foreseen) or isinstance(refused, workflow.Refused),
        "form": form,
        "crumbs": crumbs_to(package),
        "consequences": list(act.foretold(package, done, _day(form))),
        "judged": judged(package, done, names_of(package, done)) if act in DECIDED else None,
        **_standing_in_the_way(refused or foreseen, names_of(package, done)),
    }
    return render(request, "reorganisation/act.html", context, status=status)


def _day(form: ActForm) -> date:
    """The day that was typed for the act, as far as it will do; else today."""
    given: date | None = form.cleaned_data.get("on") if form.is_bound else None
    return given or localdate()


def _standing_in_the_way(refused: Exception | None, names: Names) -> dict[str, Any]:
    """Why the act may not be done, and what to do about it."""
    if refused is None:
        return {"refusal": [], "advice": []}
    found = refused.findings if isinstance(refused, actions.Blocked) else []
    return {"refusal": refusal_words(refused, names), "advice": advice(found)}

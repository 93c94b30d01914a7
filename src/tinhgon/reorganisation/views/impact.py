"""What hangs on the units that end: the whole list, and what waits for somebody to decide."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.allotting.actions import allot
from tinhgon.reorganisation.allotting.form import AllotmentForm
from tinhgon.reorganisation.allotting.queue import Waiting, queue
from tinhgon.reorganisation.allotting.rows import rows_of
from tinhgon.reorganisation.consulting.people import may_consult
from tinhgon.reorganisation.continuity.impact import By, Line, impact
from tinhgon.reorganisation.continuity.words import BECOMES, resting_on
from tinhgon.reorganisation.deciding.entitlement import decide, may_decide
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.views.subject import crumbs_to, package_of
from tinhgon.reorganisation.words import RELATIONS
from tinhgon.ui.doors import needs, public
from tinhgon.ui.errors import NotHere
from tinhgon.ui.spreadsheets import TABLES, download

PAGE = 50
MOST_NAMED = 200
"""So many rows can be given away one by one on a page; more are given together."""

HEADER = ("relation", "unit", "name", "count", "by", "heir", "heir_name")


@public
def impact_of(request: HttpRequest, code: str) -> HttpResponseBase:
    """Everything that hangs on the units that end, by relation and unit; `?by=` narrows it."""
    package = package_of(request, code)
    done = rearrangement(package)
    names = names_of(package, done)
    lines = impact(package, done)
    counted = Counter(one.by for one in lines)
    by = request.GET.get("by", "")
    shown = [one for one in lines if one.by == by] if by in counted else lines
    if (kind := request.GET.get("format")) in TABLES:
        return download(f"{code}-impact", HEADER, (_cells(one, names) for one in shown), kind)
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    context = {
        "package": package,
        "crumbs": crumbs_to(package),
        "page": page,
        "rows": [_row(one, names) for one in page],
        "by": by if by in counted else "",
        "ways": [(one, BECOMES[one], counted[one]) for one in By if one in counted],
        "total": len(lines),
        "things": sum(one.count for one in lines),
        "open": counted[By.OPEN],
        "resting": resting_on(package, done) if hasattr(package, "effect") else None,
    }
    return render(request, "reorganisation/impact.html", context)


def _row(one: Line, names: Names) -> dict[str, Any]:
    return {
        "what": str(RELATIONS[one.relation]),
        "unit": names.link(one.unit),
        "count": one.count,
        "by": BECOMES[one.by],
        "heir": names.link(one.heir) if one.heir else "",
        "open": one.by is By.OPEN,
    }


def _cells(one: Line, names: Names) -> list[Any]:
    heir = one.heir or ""
    named = names(one.heir) if one.heir else ""
    return [one.relation, one.unit, names(one.unit), one.count, one.by, heir, named]


@public
def allotments(request: HttpRequest, code: str) -> HttpResponse:
    """What must be or was decided by a person, what is open first."""
    package = package_of(request, code)
    done = rearrangement(package)
    names = names_of(package, done)
    waiting = queue(package, done)
    page = Paginator(waiting, PAGE).get_page(request.GET.get("page"))
    context = {
        "package": package,
        "crumbs": crumbs_to(package),
        "page": page,
        "rows": [
            {
                "waiting": one,
                "unit": names.link(one.line.unit),
                "heir": names.link(one.line.heir) if one.line.heir else "",
                "url": _url(package, one),
            }
            for one in page
        ],
        "open": sum(one.is_open for one in waiting),
        "may_allot": _may_allot(request, package),
        "named": may_consult(request.user, package, on=localdate()),
    }
    return render(request, "reorganisation/allotments.html", context)


@needs(PlanPermission.DRAFT)
def allotment(request: HttpRequest, code: str, relation: str, unit: str) -> HttpResponse:
    """GET what hangs on a unit; POST who answers for it afterwards."""
    package = package_of(request, code)
    if not may_decide(request.user, PlanPermission.DRAFT, package):
        raise PermissionDenied
    done = rearrangement(package)
    names = names_of(package, done)
    waiting = _found(package, queue(package, done), relation, unit)
    is_short = waiting.line.count <= MOST_NAMED
    rows = rows_of(relation, unit, package.day, MOST_NAMED) if is_short else []
    form = AllotmentForm(waiting, names, rows, request.POST or None)
    if request.method != "POST":
        return _ask(request, package, waiting, names, form)
    if not form.is_valid():
        return _ask(request, package, waiting, names, form, status=422)
    try:
        decide(
            allot,
            package,
            by=request.user,
            permission=PlanPermission.DRAFT,
            relation=relation,
            unit=unit,
            heir=form.cleaned_data["heir"],
            reason=form.cleaned_data["reason"],
            named=form.named(),
        )
    except REFUSALS as refused:
        form.add_error(None, " ".join(refusal_words(refused, names)))
        return _ask(request, package, waiting, names, form, status=409)
    messages.success(request, _("Decided. It is carried out on the day of effect."))
    return redirect("reorganisation:allotments", package.code)


def _ask(
    request: HttpRequest,
    package: Package,
    waiting: Waiting,
    names: Names,
    form: AllotmentForm,
    status: int = 200,
) -> HttpResponse:
    context = {
        "package": package,
        "crumbs": [*crumbs_to(package), (_("Allotments"), _all(package))],
        "waiting": waiting,
        "unit": names(waiting.line.unit),
        "form": form,
    }
    return render(request, "reorganisation/allotment.html", context, status=status)


def _found(package: Package, waiting: list[Waiting], relation: str, unit: str) -> Waiting:
    for one in waiting:
        if (one.line.relation, one.line.unit) == (relation, unit):
            return one
    raise NotHere(_("Nothing of this is to be decided."), [(_all(package), _("Allotments"), "")])


def _may_allot(request: HttpRequest, package: Package) -> bool:
    is_open = workflow.allows(package, "edit") or package.state is State.ENACTED
    signed_in = request.user.is_authenticated
    if not (is_open and signed_in):
        return False
    return may_decide(request.user, PlanPermission.DRAFT, package)


def _all(package: Package) -> str:
    return reverse("reorganisation:allotments", args=[package.code])


def _url(package: Package, one: Waiting) -> str:
    keys = [package.code, one.line.relation, one.line.unit]
    return reverse("reorganisation:allotment", args=keys)

"""Packages of plans: the list of all, and one with what it does to the apparatus."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.registry.directory import directory
from tinhgon.reorganisation import queries
from tinhgon.reorganisation.consulting.people import may_consult
from tinhgon.reorganisation.continuity.words import resting_on
from tinhgon.reorganisation.deciding.ways import ways
from tinhgon.reorganisation.findings import appraisal
from tinhgon.reorganisation.flow.section import Pictured
from tinhgon.reorganisation.models import Package, Plan, State
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.portrait.changes import Changes
from tinhgon.reorganisation.portrait.chart import chart
from tinhgon.reorganisation.portrait.numbers import (
    LOOKS,
    concerned,
    figures,
    in_short,
    lead,
    standing,
    table,
)
from tinhgon.reorganisation.portrait.shapes import shapes
from tinhgon.reorganisation.portrait.steps import steps
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.tallies import only_bodies
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.reorganisation.views.comments import comments_link
from tinhgon.reorganisation.views.judged import judged
from tinhgon.reorganisation.views.subject import crumbs_to, package_of
from tinhgon.reorganisation.words import STATES
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.asked import Asked, wants_part
from tinhgon.ui.doors import public
from tinhgon.ui.spreadsheets import TABLES, download

PAGE = 20
MOST_PLANS = 50
MOST_FINDINGS = 5


@public
def packages(request: HttpRequest) -> HttpResponse:
    """All packages that the reader may see, latest day first."""
    seen = queries.visible_to(request.user, on=localdate())
    counted = queries.by_state(seen)
    state = request.GET.get("state", "")
    state = state if state in counted else ""
    wanted = queries.in_state(seen, state) if state else seen
    page = Paginator(wanted, PAGE).get_page(request.GET.get("page"))
    jurisdiction = directory().jurisdiction
    context = {
        "page": page,
        "rows": [_listed(package, jurisdiction) for package in page],
        "state": state,
        "states": [(one, STATES[one], counted[one]) for one in State if one in counted],
        "total": sum(counted.values()),
        "may_draft": _may_draft(request),
        "may_subscribe": _may_subscribe(request),
    }
    template = "reorganisation/packages.html"
    return render(request, f"{template}#list" if wants_part(request, "list") else template, context)


def _may_draft(request: HttpRequest) -> bool:
    reader: Any = request.user
    return bool(reader.is_authenticated and reader.may(PlanPermission.DRAFT, on=localdate()))


def _may_subscribe(request: HttpRequest) -> bool:
    """Whether somebody looks after the systems that are told what becomes of plans."""
    reader: Any = request.user
    wanted = PlanPermission.SUBSCRIBE
    return bool(reader.is_authenticated and reader.may(wanted, unit=EVERYWHERE, on=localdate()))


def _listed(package: Package, jurisdiction: Jurisdiction) -> dict[str, Any]:
    counted = package.enactment.levels if hasattr(package, "enactment") else {}
    differing = {level: both for level, both in counted.items() if both[0] != both[1]}
    return {
        "package": package,
        "state": STATES[package.state],
        "look": LOOKS.get(package.state, ""),
        "levels": in_short(differing, jurisdiction),
    }


@public
def package(request: HttpRequest, code: str) -> HttpResponseBase:
    """What a package does; with `?format=` what passed at the place that is shown, as a table."""
    subject = package_of(request, code)
    done = rearrangement(subject)
    names = names_of(subject, done)
    pictured = Pictured(request, names) if done.edges else None
    if pictured and (kind := request.GET.get("format")) in TABLES:
        return download(f"{subject.code}-{pictured.view.at or 'all'}", *pictured.table(), kind)
    if pictured and wants_part(request, "flow"):
        return render(request, "reorganisation/flow.html", {"pictured": pictured})
    plans = list(queries.plans_of(subject))
    context = {
        "package": subject,
        "pictured": pictured,
        "changes": Changes(names, request.GET.get("changed", "1")),
        **_portrait(request, subject, done, plans),
        **_appraisal(subject, done, names),
        **_plans(request, plans, done),
        "resting": resting_on(subject, done),
        "ways": ways(request, subject, done),
        "judged": judged(subject, done, names) if _plans_it(request, subject) else None,
        "open_comments": comments_link(request, subject),
    }
    return render(request, "reorganisation/package.html", context)


def _plans_it(request: HttpRequest, subject: Package) -> bool:
    """Whether the reader has to do with a package that is still on its way."""
    on_its_way = subject.state not in (State.IN_EFFECT, State.WITHDRAWN)
    return on_its_way and may_consult(request.user, subject, on=localdate())


def _portrait(
    request: HttpRequest, subject: Package, done: Rearrangement, plans: list[Plan]
) -> dict[str, Any]:
    """Heading, figures, steps and table."""
    today, jurisdiction = localdate(), directory().jurisdiction
    named = may_consult(request.user, subject, on=today)
    instruments = [plan.instrument for plan in plans if plan.instrument]
    tallies = standing(done, jurisdiction)
    counted = table(tallies, jurisdiction)
    return {
        "asked": Asked(today),
        "crumbs": crumbs_to(),
        "state": STATES[subject.state],
        "state_look": LOOKS.get(subject.state, ""),
        "instruments": list({one.pk: one for one in instruments}.values()),
        "lead": lead(subject, instruments, today),
        "figures": figures(done, tallies, jurisdiction),
        "steps": steps(subject, instruments, today, named=named),
        "named": named,
        "table": counted,
        "chart": chart(counted),
        "shapes": shapes(done, jurisdiction),
        "mapped": bool(done.edges) and not only_bodies(done.tallies, jurisdiction),
        "eve": done.eve,
    }


def _appraisal(subject: Package, done: Rearrangement, names: Names) -> dict[str, Any]:
    """The heaviest findings, and how many there are of each weight."""
    return {
        "findings": appraisal.told(done.findings[:MOST_FINDINGS], names),
        "findings_count": len(done.findings),
        "findings_counted": appraisal.counted(done.findings),
        "findings_passed": appraisal.passed(done.findings),
        "findings_when": appraisal.when(subject),
    }


def _plans(request: HttpRequest, plans: list[Plan], done: Rearrangement) -> dict[str, Any]:
    page = Paginator(plans, MOST_PLANS).get_page(request.GET.get("plans"))
    jurisdiction = directory().jurisdiction
    rows = []
    for plan in page:
        tallies = done.by_instrument.get(plan.instrument_id)  # type: ignore[attr-defined]
        counted = concerned(tallies, jurisdiction) if tallies else []
        rows.append({"plan": plan, "levels": counted})
    return {"plans": rows, "plans_page": page}

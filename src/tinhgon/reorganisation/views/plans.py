"""One plan of a package: what its instrument does, and its operations one by one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from tinhgon.domain.structure.documents import plan_document
from tinhgon.reorganisation import queries
from tinhgon.reorganisation.flow.section import Pictured
from tinhgon.reorganisation.models import Package, Plan
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.operations.listed import Listed
from tinhgon.reorganisation.portrait.changes import Changes
from tinhgon.reorganisation.portrait.chart import chart
from tinhgon.reorganisation.portrait.numbers import LOOKS, figures, lead, table
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.views.subject import crumbs_to, package_of, plan_of
from tinhgon.reorganisation.words import STATES
from tinhgon.ui.asked import Asked, wants_part
from tinhgon.ui.doors import public
from tinhgon.ui.spreadsheets import TABLES, download

PAGE = 25
FIRST = 5
"""Operations that the page of their plan shows."""


@public
def plan(request: HttpRequest, code: str, plan: str) -> HttpResponseBase:
    """What is done under one instrument; with `?format=` what passed, as a table."""
    package = package_of(request, code)
    subject = plan_of(package, plan)
    done = rearrangement(package).under(subject.instrument_id)  # type: ignore[attr-defined]
    names = names_of(package, done)
    pictured = Pictured(request, names) if done.edges else None
    if pictured and (kind := request.GET.get("format")) in TABLES:
        return download(f"{code}-{plan}-{pictured.view.at or 'all'}", *pictured.table(), kind)
    if pictured and wants_part(request, "flow"):
        return render(request, "reorganisation/flow.html", {"pictured": pictured})
    context = {
        "package": package,
        "plan": subject,
        "pictured": pictured,
        "changes": Changes(names, request.GET.get("changed", "1")),
        **_portrait(package, subject, names),
        **_operations(subject, names),
    }
    return render(request, "reorganisation/plan.html", context)


def _portrait(package: Package, subject: Plan, names: Names) -> dict[str, Any]:
    """Heading, figures and table; `names` are those of what the plan does."""
    done, today = names.rearrangement, localdate()
    counted = table(done.tallies, names.jurisdiction)
    return {
        "asked": Asked(today),
        "crumbs": crumbs_to(package),
        "state": STATES[package.state],
        "state_look": LOOKS.get(package.state, ""),
        "lead": lead(package, [subject.instrument] if subject.instrument else [], today),
        "figures": figures(done, done.tallies, names.jurisdiction),
        "table": counted,
        "chart": chart(counted),
        "eve": done.eve,
    }


def _operations(subject: Plan, names: Names) -> dict[str, Any]:
    """The first operations, and how many there are."""
    listed = Listed(queries.plan_value(subject), names)
    return {"operations": listed.told(listed.found[:FIRST]), "many": len(listed.found)}


@public
def operations(request: HttpRequest, code: str, plan: str) -> HttpResponseBase:
    """The operations of a plan as sentences; with `?format=` as a table or the documented JSON."""
    package = package_of(request, code)
    subject = plan_of(package, plan)
    value = queries.plan_value(subject)
    if request.GET.get("format") == "json":
        return _json(f"{code}-{plan}", plan_document(value))
    names = names_of(package, rearrangement(package))
    query = request.GET.get("q", "").strip()
    listed = Listed(value, names, query)
    if (kind := request.GET.get("format")) in TABLES:
        return download(f"{code}-{plan}-operations", *listed.table(), kind)
    page = Paginator(listed.found, PAGE).get_page(request.GET.get("page"))
    context = {
        "package": package,
        "plan": subject,
        "crumbs": [*crumbs_to(package), (subject.title, _url("plan", package, subject))],
        "query": query,
        "all": len(value.operations),
        "page": page,
        "operations": listed.told(page.object_list),
    }
    template = "reorganisation/operations.html"
    return render(request, f"{template}#list" if wants_part(request, "list") else template, context)


def _url(view: str, package: Package, plan: Plan) -> str:
    return reverse(f"reorganisation:{view}", args=[package.code, plan.code])


def _json(name: str, document: Any) -> JsonResponse:
    response = JsonResponse(document, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response

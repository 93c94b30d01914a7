"""The apparatus on a day, by itself or beside another; and all of it to take along."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from tinhgon.registry.apparatus import extract, words
from tinhgon.registry.apparatus.headlines import comparison_url, headlines
from tinhgon.registry.apparatus.scene import Scene, days_asked, scene
from tinhgon.registry.apparatus.table import (
    Table,
    Wish,
    columns,
    exported,
    kind_filters,
    order_words,
    said,
    state_filters,
    title,
)
from tinhgon.temporal.bulk import collecting_later
from tinhgon.ui.asked import wants_part
from tinhgon.ui.context import home_url
from tinhgon.ui.doors import public
from tinhgon.ui.spreadsheets import TABLES, download

PAGE = 50
"""What a table may be taken along as."""


@public
@collecting_later()
def apparatus(request: HttpRequest) -> HttpResponseBase:
    """What stands below a place on a day."""
    found = scene(request, days_asked(request).apart)
    if whole := request.GET.get("whole"):
        return _whole(found, whole)
    table = Table(found, _wish(request))
    if (kind := request.GET.get("format")) in TABLES:
        return download(_file_name(found, "units"), *exported(table), kind)
    listed = _listed(request, table)
    if wants_part(request, "units"):
        return render(request, "registry/apparatus.html#units", listed)
    return render(request, "registry/apparatus.html", {**_page(request, found), **listed})


def _wish(request: HttpRequest) -> Wish:
    boxes = ("kind", "state", "q", "order")
    return Wish(*(request.GET.get(box, "").strip() for box in boxes))


def _listed(request: HttpRequest, table: Table) -> dict[str, Any]:
    """What the list of units shows."""
    page = Paginator(table.rows, PAGE).get_page(request.GET.get("page"))
    return {
        "scene": table.scene,
        "table": table,
        "title": title(table),
        "kinds_there": kind_filters(table),
        "states_there": state_filters(table),
        "page": page,
        "rows": said(table, page.object_list),
        "columns": columns(table),
        "order": order_words(table),
        "caption": words.caption(table.scene),
        "totals": _totals(table),
    }


def _totals(table: Table) -> dict[str, Any] | None:
    """The last line of a table that counts, where all that is below the place is in it."""
    overview, basic = table.scene.overview, table.scene.jurisdiction.basic_level
    if not table.counted or not overview.after.is_known:
        return None
    return {
        "name": words.place_name(table.scene),
        "before": overview.before.count(basic) if overview.before else None,
        "after": overview.after.count(basic),
        "kinds": [
            (words.kind_title(table.scene, kind), overview.after.count_of(basic, kind))
            for kind in table.kinds
        ],
    }


def _page(request: HttpRequest, found: Scene) -> dict[str, Any]:
    """What stands around the list."""
    return {
        "asked": found.on,
        "crumbs": words.crumbs(found, home_url(request.path)),
        "heading": words.heading(found),
        "finding": words.finding(found),
        "figures": words.figures(found),
        "whole": words.whole_name(found),
        "kinds": words.kinds(found),
        "kinds_title": words.kinds_title(found),
        "days": words.days_near(found, words.apparatus_url),
        "earlier": words.days_near(found, comparison_url, later=False)[::-1],
        "places": words.places(found),
        "hierarchies": words.hierarchies(found),
        "missing": words.missing(found),
        "unknown_day": found.on.on,
        "beginnings": words.beginnings(found),
        "absence": words.absence(found),
        "to_come": words.is_to_come(found),
        "headlines": headlines(found) if found.vs else [],
        "comparison_url": comparison_url(found),
    }


def _whole(found: Scene, kind: str) -> HttpResponse | HttpResponseBase:
    """All units below the place on the day, as a file."""
    name = _file_name(found, "register")
    if kind in TABLES:
        return download(name, list(extract.HEADER), extract.rows(found), kind)
    response = JsonResponse(extract.document(found), json_dumps_params={"ensure_ascii": False})
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


def _file_name(found: Scene, what: str) -> str:
    return "-".join(filter(None, (what, found.under, found.on.on.isoformat())))

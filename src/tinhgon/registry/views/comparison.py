"""Two days side by side, or what was known of one day at two times."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from tinhgon.registry.apparatus import words
from tinhgon.registry.apparatus.compared import SHOWN, Sieve, Sifted, sift
from tinhgon.registry.apparatus.headlines import comparison_url
from tinhgon.registry.apparatus.scene import Scene, days_asked, scene
from tinhgon.registry.comparison import words as differences
from tinhgon.registry.comparison.table import exported
from tinhgon.registry.directory import directory
from tinhgon.registry.name_search import names
from tinhgon.registry.naming import level_noun
from tinhgon.temporal.bulk import collecting_later
from tinhgon.ui.asked import Asked, wants_part
from tinhgon.ui.context import home_url
from tinhgon.ui.doors import public
from tinhgon.ui.spreadsheets import TABLES, download

PAGE = 50
"""What a list may be taken along as."""


@public
@collecting_later()
def comparison(request: HttpRequest) -> HttpResponseBase:
    """What ended, began and changed between two days, and where each went."""
    found = scene(request, days_asked(request, _eve_of_latest_change))
    sieve = _sieve(request, found)
    ranks = {key: level.rank for key, level in found.jurisdiction.levels.items()}
    sifted = sift(found.compared.comparison.differences, sieve, ranks)
    if (kind := request.GET.get("format")) in TABLES:
        name = f"comparison-{found.compared.vs}-{found.compared.on}"
        return download(name, *exported(found, sifted.changes), kind)
    listed = _listed(request, found, sieve, sifted)
    if wants_part(request, "differences"):
        return render(request, "registry/comparison.html#differences", listed)
    return render(request, "registry/comparison.html", {**_page(request, found), **listed})


def _eve_of_latest_change(asked: Asked) -> date | None:
    """The day before the latest change until the day asked about; without one, the day itself."""
    days = [day for day in directory(asked.known_at).days_of_change if day <= asked.on]
    return days[-1] - timedelta(days=1) if days else asked.on


def _sieve(request: HttpRequest, found: Scene) -> Sieve:
    """The filters that the address names; what they do not know they leave open."""
    asked = {box: request.GET.get(box, "").strip() for box in ("shown", "fact", "level", "q")}
    return Sieve(
        shown=asked["shown"] if asked["shown"] in SHOWN else "",
        fact=asked["fact"] if asked["fact"] in differences.fact_filters() else "",
        level=asked["level"] if asked["level"] in found.jurisdiction.levels else "",
        several=request.GET.get("ways") == "several",
        shared=found.compared.shared,
        fits=names(found.directory).search(asked["q"]),
    )


def _listed(request: HttpRequest, found: Scene, sieve: Sieve, sifted: Sifted) -> dict[str, Any]:
    """What the list shows."""
    page = Paginator(sifted.changes, PAGE).get_page(request.GET.get("page"))
    rows, groups = differences.told(found, page.object_list), differences.shown_words(found)
    return {
        "scene": found,
        "sieve": sieve,
        "query": request.GET.get("q", "").strip(),
        "sifted": sifted,
        "page": page,
        "rows": rows,
        "grouped": [
            (groups[key], sifted.by_shown[key], [*told])
            for key, told in groupby(rows, lambda row: row.shown)
        ],
        "filters": _filters(found, sifted),
        "total": sum(sifted.by_shown.values()),
        "order": _("by level and code"),
        "caption": differences.kicker(found),
        "any": bool(found.compared.comparison.differences),
    }


def _filters(found: Scene, sifted: Sifted) -> dict[str, list[tuple[str, str, int]]]:
    """The choices of each filter: key, label, how many."""
    groups, facts = differences.shown_words(found), differences.fact_filters()
    return {
        "shown": [(key, groups[key], n) for key in SHOWN if (n := sifted.by_shown[key])],
        "fact": [(key, label, n) for key, label in facts.items() if (n := sifted.by_fact[key])],
        "level": [
            (key, level_noun(found.jurisdiction, key, n), n)
            for key in found.jurisdiction.levels
            if (n := sifted.by_level[key])
        ],
    }


def _page(request: HttpRequest, found: Scene) -> dict[str, Any]:
    """What stands around the list."""
    assert found.vs
    return {
        "asked": found.on,
        "crumbs": words.crumbs(found, home_url(request.path)),
        "kicker": differences.kicker(found),
        "heading": differences.heading(found),
        "finding": differences.finding(found),
        "instants": [differences.instant_words(asked) for asked in (found.vs, found.on)],
        "whole": words.whole_name(found),
        "days": words.days_near(found, comparison_url),
        "places": words.places(found),
        "missing": words.missing(found),
        "unknown_day": words.unknown_day(found),
        "beginnings": words.beginnings(found),
        "absence": words.absence(found) if found.place is None else None,
        "apparatus_url": words.apparatus_url(found),
        "two_instants": True,
    }

"""The page of progress: figures, their trend, units, instruments, where the days went."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from tinhgon.directives.progress.asking import WorksAsked, asked_of
from tinhgon.directives.progress.chart import chart
from tinhgon.directives.progress.figures import Figures
from tinhgon.directives.progress.progress import (
    IN_PARTS,
    MOST,
    STANDING,
    TOLD,
    Part,
    Progress,
    progress,
)
from tinhgon.registry.naming import unit_url
from tinhgon.staff.staffing import Names
from tinhgon.ui import asked as of_day
from tinhgon.ui.doors import signed_in
from tinhgon.work.listing.desks import Reader
from tinhgon.work.listing.stood import Stretch, Which

SHOWN = (Which.ALL, Which.NEW, Which.CARRIED, *STANDING)


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """GET `?unit=&from=&to=&instrument=&parent=&deep=&step=`; every number leads to its works."""
    reader = Reader(request.user, localdate())
    asked = asked_of(reader, request.GET)
    if asked is None:
        return render(request, "directives/progress.html", {"nothing": True})
    found = progress(asked)
    names = Names()
    context = {
        "asked": asked,
        "found": found,
        "unit": names.unit(asked.unit.key),
        "units": reader.named,
        "figures": [_number(asked, found.figures, which) for which in SHOWN],
        "tables": [one for one in _tables(found) if one["rows"]],
        "columns": [TOLD[which] for which in IN_PARTS],
        "points": [_point(asked, *one) for one in found.others],
        "point_columns": [TOLD[which] for which in STANDING],
        "chart": chart(found.others, [asked.listed("open", one) for one, _f in found.others]),
        "lain": [_lain(asked, one) for one in found.lain],
        "moved": asked.listed("moved"),
        "most": MOST,
    }
    return render(request, "directives/progress.html", context)


def _number(
    asked: WorksAsked,
    figures: Figures,
    which: Which,
    stretch: Stretch | None = None,
    **narrow: str,
) -> dict[str, Any]:
    """A number in words with the address of its works."""
    return {
        "words": TOLD[which],
        "many": figures.count(which),
        "url": asked.listed(which, stretch, **narrow),
    }


def _tables(found: Progress) -> list[dict[str, Any]]:
    groups = {"units": found.units, "kinds": found.kinds, "instruments": found.instruments}
    return [
        {
            "key": key,
            "rows": [_row(found.asked, part) for part in parts.parts],
            "left_out": parts.left_out,
        }
        for key, parts in groups.items()
    ]


def _row(asked: WorksAsked, part: Part) -> dict[str, Any]:
    numbers = [_number(asked, part.figures, which, **part.narrow) for which in IN_PARTS]
    return {"name": part.name, "numbers": numbers}


def _point(asked: WorksAsked, stretch: Stretch, figures: Figures) -> dict[str, Any]:
    return {
        "stretch": stretch,
        "numbers": [_number(asked, figures, which, stretch) for which in STANDING],
    }


def _lain(asked: WorksAsked, one: Any) -> dict[str, Any]:
    today = of_day.Asked(localdate())
    return {
        "one": one,
        "url": unit_url(one.key, today),
        "works": asked.listed("all", through=one.key),
    }

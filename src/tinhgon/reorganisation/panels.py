"""What plans show on pages of the register: on the first page, of a unit, of an instrument."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localdate

from tinhgon.documents.models import Instrument
from tinhgon.domain.jurisdictions import weakest
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.registry.naming import where_url
from tinhgon.reorganisation import queries
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.reform.latest import Reform, latest_reform
from tinhgon.reorganisation.reform.words import in_words
from tinhgon.ui.spreadsheets import TABLES


def reform_of(request: HttpRequest, place: Any, **asked: Any) -> str:
    """The latest reform of the place in one picture."""
    found = latest_reform(place.unit if place else None, localdate())
    if found is None:
        return ""
    package, reform = found
    names = Names(reform.done, directory().jurisdiction)
    instruments = list(Instrument.objects.filter(pk__in=_instruments(reform)))
    context = {
        "package": package,
        "reform": reform,
        "words": in_words(reform, names),
        "instruments": instruments,
        "mark": weakest(*(one.mark for one in instruments)),
        "where": _where(reform, names),
        "links": _links(package, reform),
    }
    return render_to_string("reorganisation/reform.html", context, request)


def _instruments(reform: Reform) -> set[int]:
    edges = (strand.edge for strand in reform.strands)
    return {edge.instrument for edge in edges if edge and edge.instrument}


def _where(reform: Reform, names: Names) -> str:
    """The page that says where the unit in gold is now."""
    if reform.followed is None:
        return ""
    path = reform.done.before.path(reform.followed)[:2]
    return where_url(", ".join(names.full(unit) for unit in path))


def _links(package: Package, reform: Reform) -> dict[str, str]:
    """The picture on the page of the package, and its table as files."""
    page = reverse("reorganisation:package", args=[package.code])
    at = {"at": reform.place} if reform.place else {}
    files = {kind: f"{page}?{urlencode({**at, 'format': kind})}" for kind in TABLES}
    return {"page": f"{page}{'?' * bool(at)}{urlencode(at)}#flow", **files}


def plans_of_unit(request: HttpRequest, unit: Unit, asked: Any = None) -> str:
    """The packages by which a unit began, changed or ended."""
    packages = queries.concerning(unit)
    if not packages:
        return ""
    rows = [(package, _what(unit.key, package)) for package in packages]
    context = {"rows": rows, "key": unit.key}
    return render_to_string("reorganisation/unit_plans.html", context, request)


def _what(key: str, package: Package) -> str:
    """What a package did to a unit: began, ended or changed it."""
    life = directory().life(key)
    if life.start == package.day:
        return "began"
    return "ended" if life.end == package.day else "changed"


def plans_under(request: HttpRequest, instrument: Instrument, **asked: Any) -> str:
    """The plans that say what an instrument does."""
    seen = queries.visible_to(request.user, on=localdate())
    plans = list(instrument.plan_set.filter(package__in=seen).select_related("package"))
    if not plans:
        return ""
    return render_to_string("reorganisation/instrument_plans.html", {"plans": plans}, request)

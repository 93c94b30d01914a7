"""The bodies of a place on a day: the blocs and the hierarchies side by side, and all in a list."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tinhgon.registry.bodies.gathered import Bodies
from tinhgon.registry.bodies.table import Table, exported, order_words
from tinhgon.registry.bodies.words import Telling
from tinhgon.registry.directory import Directory, directory, structure_on
from tinhgon.registry.name_search import names
from tinhgon.registry.naming import unit_url, words_in
from tinhgon.registry.queries import unit_key
from tinhgon.temporal.bulk import collecting_later
from tinhgon.ui import writing
from tinhgon.ui.asked import Asked, asked, wants_part
from tinhgon.ui.context import home_url
from tinhgon.ui.doors import public
from tinhgon.ui.spreadsheets import TABLES, download

PAGE = 50


@public
@collecting_later()
def bodies(request: HttpRequest) -> HttpResponseBase:
    """The page; with `?format=` its list as a file."""
    question = asked(request)
    register = directory(question.known_at)
    given = request.GET.get("under")
    place = register.place if given is None else unit_key(given, question.on, question.known_at)
    structure = structure_on(question.on, question.known_at)
    telling = Telling(Bodies(register.jurisdiction, structure, place), question)
    table = Table(telling, names(register), *_wish(request))
    if (kind := request.GET.get("format")) in TABLES:
        return download(f"bodies-{place or 'all'}-{question.on}", *exported(table), kind)
    listed = _listed(request, table)
    if wants_part(request, "bodies"):
        return render(request, "registry/bodies.html#bodies", listed)
    page = _page(request, register, telling, question)
    return render(request, "registry/bodies.html", {**page, **listed})


def _wish(request: HttpRequest) -> tuple[str, str]:
    return request.GET.get("bloc", "").strip(), request.GET.get("q", "").strip()


def _listed(request: HttpRequest, table: Table) -> dict[str, Any]:
    page = Paginator(table.rows, PAGE).get_page(request.GET.get("page"))
    return {
        "table": table,
        "page": page,
        "rows": table.told([*page.object_list]),
        "hierarchies_named": [table.under(key) for key in table.hierarchies],
        "order": order_words(),
    }


def _page(
    request: HttpRequest, register: Directory, telling: Telling, question: Asked
) -> dict[str, Any]:
    place = telling.bodies.place
    name = _place_name(register, telling)
    facts = {"place": name, "day": writing.day(question.on)}
    return {
        "asked": question,
        "crumbs": _crumbs(request, telling),
        "heading": capfirst(_("Bodies: %(place)s on %(day)s") % facts),
        "place": name,
        "place_url": unit_url(place, question) if place else "",
        "telling": telling,
        "days": [day for day in register.days_of_bodies if day <= question.on][-5:],
    }


def _place_name(register: Directory, telling: Telling) -> str:
    """What the place is called: on the day, else when it stood last."""
    place = telling.bodies.place
    if place is None:
        return words_in(register.jurisdiction.whole)
    unit = telling.bodies.structure.get(place)
    if unit:
        return telling.name(unit)
    return register.full_name(register.latest(place)) if place in register.entries else place


def _crumbs(request: HttpRequest, telling: Telling) -> list[tuple[str, str]]:
    place = telling.bodies.place
    above = telling.bodies.structure.path(place)[:0:-1] if place else []
    return [(_("Home"), home_url(request.path)), *(telling.link(unit) for unit in above)]

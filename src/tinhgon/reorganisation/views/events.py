"""Change events of a package, for people and as linked data; the feed of what became of all."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from tinhgon.reorganisation.events.changes import Kind
from tinhgon.reorganisation.events.feed import feed as atom
from tinhgon.reorganisation.events.happened import happened, told
from tinhgon.reorganisation.events.linked import nodes
from tinhgon.reorganisation.events.listed import KINDS, Listed
from tinhgon.reorganisation.events.notations import NOTATIONS
from tinhgon.reorganisation.events.published import (
    done_by,
    instruments_of,
    published_package,
)
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.views.subject import crumbs_to
from tinhgon.ui.asked import wants_part
from tinhgon.ui.doors import public

PAGE = 25
LATEST = 50
"""Entries of the feed."""

FOR_PEOPLE = "text/html"


@public
def events(request: HttpRequest, code: str) -> HttpResponseBase:
    """The events of a package; to a program that asks for linked data, that."""
    package = published_package(code)
    media = {media: name for name, (media, _write) in NOTATIONS.items()}
    wanted = request.get_preferred_type([FOR_PEOPLE, *media])
    response = (
        _linked(request, package, media[wanted]) if wanted in media else _page(request, package)
    )
    patch_vary_headers(response, ["Accept"])
    return response


@public
def events_jsonld(request: HttpRequest, code: str) -> HttpResponseBase:
    """The events of a package as JSON-LD."""
    return _linked(request, published_package(code), "jsonld")


@public
def events_turtle(request: HttpRequest, code: str) -> HttpResponseBase:
    """The events of a package as Turtle."""
    return _linked(request, published_package(code), "turtle")


def _linked(request: HttpRequest, package: Package, notation: str) -> StreamingHttpResponse:
    media, write = NOTATIONS[notation]
    told_of = nodes(package, request.build_absolute_uri("/"))
    return StreamingHttpResponse(write(told_of), content_type=f"{media}; charset=utf-8")


def _page(request: HttpRequest, package: Package) -> HttpResponse:
    template = "reorganisation/events.html"
    part = wants_part(request, "list")
    context = {"package": package, "crumbs": crumbs_to(package), **_list(request, package)}
    return render(request, f"{template}#list" if part else template, context)


def _list(request: HttpRequest, package: Package) -> dict[str, Any]:
    """The events looked for; of a package that was withdrawn there are none."""
    done = done_by(package)
    if done is None:
        return {"events": [], "total": 0}
    query, kind = request.GET.get("q", "").strip(), request.GET.get("kind", "")
    listed = Listed(names_of(package, done), query, kind if kind in set(Kind) else "")
    page = Paginator(listed.found, PAGE).get_page(request.GET.get("page"))
    return {
        "query": query,
        "kind": listed.kind,
        "kinds": [(one, KINDS[one], many) for one, many in listed.counted.items()],
        "fitting": sum(listed.counted.values()),
        "total": len(listed.all),
        "page": page,
        "events": listed.told(page.object_list, instruments_of(done)),
    }


@public
def feed(request: HttpRequest) -> HttpResponse:
    """What became of packages lately, as Atom."""
    document = atom(
        told([*happened()[:LATEST]]),
        base=request.build_absolute_uri("/"),
        own=request.build_absolute_uri(),
        page=request.build_absolute_uri(reverse("reorganisation:packages")),
    )
    return HttpResponse(document, content_type="application/atom+xml; charset=utf-8")

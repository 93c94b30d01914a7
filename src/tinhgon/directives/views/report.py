"""The report of a year: the page, and the same as DOCX or PDF."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from tinhgon.directives.progress.asking import unit_seen
from tinhgon.directives.report.blocks import as_shown
from tinhgon.directives.report.compiled import NoSuchYear, compiled
from tinhgon.directives.report.paper import KINDS, report_file
from tinhgon.directives.report.sections import SECTIONS, Section
from tinhgon.directives.report.words import no_such_year
from tinhgon.documents.papers.layout import forms
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.registry.naming import words_in
from tinhgon.ui.asked import year_named
from tinhgon.ui.doors import signed_in
from tinhgon.ui.errors import NotHere
from tinhgon.work.listing.desks import Reader, with_all_below


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """GET `?unit=&year=&deep=`: what the report says, and its files."""
    reader = Reader(request.user, timezone.localdate())
    named = request.GET.get("unit") or next(iter(reader.units), "")
    if not named:
        return render(request, "directives/report.html", {"nothing": True})
    unit = unit_seen(reader, named)
    deep = with_all_below(request.GET, unit)
    with year_is_told():
        found = compiled(unit, asked_year(request), at=timezone.now(), deep=deep)
    context = {
        "report": found,
        "units": reader.named,
        "years": range(reader.on.year, reader.on.year - 6, -1),
        **as_page(found, SECTIONS),
    }
    return render(request, "directives/report.html", context)


@signed_in
def file(request: HttpRequest, kind: str) -> HttpResponse:
    """The report as a file: `report.docx?unit=&year=&form=&deep=`."""
    reader = Reader(request.user, timezone.localdate())
    unit: Unit = unit_seen(reader, request.GET.get("unit") or next(iter(reader.units), ""))
    number = asked_year(request)
    more = {"form": request.GET.get("form", ""), "deep": with_all_below(request.GET, unit)}
    at, site = timezone.now(), request.build_absolute_uri("/")
    return sent_as_file(
        f"report-{unit.key}-{number}",
        kind,
        lambda: report_file(unit, number, kind, at=at, site=site, **more),
    )


def as_page(found: Any, sections: Sequence[Section]) -> dict[str, Any]:
    """What a page shows of a report: its blocks, and the forms and kinds of its files."""
    known = forms(directory().jurisdiction)
    return {
        "blocks": as_shown(block for one in sections for block in one(found, "")),
        "forms": [(key, words_in(one.name)) for key, one in known.items()],
        "kinds": [*KINDS],
    }


def sent_as_file(name: str, kind: str, write: Callable[[], bytes]) -> HttpResponse:
    """A report to be saved. Raises `NotHere` for another kind of file, or another year."""
    if kind not in KINDS:
        raise NotHere(_("Papers are DOCX or PDF, not “%s”.") % kind[:20])
    with year_is_told():
        response = HttpResponse(write(), content_type=KINDS[kind])
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.{kind}")
    return response


def asked_year(request: HttpRequest) -> int:
    """The year that an address names; else this year."""
    return year_named(request.GET.get("year")) or timezone.localdate().year


@contextmanager
def year_is_told() -> Iterator[None]:
    """A year of which there is no report is not here."""
    try:
        yield
    except NoSuchYear as refused:
        raise NotHere(no_such_year(refused)) from None

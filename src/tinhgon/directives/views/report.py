"""The report of a year: the page, and the same as DOCX or PDF."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from tinhgon.directives.progress.asking import unit_seen
from tinhgon.directives.report.compiled import NoSuchYear, compiled
from tinhgon.directives.report.paper import KINDS, report_file
from tinhgon.directives.report.sections import SECTIONS
from tinhgon.documents.papers.layout import forms
from tinhgon.documents.papers.value import Heading, Table
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.registry.naming import words_in
from tinhgon.ui.doors import signed_in
from tinhgon.ui.errors import NotHere
from tinhgon.work.listing.desks import Reader


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """GET `?unit=&year=&deep=`: what the report says, and its files."""
    reader = Reader(request.user, timezone.localdate())
    named = request.GET.get("unit") or next(iter(reader.units), "")
    if not named:
        return render(request, "directives/report.html", {"nothing": True})
    unit, number = unit_seen(reader, named), _year(request, reader)
    try:
        found = compiled(unit, number, at=timezone.now(), deep=bool(request.GET.get("deep")))
    except NoSuchYear:
        raise _no_such_year(number) from None
    context = {
        "report": found,
        "units": reader.named,
        "years": range(reader.on.year, reader.on.year - 6, -1),
        "blocks": [_told(block) for one in SECTIONS for block in one(found, "")],
        "forms": [
            (key, words_in(one.name)) for key, one in forms(directory().jurisdiction).items()
        ],
        "kinds": [*KINDS],
    }
    return render(request, "directives/report.html", context)


@signed_in
def file(request: HttpRequest, kind: str) -> HttpResponse:
    """The report as a file: `report.docx?unit=&year=&form=&deep=`."""
    reader = Reader(request.user, timezone.localdate())
    if kind not in KINDS:
        raise NotHere(_("Papers are DOCX or PDF, not “%s”.") % kind[:20])
    unit: Unit = unit_seen(reader, request.GET.get("unit") or next(iter(reader.units), ""))
    number = _year(request, reader)
    try:
        content = report_file(
            unit,
            number,
            kind,
            at=timezone.now(),
            site=request.build_absolute_uri("/"),
            form=request.GET.get("form", ""),
            deep=bool(request.GET.get("deep")),
        )
    except NoSuchYear:
        raise _no_such_year(number) from None
    response = HttpResponse(content, content_type=KINDS[kind])
    name = f"report-{unit.key}-{number}.{kind}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


def _told(block: Any) -> dict[str, Any]:
    """A block of the paper as the page shows it."""
    sort = {Heading: "heading", Table: "table"}.get(type(block), "paragraph")
    if sort != "table":
        return {"sort": sort, "text": block.text}
    rows = [[*zip(block.columns, row.cells, strict=True)] for row in block.rows]
    return {"sort": sort, "columns": block.columns, "rows": rows}


def _year(request: HttpRequest, reader: Reader) -> int:
    given = request.GET.get("year", "")
    return int(given) if given.isdecimal() and len(given) < 5 else reader.on.year


def _no_such_year(number: int) -> NotHere:
    return NotHere(
        _("There is no report of the year %s: it is to come, or before records.") % number
    )

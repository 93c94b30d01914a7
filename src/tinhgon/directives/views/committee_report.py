"""A committee's own report: the page, the same as DOCX or PDF, the works that its numbers count."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate

from tinhgon.directives.committees.entitlement import Rights
from tinhgon.directives.committees.naming import committee_known
from tinhgon.directives.committees.report.compiled import committee_year, years_told
from tinhgon.directives.committees.report.paper import committee_file, compiled_from
from tinhgon.directives.committees.report.sections import SECTIONS
from tinhgon.directives.committees.report.works import works_seen
from tinhgon.directives.views.acts import crumbs
from tinhgon.directives.views.report import as_page, asked_year, sent_as_file, year_is_told
from tinhgon.staff.staffing import Names
from tinhgon.ui.doors import signed_in
from tinhgon.ui.spreadsheets import TABLES, download
from tinhgon.work.exchange.exporting import header, lines
from tinhgon.work.listing.desks import stood_of
from tinhgon.work.listing.inbox import Question
from tinhgon.work.listing.stood import Given, Which
from tinhgon.work.views.desk import page_of, shown, stood_words


@signed_in
def page(request: HttpRequest, key: str) -> HttpResponse:
    """GET `?year=`: what the report says, and its files."""
    today = localdate()
    subject = committee_known(key, request.user, on=today)
    with year_is_told():
        found = committee_year(subject, asked_year(request), by=request.user, at=timezone.now())
    keeps = Rights(request.user, today).keeps(subject)
    context = {
        "report": found,
        "compiled": compiled_from(found),
        "years": years_told(subject, today),
        "may_carry": keeps and bool(found.proposals) and not subject.valid_to,
        "crumbs": crumbs(subject),
        **as_page(found, SECTIONS),
    }
    return render(request, "directives/committees/report.html", context)


@signed_in
def file(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """The report as a file: `report.docx?year=&form=`."""
    by, number = request.user, asked_year(request)
    subject = committee_known(key, by, on=localdate())
    at, site = timezone.now(), request.build_absolute_uri("/")
    more = {"at": at, "site": site, "form": request.GET.get("form", "")}
    return sent_as_file(
        f"report-{subject.key}-{number}",
        kind,
        lambda: committee_file(subject, number, kind, by=by, **more),
    )


@signed_in
def works(request: HttpRequest, key: str) -> HttpResponseBase:
    """GET `?stood=&from=&on=&lead=&due=`: works under its conclusions that the reader may see."""
    today, names = localdate(), Names()
    subject = committee_known(key, request.user, on=today)
    asked = request.GET.dict()
    if asked.get("stood") not in [*Which]:
        asked["stood"] = Which.ALL.value
    then = stood_of(asked, today)
    own = works_seen(subject, request.user, on=today)
    given = Given(works=own, instrument=then["instrument"])
    question = Question.then(given, then["stood"], then["on"])
    if (kind := request.GET.get("format")) in TABLES:
        return download("work", header(), lines(question), kind)
    listed, found = page_of(question, request.GET.get("page"))
    context = {
        "committee": subject,
        "page": listed,
        "rows": shown(found.rows, question, names),
        "stood": stood_words(question, names),
        "crumbs": crumbs(subject),
    }
    return render(request, "directives/committees/works.html", context)

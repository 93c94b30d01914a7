"""Notices for people whose unit ends or is shared: the list of a package, and one to print."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from tinhgon.registry.models import Contact
from tinhgon.registry.naming import where_url
from tinhgon.reorganisation.events import notice_words as words
from tinhgon.reorganisation.events.notice_table import HEADER, table
from tinhgon.reorganisation.events.notices import Notice, Notices, notices_of, reached
from tinhgon.reorganisation.events.published import published_package
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.views.subject import crumbs_to
from tinhgon.ui.asked import wants_part
from tinhgon.ui.doors import public
from tinhgon.ui.errors import NotHere
from tinhgon.ui.spreadsheets import TABLES, download

PAGE = 25


@public
def notices(request: HttpRequest, code: str) -> HttpResponseBase:
    """The units that end or are shared, each with its notice; with `?format=` all as a table."""
    package = published_package(code)
    told = notices_of(package)
    query = request.GET.get("q", "").strip()
    if told and (kind := request.GET.get("format")) in TABLES:
        return download(f"{code}-notices", HEADER, table(told, told.found(query)), kind)
    context = {"package": package, "crumbs": crumbs_to(package), "query": query, "total": 0}
    if told:
        context |= _found(request, told, query)
    template = "reorganisation/notices.html"
    return render(request, f"{template}#list" if wants_part(request, "list") else template, context)


def _found(request: HttpRequest, told: Notices, query: str) -> dict[str, Any]:
    page = Paginator(told.found(query), PAGE).get_page(request.GET.get("page"))
    return {
        "total": len(told.units),
        "page": page,
        "rows": [(one.unit, words.heading(one)) for one in told.of(page.object_list)],
    }


@public
def notice(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """The notice of one unit, in the reader's language and then in the others."""
    package = published_package(code)
    told = notices_of(package)
    found = told.about(key) if told else None
    if found is None:
        raise _nothing(package)
    contacts = reached([found], found.day)
    context = {
        "package": package,
        "notice": found,
        "crumbs": [*crumbs_to(package), (_("Notices"), _list_url(package))],
        "texts": [_in(language, found, contacts) for language in _languages()],
        "where": where_url(found.address),
    }
    return render(request, "reorganisation/notices_one.html", context)


def _nothing(package: Package) -> NotHere:
    words_of_it = _("This plan changes nothing for the people of such a unit.")
    if hasattr(package, "withdrawal"):
        words_of_it = _("The plan was withdrawn: nothing changes for the people of this unit.")
    return NotHere(words_of_it, [(package.get_absolute_url(), package.title, "")])


def _list_url(package: Package) -> str:
    return reverse("reorganisation:notices", args=[package.code])


def _languages() -> list[str]:
    """The reader's language first."""
    return sorted((key for key, _name in settings.LANGUAGES), key=lambda key: key != get_language())


def _in(language: str, notice: Notice, contacts: dict[str, Contact]) -> dict[str, Any]:
    """Everything that the notice says, in one language."""
    with override(language):
        return {
            "language": language,
            "heading": words.heading(notice),
            "opening": words.opening(notice),
            "becoming": words.becoming(notice),
            "taken": words.taken(notice),
            "which": _("How to find out which is yours"),
            "finding_out": words.finding_out(notice),
            "where": _("Where to go"),
            "places": words.where_to_go(notice, contacts),
            "old_papers": _("Your papers"),
            "papers": words.papers(notice),
        }

"""My work, the work of my unit, what it gave and what it helps with."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.domain.work.life import State
from tinhgon.registry.models import Unit
from tinhgon.staff.staffing import Names
from tinhgon.ui.doors import signed_in
from tinhgon.ui.spreadsheets import TABLES, download
from tinhgon.work.bulk.actions import MOST
from tinhgon.work.bulk.acts import offered
from tinhgon.work.entitlement import seen
from tinhgon.work.exchange.exporting import header, lines
from tinhgon.work.listing.desks import Reader, question_of
from tinhgon.work.listing.inbox import Desk, Found, Question, Row, Show, inbox
from tinhgon.work.listing.then import NONE
from tinhgon.work.models import Work
from tinhgon.work.people import called
from tinhgon.work.reminding.unread import unread
from tinhgon.work.words import ACTS, LOOKS, STATES, WHICH, status_words
from tinhgon.work.working import kind_names

ON_A_PAGE = 50

DESKS = {
    Desk.MINE: _("My work"),
    Desk.HELD: _("Work of the unit"),
    Desk.GIVEN: _("Work it gave"),
    Desk.HELPED: _("Work it contributes to"),
}
SHOWS: dict[Show, Promise] = {
    Show.OPEN: _("To be done"),
    Show.LATE: _("Late"),
    Show.AT_RISK: _("At risk"),
    Show.WAITING: _("Waiting to be confirmed"),
    Show.OBJECTED: _("Objected to, not decided yet"),
    Show.CLOSED: _("Closed"),
}


@signed_in
def desk(request: HttpRequest) -> HttpResponseBase:
    """The works of the reader, or of a unit whose works they may see, the first due first."""
    reader = Reader(request.user, localdate())
    question = question_of(reader, request.GET)
    if question is None:
        return render(request, "work/desk.html", {"nothing": True, "unread": unread(reader)})
    if (kind := request.GET.get("format")) in TABLES:
        return download("work", header(), lines(question), kind)
    page, found = page_of(question, request.GET.get("page"))
    unit = question.unit
    names = Names()
    context = {
        "question": question,
        "unit": names.unit(unit.key) if unit else "",
        "units": reader.named,
        "desks": [(key.value, words) for key, words in DESKS.items() if reader.has(key)],
        "shows": [(key.value, words, _count(found, key)) for key, words in SHOWS.items()],
        "kinds": [*kind_names(2).items()],
        "page": page,
        "rows": shown(found.rows, question, names),
        "may_give": reader.gives(unit),
        "acts": _acts(found, question, reader),
        "most": MOST,
        "unread": 0 if request.htmx else unread(reader),  # type: ignore[attr-defined]
        "stood": stood_words(question, names),
        "whole": _whole(question, request.user),
    }
    template = "work/desk.html"
    return render(request, f"{template}#list" if request.htmx else template, context)  # type: ignore[attr-defined]


def stood_words(question: Question, names: Names) -> dict[str, Any] | None:
    """Which works of a period are listed, in words."""
    asked = question.stood
    if asked is None:
        return None
    keys = dict(Unit.objects.filter(pk__in=[asked.lead, asked.through]).values_list("pk", "key"))
    instrument = Instrument.objects.filter(pk=question.instrument).first()
    return {
        "which": WHICH[asked.which],
        "first": asked.since,
        "last": question.on,
        "lead": names.unit(keys[asked.lead]) if asked.lead else "",
        "through": names.unit(keys[asked.through]) if asked.through else "",
        "instrument": instrument.number if instrument else "",
        "month": asked.month if asked.month != NONE else "",
        "undated": asked.month == NONE,
    }


def _whole(question: Question, by: Any) -> Work | None:
    """The work of which the parts are listed, for whoever may see it."""
    if question.parent is None:
        return None
    works = Work.objects.select_related("giver").filter(pk=question.parent)
    return next((one.work for one in seen(works, by, on=question.on)), None)


def page_of(question: Question, wanted: Any) -> tuple[Page[int], Found]:
    """A page and what is on it; the last where there are not so many."""
    number = int(wanted) if str(wanted or "").isdecimal() and len(str(wanted)) < 7 else 1
    start = (max(number, 1) - 1) * ON_A_PAGE
    found = inbox(question, start=start, most=ON_A_PAGE)
    page = Paginator(range(found.matching), ON_A_PAGE).get_page(number)
    if start and not found.rows:
        start = (page.number - 1) * ON_A_PAGE
        found = inbox(question, start=start, most=ON_A_PAGE)
    return page, found


def shown(rows: list[Row], question: Question, names: Names) -> list[dict[str, Any]]:
    """Works as `work/rows.html` shows them."""
    people = called([row.officer for row in rows if row.officer], question.on)
    return [
        {
            "row": row,
            "unit": names.unit(row.unit),
            "giver": names.unit(row.work.giver.key),
            "person": people.get(row.officer, "") if row.officer else "",
            "state": STATES[row.state.value],
            **_stands(row),
        }
        for row in rows
    ]


def _stands(row: Row) -> dict[str, Any]:
    """How it stands in time, and how that looks; withdrawn it stands in no time."""
    if row.state is State.WITHDRAWN:
        return {"status": STATES[row.state.value], "look": ""}
    words = status_words(row.status, excused=row.excused)
    return {"status": words, "look": LOOKS[row.status.standing]}


def _acts(found: Found, question: Question, reader: Reader) -> list[tuple[str, Promise]]:
    """What the reader may do with works that are listed; nothing with those that are closed."""
    if question.show is Show.CLOSED or not found.rows:
        return []
    works = [row.work for row in found.rows]
    return [(act, ACTS[act][0]) for act in offered(works, reader.user, reader.on)]


def _count(found: Found, show: Show) -> int | None:
    """How many there are of what is counted anyway."""
    return {Show.LATE: found.late, Show.AT_RISK: found.at_risk}.get(show)

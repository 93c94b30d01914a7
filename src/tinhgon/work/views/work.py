"""One work: who has it and had it, by when it is due and why, its parts, and what can be done."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tinhgon.domain.work.life import NotNow
from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.staff.staffing import Names
from tinhgon.ui.doors import signed_in
from tinhgon.ui.errors import NotHere, NotPermitted
from tinhgon.ui.panels import panels
from tinhgon.work.carrying_out import ACTS as DONE
from tinhgon.work.carrying_out import Given, carry_out, possible
from tinhgon.work.entitlement import NotEntitled, Rights, seen
from tinhgon.work.files.listing import file_lines
from tinhgon.work.forms import ActForm, OrderForm
from tinhgon.work.listing.desks import Reader
from tinhgon.work.listing.inbox import Show
from tinhgon.work.listing.parts import MOST_LINES, Figure, Parts, parts_of
from tinhgon.work.models import Work
from tinhgon.work.naming import work_known
from tinhgon.work.objections.queries import follows, unanswered
from tinhgon.work.people import called
from tinhgon.work.refusals import Refused, refusal_words
from tinhgon.work.standing import Standing
from tinhgon.work.views.desk import SHOWS
from tinhgon.work.words import (
    ACTS,
    HAPPENED,
    STATES,
    how_it_stands,
    lead_of,
    passed_over,
    term_words,
)
from tinhgon.work.working import kind_names, working

MOST_PARTS = 200
"""So many parts of a work stand on its page, where they cannot be counted for the reader."""

HIGHLIGHTS = {Show.OPEN: "", Show.LATE: "stop", Show.WAITING: "gold", Show.CLOSED: "green"}
"""How the figures of parts look."""


@signed_in
def work(request: HttpRequest, key: str) -> HttpResponse:
    """All of a work, for whoever may see it."""
    today, names = localdate(), Names()
    standing = work_known(key, request.user, on=today)
    context = {
        "work": standing.work,
        "standing": standing,
        "files": file_lines(standing, request.user, names),
        "crumbs": [(_("Work"), reverse("work:desk"))],
        "panels": panels("work", request, standing.work),
        **_as_it_stands(standing, names, today),
        **_as_it_was_given(standing, names),
        **_as_it_went(standing, names),
        **_offered(standing, request.user, today),
        **_whole_and_parts(standing, Reader(request.user, today), names),
    }
    return render(request, "work/work.html", context)


@signed_in
def act(request: HttpRequest, key: str, act: str) -> HttpResponse:
    """GET the form of an act; POST it."""
    today = localdate()
    standing = work_known(key, request.user, on=today)
    if act not in DONE:
        raise NotHere(_("There is no such act. Choose one on the page of the work."))
    try:
        Rights(standing, request.user, today).ask(act)
    except NotEntitled as lacking:
        raise NotPermitted(lacking.permission, lacking.unit) from None
    form = _form(request, act, standing)
    if form.is_valid():
        given = Given(part=form.order) if isinstance(form, OrderForm) else form.given
        if _carried_out(form, act, standing, request.user, given):
            messages.success(request, _("Done: %s.") % ACTS[act][0])
            return redirect(reverse("work:work", args=[key]))
    offer_registering(form, request.user)
    title, lead = ACTS[act][0], lead_of(act, standing, Names())
    context = {"form": form, "work": standing.work, "title": title, "lead": lead}
    context["crumbs"] = [
        (_("Work"), reverse("work:desk")),
        (standing.work.title, reverse("work:work", args=[key])),
    ]
    return render(request, "work/act.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, act: str, standing: Standing) -> Any:
    today, sent = localdate(), request.POST if request.method == "POST" else None
    if act != "split":
        return ActForm(act, standing, sent, request.FILES or None, on=today)
    initial = {"origin": standing.work.title[:300], "due": standing.due}
    unit, template = standing.held.unit, standing.work.template
    return OrderForm(unit, template, sent, on=today, initial=initial)


def _carried_out(form: Any, act: str, standing: Standing, by: Any, given: Given) -> bool:
    """Do it; where it cannot be done the form says why."""
    try:
        carry_out(act, standing, by=by, at=timezone.now(), given=given)
    except NotEntitled as lacking:
        raise NotPermitted(lacking.permission, lacking.unit) from None
    except (Refused, NotNow) as refused:
        form.add_error(None, refusal_words(refused))
    except ValidationError as wrong:
        form.add_error(None, wrong.messages)
    return not form.errors


def _as_it_stands(standing: Standing, names: Names, on: date) -> dict[str, Any]:
    words, look = how_it_stands(standing, on)
    return {
        "state": STATES[standing.state.value],
        "status_words": words,
        "look": look,
        "at_risk": standing.status(on).at_risk,
        "contributors": [(names.unit(one.unit.key), one) for one in standing.contributors],
    }


def _as_it_was_given(standing: Standing, names: Names) -> dict[str, Any]:
    kind = standing.work.kind
    return {
        "kind": kind_names().get(kind, kind),
        "giver": names.unit(standing.work.giver.key),
        "term": term_words(standing.term),
        "passed_over": passed_over(standing),
        "clear": _clear(standing),
    }


def _as_it_went(standing: Standing, names: Names) -> dict[str, Any]:
    return {
        "stays": _stays(standing, names),
        "happened": [
            (HAPPENED[one.what] % {"unit": names.unit(one.unit.key)}, one)
            for one in reversed(standing.events)
        ],
        "objections": [(names.unit(one.unit.key), one) for one in reversed(standing.objections)],
    }


def _offered(standing: Standing, by: Any, on: date) -> dict[str, Any]:
    """What the reader may do, and what of that follows from an objection that was upheld."""
    acts, upheld = possible(standing, by, on=on), unanswered(standing)
    return {
        "acts": [(act, *ACTS[act]) for act in acts],
        "upheld": upheld,
        "follows": [(act, ACTS[act][0]) for act in (follows(upheld, acts) if upheld else ())],
    }


def _whole_and_parts(standing: Standing, reader: Reader, names: Names) -> dict[str, Any]:
    """What it is a part of, and its parts one by one; counted, where they are many."""
    work, seeing = standing.work, {"by": reader.user, "on": reader.on}
    whole = seen([work.parent], **seeing) if work.parent else []
    many = work.parts.count() > MOST_LINES
    counted = parts_of(work, reader) if many else []
    parts = [] if counted else seen(_parts(work), **seeing)
    return {
        "whole": [_line(one, names) for one in whole],
        "parts": [_line(one, names) for one in parts[:MOST_PARTS]],
        "more_parts": max(len(parts) - MOST_PARTS, 0),
        "counted": [(names.unit(one.giver), one, _figures(one)) for one in counted],
    }


def _stays(standing: Standing, names: Names) -> list[dict[str, Any]]:
    """Who had it from when to when, the last first: where the days went."""
    rows = standing.custody
    closed = standing.events[-1].at if standing.state.is_closed else None
    ends: list[datetime | None] = [*(row.start for row in rows[1:]), closed]
    people = called([row.officer_id for row in rows if row.officer_id], localdate())
    return [
        {
            "row": row,
            "unit": names.unit(row.unit.key),
            "person": people.get(row.officer_id, "") if row.officer_id else "",
            "end": end,
            "days": _days((end or timezone.now()) - row.start),
        }
        for row, end in reversed([*zip(rows, ends, strict=True)])
    ]


def _parts(work: Work) -> QuerySet[Work]:
    return work.parts.select_related("giver").order_by("pk")


def _figures(parts: Parts) -> list[tuple[Promise, str, Figure]]:
    return [(SHOWS[one.show], HIGHLIGHTS[one.show], one) for one in parts.figures]


def _days(length: timedelta) -> float:
    return round(max(length, timedelta()).total_seconds() / 86400, 1)


def _clear(standing: Standing) -> list[tuple[str, str]]:
    """What was to be clear, with the words that made it so."""
    template = working().templates.get(standing.work.template)
    said = standing.work.clarities
    return [
        (one.name.in_(get_language() or ""), said.get(one.key, ""))
        for one in (template.written if template else ())
    ]


def _line(standing: Standing, names: Names) -> dict[str, Any]:
    words, look = how_it_stands(standing, localdate())
    return {
        "work": standing.work,
        "unit": names.unit(standing.held.unit.key),
        "due": standing.due,
        "status": words,
        "look": look,
    }

"""One work: who has it and had it, by when it is due and why, its parts, and what can be done."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tinhgon.domain.work.life import NotNow
from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.registry.models import Unit
from tinhgon.staff.staffing import Names
from tinhgon.ui.doors import needs, require, signed_in
from tinhgon.ui.errors import NotHere
from tinhgon.work.carrying_out import ACTS as DONE
from tinhgon.work.carrying_out import Given, carry_out, possible
from tinhgon.work.custody import actions as custody
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
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.refusals import Refused, refusal_words
from tinhgon.work.standing import Standing
from tinhgon.work.words import ACTS, HAPPENED, STATES, how_it_stands, passed_over, term_words
from tinhgon.work.working import kind_names, working

MOST_PARTS = 200
"""So many parts of a work stand on its page, where they cannot be counted for the reader."""

SHOWS: dict[Show, tuple[Promise, str]] = {
    Show.OPEN: (gettext_lazy("To be done"), ""),
    Show.LATE: (gettext_lazy("Late"), "stop"),
    Show.WAITING: (gettext_lazy("Waiting to be confirmed"), "gold"),
    Show.CLOSED: (gettext_lazy("Closed"), "green"),
}
"""What parts are counted by, and how it looks."""


@signed_in
def work(request: HttpRequest, key: str) -> HttpResponse:
    """All of a work, for whoever may see it."""
    today, names = localdate(), Names()
    standing = work_known(key, request.user, on=today)
    subject, (words, look) = standing.work, how_it_stands(standing, today)
    whole = seen([subject.parent], request.user, on=today) if subject.parent else []
    many = subject.parts.count() > MOST_LINES
    counted = parts_of(subject, Reader(request.user, today)) if many else []
    parts = [] if counted else seen(_parts(subject), request.user, on=today)
    acts = possible(standing, request.user, on=today)
    upheld = unanswered(standing)
    context = {
        "work": subject,
        "standing": standing,
        "kind": kind_names().get(subject.kind, subject.kind),
        "giver": names.unit(subject.giver.key),
        "state": STATES[standing.state.value],
        "at_risk": standing.status(today).at_risk,
        "status_words": words,
        "look": look,
        "stays": _stays(standing, names),
        "term": term_words(standing.term),
        "passed_over": passed_over(standing),
        "clear": _clear(standing),
        "whole": [_line(one, names) for one in whole],
        "parts": [_line(one, names) for one in parts[:MOST_PARTS]],
        "more_parts": max(len(parts) - MOST_PARTS, 0),
        "counted": [(names.unit(one.giver), one, _figures(one)) for one in counted],
        "contributors": [(names.unit(one.unit.key), one) for one in standing.contributors],
        "happened": [
            (HAPPENED[one.what] % {"unit": names.unit(one.unit.key)}, one)
            for one in reversed(standing.events)
        ],
        "acts": [(act, *ACTS[act]) for act in acts],
        "upheld": upheld,
        "follows": [(act, ACTS[act][0]) for act in (follows(upheld, acts) if upheld else ())],
        "objections": [(names.unit(one.unit.key), one) for one in reversed(standing.objections)],
        "files": file_lines(standing, request.user, names),
        "crumbs": [(_("Work"), reverse("work:desk"))],
    }
    return render(request, "work/work.html", context)


@signed_in
def act(request: HttpRequest, key: str, act: str) -> HttpResponse:
    """GET the form of an act; POST it."""
    today = localdate()
    standing = work_known(key, request.user, on=today)
    if act not in DONE:
        raise NotHere(_("There is no such act. Choose one on the page of the work."))
    if not Rights(standing, request.user, today).allows(act):
        raise PermissionDenied
    form = _form(request, act, standing)
    if form.is_valid():
        given = Given(part=form.order) if isinstance(form, OrderForm) else form.given
        if _carried_out(form, act, standing, request.user, given):
            messages.success(request, _("Done: %s.") % ACTS[act][0])
            return redirect(reverse("work:work", args=[key]))
    offer_registering(form, request.user)
    title, lead = ACTS[act]
    context = {"form": form, "work": standing.work, "title": title, "lead": lead}
    context["crumbs"] = [
        (_("Work"), reverse("work:desk")),
        (standing.work.title, reverse("work:work", args=[key])),
    ]
    return render(request, "work/act.html", context, status=422 if form.errors else 200)


@needs(WorkPermission.DIRECT)
def new(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form by which a unit gives a work; POST it."""
    unit = Unit.objects.filter(key=key).first()
    if unit is None:
        raise NotHere(_("There is no unit %s.") % key[:64])
    require(request.user, WorkPermission.DIRECT, unit.key)
    today = localdate()
    template = request.GET.get("template") or next(iter(working().templates_on(today)), "")
    form = OrderForm(unit, template, request.POST or None, on=today)
    if form.is_valid():
        try:
            made = custody.issue(
                form.order,
                by=request.user,  # type: ignore[arg-type]
                at=timezone.now(),
                giver=unit,
            )
        except Refused as refused:
            form.add_error(None, refusal_words(refused))
        else:
            messages.success(request, _("The work is given: %s.") % made.title)
            return redirect(reverse("work:work", args=[made.key]))
    offer_registering(form, request.user)
    context = {
        "form": form,
        "title": _("Give a work"),
        "lead": _("In the name of %s. Everything must be clear before it is given.")
        % Names().unit(unit.key),
        "templates": [
            (name, one.name.in_(get_language() or ""), name == template)
            for name, one in working().templates_on(today).items()
        ],
        "crumbs": [(_("Work"), reverse("work:desk"))],
    }
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
    except NotEntitled:
        raise PermissionDenied from None
    except (Refused, NotNow) as refused:
        form.add_error(None, refusal_words(refused))
    except ValidationError as wrong:
        form.add_error(None, wrong.messages)
    return not form.errors


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
    return [(*SHOWS[one.show], one) for one in parts.figures]


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

"""Directives of a unit, and one directive: a draft with what is unclear, or its works."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.committees.naming import session_known
from tinhgon.directives.drafting.each import meant_by_each
from tinhgon.directives.drafting.following import works_of
from tinhgon.directives.drafting.gate import Looked, looked_at, places_of, runs_of
from tinhgon.directives.drafting.twice import given_already
from tinhgon.directives.entitlement import DRAFT, ISSUE
from tinhgon.directives.listing import Reader, counts, directives_of, unit_of
from tinhgon.directives.models import Directive, Kind, Session
from tinhgon.directives.naming import directive_known
from tinhgon.directives.reading.found import found_in
from tinhgon.documents.words import UNCLEAR
from tinhgon.domain.documents.directions import Unclear
from tinhgon.domain.work.life import State
from tinhgon.domain.work.status import Standing as Quadrant
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.ui.asked import year_named
from tinhgon.ui.doors import signed_in
from tinhgon.ui.errors import NotHere
from tinhgon.work.models.happening import MEASURES
from tinhgon.work.people import called
from tinhgon.work.refusals import refusal_words
from tinhgon.work.standing import Standing
from tinhgon.work.words import LOOKS, QUADRANTS, STATES, how_it_stands

ON_A_PAGE = 50


@signed_in
def listed(request: HttpRequest) -> HttpResponse:
    """The directives of a unit and of those below it, the newest first."""
    reader, asked = Reader(request.user, localdate()), request.GET
    unit = unit_of(reader, asked)
    if unit is None:
        return render(request, "directives/list.html", {"nothing": True})
    kind = asked.get("kind", "")
    wanted = {
        "kind": kind if kind in Kind.values else "",
        "year": year_named(asked.get("year")),
    }
    drafts = reader.drafts(unit)
    rows = directives_of(unit, reader.on, deep=True, drafts=drafts, **wanted)
    page = Paginator(rows, ON_A_PAGE).get_page(asked.get("page"))
    done, names = counts(page.object_list), Names()
    context = {
        "unit": unit,
        "units": [(key, names.unit(key)) for key in dict.fromkeys([unit.key, *reader.units])],
        "kinds": Kind.choices,
        "asked": wanted,
        "page": page,
        "rows": [(one, names.unit(one.unit.key), *done.get(one.pk, (0, 0))) for one in page],
        "may_draft": drafts,
    }
    return render(request, "directives/list.html", context)


@signed_in
def directive(request: HttpRequest, key: str) -> HttpResponse:
    """A draft with what each task still wants; of what was issued, how its works stand."""
    today, names = localdate(), Names()
    found = directive_known(key, request.user, on=today)
    text = found_in(found.text)
    context = {
        "directive": found,
        "found": text,
        "unit": names.unit(found.unit.key),
        "session": _session(found, request),
        "documents": [(one, one.registered) for one in text.documents],
        "crumbs": [(_("Directives"), reverse("directives:list"))],
    }
    tell = _issued if found.is_issued else _draft
    context |= tell(request, found, names)
    return render(request, "directives/directive.html", context)


def _session(directive: Directive, request: HttpRequest) -> Session | None:
    """The session that it concludes, for whoever may see that."""
    if directive.session_id is None:
        return None
    try:
        return session_known(directive.session_id, request.user, on=localdate())
    except NotHere:
        return None


def _draft(request: HttpRequest, directive: Directive, names: Names) -> dict[str, Any]:
    today, unit = localdate(), directive.unit
    looked = looked_at(directive, timezone.now())
    twice = given_already([one.task for one in looked], unit, request.user, on=today)
    runs, places = runs_of(looked), places_of(looked)
    open_groups = [one.task for one in looked if one.task.end and Unclear.GROUP_LEADS in one.doubts]
    meant = meant_by_each(open_groups, directive, today) if open_groups else {}

    def told(one: Looked) -> dict[str, Any]:
        said = _looked(one, names, twice.get(one.task.pk, []), places)
        return {**said, "meant": meant.get(one.task.pk)}

    return {
        "tasks": looked,
        "runs": [_run(run, [told(one) for one in run]) for run in runs],
        "clear": sum(one.is_clear for one in looked),
        "units": len({key for one in looked for key in one.task.leads}),
        "may_draft": request.user.may(DRAFT, unit=unit.key, on=today),  # type: ignore[union-attr]
        "may_issue": request.user.may(ISSUE, unit=unit.key, on=today),  # type: ignore[union-attr]
    }


def _run(run: list[Looked], told: list[dict[str, Any]]) -> dict[str, Any]:
    """Tasks that were made of one; what all of them want is said once."""
    common = [words for words in told[0]["wants"] if all(words in one["wants"] for one in told)]
    own = [[words for words in one["wants"] if words not in common] for one in told]
    return {
        "tasks": told,
        "is_clear": all(one["is_clear"] for one in told),
        "common": common,
        "headless": sum(one.wants_a_head for one in run),
        "each": [*zip(told, own, strict=True)],
    }


def _looked(
    one: Looked, names: Names, twice: list[Standing], places: dict[int, int]
) -> dict[str, Any]:
    task = one.task
    return {
        "task": task,
        "is_clear": one.is_clear,
        "leads": [names.unit(key) for key in task.leads],
        "contributors": [names.unit(key) for key in task.contributors],
        "due": _due(task.due, task.number, task.measure),
        "wants": [
            *(str(UNCLEAR[code]) for code in one.doubts),
            *(refusal_words(refused, names=names) for refused in one.refused),
        ],
        "twice": [(work.work, names.unit(work.held.unit.key)) for work in twice],
        "alike": [(places[other.pk], other.pk) for other in one.alike],
    }


def _due(day: Any, number: int | None, measure: str) -> str:
    if day:
        return writing.day(day)
    return f"{writing.count(number)} {MEASURES[measure]}" if number else ""


def _issued(request: HttpRequest, directive: Directive, names: Names) -> dict[str, Any]:
    """The works that it gave and that the reader may see, and how many stand how."""
    today = localdate()
    found = works_of(directive, request.user, on=today)
    people = called([one.held.officer_id for one in found if one.held.officer_id], today)
    stand = [one.status(today).standing for one in found if one.state is not State.WITHDRAWN]
    return {
        "works": [_given(one, people, names, today) for one in found],
        "figures": [(QUADRANTS[one], stand.count(one), LOOKS[one]) for one in Quadrant],
    }


def _given(one: Standing, people: dict[int, str], names: Names, on: date) -> dict[str, Any]:
    """A work that it gave, as its page shows it."""
    words, look = how_it_stands(one, on)
    return {
        "work": one.work,
        "unit": names.unit(one.held.unit.key),
        "person": people.get(one.held.officer_id, "") if one.held.officer_id else "",
        "due": one.due,
        "state": STATES[one.state.value],
        "status": words,
        "look": look,
        "at_risk": one.status(on).at_risk,
    }

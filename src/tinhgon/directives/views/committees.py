"""Committees: those of a day, one of them, and what somebody answers for in their plans."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.committees.entitlement import Rights, units_at
from tinhgon.directives.committees.listing import committees_seen, rows
from tinhgon.directives.committees.membership import Seated, members_before, members_on
from tinhgon.directives.committees.naming import committee_known
from tinhgon.directives.committees.people import member_names
from tinhgon.directives.committees.plan_table import header, table
from tinhgon.directives.committees.planning.lines import Line, answered_by, lines, years
from tinhgon.directives.committees.planning.outcomes import NOBODY, answers, narrowed
from tinhgon.directives.committees.report.compiled import years_told
from tinhgon.directives.committees.words import LOOKS, OUTCOMES, STATES, session_state, when
from tinhgon.directives.models import Capacity
from tinhgon.directives.views.acts import crumbs
from tinhgon.staff.models import Officer
from tinhgon.staff.staffing import Names
from tinhgon.ui.asked import asked, year_named
from tinhgon.ui.doors import signed_in
from tinhgon.ui.spreadsheets import TABLES, download

ON_A_PAGE = 50
MOST_BEFORE = 100
"""So many who were members before stand on the page of a committee."""


@signed_in
def committees(request: HttpRequest) -> HttpResponseBase:
    """The committees of a day that the reader may see; with `?past=1` those dissolved by then."""
    question, rights = asked(request), Rights(request.user, localdate())
    past, names = bool(request.GET.get("past")), Names()
    found = committees_seen(rights, question.on, past=past)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "asked": question,
        "past": past,
        "page": page,
        "rows": [
            {"row": row, "unit": names.unit(row.unit), "office": names.unit(row.office)}
            for row in rows(page.object_list, question.on)
        ],
        "may_set_up": rights.sets_up,
    }
    return render(request, "directives/committees/list.html", context)


@signed_in
def committee(request: HttpRequest, key: str) -> HttpResponseBase:
    """One committee: its members on a day and before, the plan of a year, its sessions."""
    today, question, names = localdate(), asked(request), Names()
    rights = Rights(request.user, today)
    subject = committee_known(key, request.user, on=today)
    plans = years(subject)
    year = year_named(request.GET.get("year")) or question.on.year
    every = lines(subject, year, question.on)
    outcome, member = request.GET.get("outcome", ""), request.GET.get("member", "")
    found = narrowed(every, outcome, member)
    if (kind := request.GET.get("format")) in TABLES:
        return download(f"{subject.key}-{year}", header(), table(found, question.on), kind)
    seated = members_on(subject, question.on)
    before = members_before(subject, question.on)
    units = units_at(subject, question.on)
    sessions = [
        *subject.sessions.filter(held=None).order_by("at"),
        *subject.sessions.exclude(held=None).order_by("-at"),
    ]
    context = {
        "asked": question,
        "committee": subject,
        "units": [
            (capacity.label, units[capacity].unit.key, names.unit(units[capacity].unit.key))
            for capacity in Capacity
            if capacity in units
        ],
        "is_past": bool(subject.valid_to and subject.valid_to <= question.on),
        "keeps": rights.keeps(subject),
        "may_act": rights.keeps(subject) and subject.valid_to is None,
        "members": _page(request, _seats(seated, names), "members"),
        "before": _seats(before[:MOST_BEFORE], names),
        "more_before": max(len(before) - MOST_BEFORE, 0),
        "left_post": [one.name for one in seated if one.left_post],
        "year": year,
        "reported": _reported(years_told(subject, today), year),
        "years": sorted({year, today.year, *(one.year for one in plans)}, reverse=True),
        "plan": next((one for one in plans if one.year == year), None),
        "items": _told_page(request, found, names, question.on, seated),
        "late": sum(1 for one in every if one.state == "late"),
        "outcome": outcome,
        "outcomes": [(one.value, words) for one, words in OUTCOMES.items()],
        "member": member,
        "answering": _answering(every, question.on),
        "sessions": _page(request, [(one, *session_state(one)) for one in sessions], "sessions"),
        "crumbs": crumbs(None),
    }
    return render(request, "directives/committees/committee.html", context)


@signed_in
def answering(request: HttpRequest) -> HttpResponseBase:
    """What the reader answers for in the plans of committees, what is open first."""
    today = localdate()
    own = Officer.objects.filter(user=request.user.pk).values_list("pk", flat=True)
    found = answered_by(own, today)
    found.sort(key=lambda line: (not line.is_open, line.due))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "items": _told([*page.object_list], Names(), today, []),
        "late": sum(1 for one in found if one.state == "late"),
        "open": sum(1 for one in found if one.is_open),
        "crumbs": crumbs(None),
    }
    return render(request, "directives/committees/answering.html", context)


def _answering(found: list[Line], on: date) -> list[tuple[str, str]]:
    """Who answers for items of a plan, as they are chosen from."""
    names = member_names([one.member for one in found if one.member], on)
    chosen = {answers(one): names[one.member.pk] for one in found if one.member}
    nobody = any(one.member is None for one in found)
    return [*chosen.items(), *([(NOBODY, _("nobody answers for it yet"))] if nobody else [])]


def _reported(told: range, year: int) -> int | None:
    """Of the years of which there is a report, the one that is shown, else the latest."""
    return year if year in told else next(iter(told), None)


def _page(request: HttpRequest, many: list[Any], member: str) -> Any:
    """A page of a list of several; `member` of the query turns it."""
    return Paginator(many, ON_A_PAGE).get_page(request.GET.get(member))


def _told_page(
    request: HttpRequest, found: list[Line], names: Names, on: date, seated: list[Seated]
) -> Any:
    """A page of the items of a plan; only those that it shows are told."""
    page = _page(request, found, "items")
    page.object_list = _told([*page.object_list], names, on, seated)
    return page


def _seats(found: list[Seated], names: Names) -> list[dict[str, Any]]:
    return [{"one": one, "units": [names.unit(key) for key in one.units]} for one in found]


def _told(found: list[Line], names: Names, on: date, seated: list[Seated]) -> list[dict[str, Any]]:
    """Items as lists show them; who no longer is a member is told, as that is to be settled."""
    called = member_names([one.member for one in found if one.member], on)
    left = {one.member.pk for one in seated if one.left_post}
    return [
        {
            "line": line,
            "committee": line.item.plan.committee,
            "when": when(line.item.plan.year, line.month, line.day),
            "first": when(line.item.plan.year, line.item.month, line.item.day),
            "member": called[line.member.pk] if line.member else "",
            "unsettled": line.is_open and _is_unsettled(line, on, left),
            "unit": names.unit(line.unit.key) if line.unit else "",
            "state": STATES[line.state],
            "look": LOOKS.get(line.state, ""),
        }
        for line in found
    ]


def _is_unsettled(line: Line, on: date, left: set[int]) -> bool:
    """Whether nobody answers for it, or somebody who is no member or has left their post."""
    member = line.member
    return member is None or on not in member.period or member.pk in left

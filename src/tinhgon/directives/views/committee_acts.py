"""Acts upon a committee: set it up, attach it, dissolve it; members; plans; sessions called."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.committees import actions
from tinhgon.directives.committees.entitlement import ask_to_set_up
from tinhgon.directives.committees.forms import (
    AppointForm,
    AttachForm,
    CommitteeForm,
    DissolveForm,
    RelieveForm,
)
from tinhgon.directives.committees.meeting import actions as meeting
from tinhgon.directives.committees.meeting.actions import Point
from tinhgon.directives.committees.meeting.forms import CallForm
from tinhgon.directives.committees.naming import committee_known, member_known
from tinhgon.directives.committees.people import member_names
from tinhgon.directives.committees.planning import actions as planning
from tinhgon.directives.committees.planning.forms import AdoptForm, CarryForm, ItemForm
from tinhgon.directives.committees.planning.lines import lines
from tinhgon.directives.committees.planning.proposal import proposed
from tinhgon.directives.committees.words import when
from tinhgon.directives.models import Committee, Member
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.directives.views.acts import ask, committee_url, form_page, sent
from tinhgon.ui.asked import year_named
from tinhgon.ui.doors import needs, signed_in
from tinhgon.ui.errors import NotHere

AHEAD = 10
"""So many years before and after this one a plan may be written for."""


@needs(DirectivesPermission.COMMITTEE)
def new(request: HttpRequest) -> HttpResponse:
    """GET the form of a new committee; POST it."""
    today = localdate()
    form = CommitteeForm(sent(request), on=today)

    def set_up(given: dict[str, Any]) -> str:
        ask_to_set_up(given["unit"].key, request.user, on=today)
        named = {name: given[name] for name in ("unit", "office", "under")}
        by: Any = request.user
        made = actions.set_up(given["key"], by=by, titles=form.titles, on=given["day"], **named)
        return committee_url(made)

    title, done = _("Set up a committee"), _("The committee is set up.")
    return form_page(request, form, set_up, title=title, done=done)


@signed_in
def act(request: HttpRequest, key: str, act: str) -> HttpResponse:
    """GET the form of an act upon a committee; POST it."""
    subject = committee_known(key, request.user, on=localdate())
    if act not in ACTS:
        raise NotHere(_("There is no such act. Choose one on the page of the committee."))
    ask(request, subject)
    return ACTS[act](request, subject)


@signed_in
def relieve(request: HttpRequest, id: int) -> HttpResponse:
    """GET when and why a membership ends; POST it."""
    today = localdate()
    member = member_known(id, request.user, on=today)
    ask(request, member.committee)
    name = member_names([member], today)[member.pk]

    def end(given: dict[str, Any]) -> None:
        by: Any = request.user
        actions.relieve(member, by=by, on=given["day"], reason=given["reason"])

    return form_page(
        request,
        RelieveForm(sent(request), initial={"day": today}),
        end,
        committee=member.committee,
        title=_("End the membership of %s") % name,
        done=_("The membership is ended."),
        lead=_("What they answer for in plans waits until it is entrusted to another member."),
    )


def _attach(request: HttpRequest, subject: Committee) -> HttpResponse:
    def attach(given: dict[str, Any]) -> None:
        by: Any = request.user
        ask_to_set_up(given["unit"].key, by, on=localdate())
        named = {name: given[name] for name in ("capacity", "unit", "reason")}
        actions.attach(subject, by=by, on=given["day"], **named)

    form = AttachForm(sent(request), on=localdate())
    title, done = _("Change its units"), _("The unit is recorded.")
    return form_page(request, form, attach, committee=subject, title=title, done=done)


def _dissolve(request: HttpRequest, subject: Committee) -> HttpResponse:
    def dissolve(given: dict[str, Any]) -> None:
        by: Any = request.user
        named = {name: given[name] for name in ("under", "reason")}
        actions.dissolve(subject, by=by, on=given["day"], **named)

    return form_page(
        request,
        DissolveForm(sent(request), initial={"day": localdate()}),
        dissolve,
        committee=subject,
        title=_("Dissolve the committee"),
        done=_("The committee is dissolved."),
        lead=_("Memberships end with it, and what of its plans is not done lapses."),
    )


def _appoint(request: HttpRequest, subject: Committee) -> HttpResponse:
    def appoint(given: dict[str, Any]) -> None:
        by: Any = request.user
        names = ("role", "officer", "name", "position", "looks_after", "units", "until", "under")
        named = {name: given[name] for name in (*names, "reason")}
        actions.appoint(subject, by=by, on=given["day"], **named)

    form = AppointForm(sent(request), on=localdate())
    title, done = _("Appoint a member"), _("The member is appointed.")
    return form_page(request, form, appoint, committee=subject, title=title, done=done)


def _add(request: HttpRequest, subject: Committee) -> HttpResponse:
    today, year = localdate(), plan_year(request)
    members = member_choices(subject, today)

    def add(given: dict[str, Any]) -> None:
        by: Any = request.user
        written = written_item(given, members)
        planning.add(subject, by=by, at=timezone.now(), year=year, **written)

    return form_page(
        request,
        ItemForm(sent(request), year=year, members=choices(members, today), on=today),
        add,
        committee=subject,
        back=committee_url(subject, year),
        title=_("Add to the plan of %s") % year,
        done=_("It stands in the plan."),
    )


def _adopt(request: HttpRequest, subject: Committee) -> HttpResponse:
    year = plan_year(request)
    plan = subject.plans.filter(year=year).first()
    if plan is None:
        raise NotHere(_("There is no plan of %s yet. Add to it first.") % year)

    def adopt(given: dict[str, Any]) -> None:
        by: Any = request.user
        planning.adopt(plan, by=by, at=timezone.now(), on=given["day"], under=given["under"])

    return form_page(
        request,
        AdoptForm(sent(request), initial={"day": localdate()}),
        adopt,
        committee=subject,
        back=committee_url(subject, year),
        title=_("Adopt the plan of %s") % year,
        done=_("The plan is adopted."),
        lead=_("From then on it counts: what was written stays, and changes stand beside it."),
    )


def _carry_over(request: HttpRequest, subject: Committee) -> HttpResponse:
    today, year = localdate(), plan_year(request)
    found = proposed(subject, year, today)
    names = member_names([one.member for one in found if one.member], today)
    told = [
        (
            str(one.line.item.pk),
            " · ".join(
                (
                    one.line.item.what,
                    when(year + 1, one.month, one.day),
                    names[one.member.pk] if one.member else _("nobody answers for it yet"),
                    _("not done") if one.is_left_over else _("recurs every year"),
                )
            ),
        )
        for one in found
    ]

    def carry_over(given: dict[str, Any]) -> str:
        by: Any = request.user
        planning.carry_over(subject, by=by, at=timezone.now(), year=year, items=given["items"])
        return committee_url(subject, year + 1)

    return form_page(
        request,
        CarryForm(sent(request), proposals=told),
        carry_over,
        committee=subject,
        back=committee_url(subject, year),
        title=_("Carry over from %(year)s to %(next)s") % {"year": year, "next": year + 1},
        done=_("The draft is written. Look through it, then adopt it."),
        lead=_("What is not done, and what recurs every year. It becomes a draft, nothing more."),
        nothing=not told,
    )


def _call(request: HttpRequest, subject: Committee) -> HttpResponse:
    today = localdate()
    found = [
        line
        for year in (today.year - 1, today.year, today.year + 1)
        for line in lines(subject, year, today)
        if line.is_open
    ]
    items = {str(one.item.pk): one.item for one in found}
    told = [
        (str(one.item.pk), f"{when(one.item.plan.year, one.month, one.day)} · {one.item.what}")
        for one in found
    ]
    form = CallForm(sent(request), planned=told)

    def call(given: dict[str, Any]) -> str:
        by: Any = request.user
        chosen = [items[key] for key in given.get("planned", [])]
        agenda = [*(Point(one.what, one) for one in chosen), *map(Point, given["others"])]
        more = {"when": form.when, "place": given["place"], "agenda": agenda}
        made = meeting.call(subject, by=by, at=timezone.now(), **more)
        return reverse("directives:session", args=[made.pk])

    return form_page(
        request,
        form,
        call,
        committee=subject,
        title=_("Call a session"),
        done=_("The session is called."),
        lead=_("All who are members on that day are invited."),
    )


ACTS: dict[str, Callable[[HttpRequest, Committee], HttpResponse]] = {
    "units": _attach,
    "dissolve": _dissolve,
    "appoint": _appoint,
    "item": _add,
    "adopt": _adopt,
    "carry-over": _carry_over,
    "session": _call,
}
"""By the name that stands in the address."""


def plan_year(request: HttpRequest) -> int:
    """The year that an address names, near this one; else this year."""
    this = localdate().year
    year = year_named(request.GET.get("year")) or this
    return year if abs(year - this) <= AHEAD else this


def member_choices(subject: Committee, on: date) -> dict[str, Member]:
    """The members of a day by what stands in a choice for them."""
    found = subject.members.on(on).select_related("officer").order_by("pk")
    return {str(one.pk): one for one in found}


def choices(members: dict[str, Member], on: date) -> list[tuple[str, str]]:
    """The members to choose from, as they are called."""
    names = member_names(members.values(), on)
    return [(key, names[one.pk]) for key, one in members.items()]


def written_item(given: dict[str, Any], members: dict[str, Member]) -> dict[str, Any]:
    """What was typed of an item, as the acts take it."""
    alike = ("what", "month", "day", "product", "unit", "recurring")
    return {name: given[name] for name in alike} | {"member": members.get(given["member"])}

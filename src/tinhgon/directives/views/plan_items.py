"""One item of a plan: as it was written, what became of it, and what can be done with it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.directives.committees.naming import item_known
from tinhgon.directives.committees.people import member_names
from tinhgon.directives.committees.planning import actions
from tinhgon.directives.committees.planning.forms import (
    DoneForm,
    DropForm,
    EmptyForm,
    EntrustForm,
    ItemForm,
    MoveForm,
)
from tinhgon.directives.committees.planning.lines import Line, State, lines_of
from tinhgon.directives.committees.words import LOOKS, STATES, event_words, when
from tinhgon.directives.models import PlanItem
from tinhgon.directives.views.acts import ask, committee_url, crumbs, form_page, keeps, sent
from tinhgon.directives.views.committee_acts import choices, member_choices, written_item
from tinhgon.staff.staffing import Names
from tinhgon.ui.doors import signed_in
from tinhgon.ui.errors import NotHere

IN_DRAFT = ("rewrite", "take-out")
WHEN_OPEN = ("done", "move", "entrust", "drop")


@signed_in
def item(request: HttpRequest, id: int) -> HttpResponse:
    """One item, for whoever may see its committee."""
    today = localdate()
    subject = item_known(id, request.user, on=today)
    committee, year = subject.plan.committee, subject.plan.year
    line = _line(subject)
    told = [line.member, *(event.member for event in line.events), subject.member]
    names = member_names([one for one in told if one], today)
    may = keeps(request, subject.committee)  # type: ignore[attr-defined]
    context = {
        "line": line,
        "committee": committee,
        "when": when(year, line.month, line.day),
        "first": when(year, subject.month, subject.day),
        "member": names[line.member.pk] if line.member else "",
        "first_member": names[subject.member.pk] if subject.member else "",
        "unit": Names().unit(line.unit.key) if line.unit else "",
        "state": STATES[line.state],
        "look": LOOKS.get(line.state, ""),
        "happened": [(event_words(one, year, names), one) for one in line.events],
        "acts": [(act, ACTS[act][0]) for act in _possible(line)] if may else [],
        "crumbs": [*crumbs(committee), (str(year), committee_url(committee, year))],
    }
    return render(request, "directives/committees/item.html", context)


@signed_in
def act(request: HttpRequest, id: int, act: str) -> HttpResponse:
    """GET the form of an act upon an item; POST it."""
    subject = item_known(id, request.user, on=localdate())
    if act not in ACTS:
        raise NotHere(_("There is no such act. Choose one on the page of the item."))
    ask(request, subject.committee)  # type: ignore[attr-defined]
    title, done, make = ACTS[act]
    form, carry = make(request, subject)
    committee = subject.plan.committee
    gone = act == "take-out"
    back = reverse("directives:item", args=[id])
    page = {"title": str(title), "done": str(done), "lead": subject.what, "committee": committee}

    def carried(given: dict[str, Any]) -> str:
        carry(given)
        return committee_url(committee, subject.plan.year) if gone else ""

    return form_page(request, form, carried, back=back, **page)


Made = tuple[Any, Callable[[dict[str, Any]], Any]]


def _rewrite(request: HttpRequest, subject: PlanItem) -> Made:
    today, line = localdate(), _line(subject)
    members = member_choices(subject.plan.committee, today)
    initial = {name: getattr(subject, name) for name in ("month", "day", "what", "product")}
    initial |= {"recurring": subject.recurring, "member": str(subject.member_id or "")}
    initial |= {"unit": line.unit.key if line.unit else ""}
    told = {"year": subject.plan.year, "members": choices(members, today), "on": today}

    def rewrite(given: dict[str, Any]) -> None:
        by: Any = request.user
        actions.rewrite(subject, by=by, at=timezone.now(), **written_item(given, members))

    return ItemForm(sent(request), initial=initial, **told), rewrite


def _take_out(request: HttpRequest, subject: PlanItem) -> Made:
    acting: Any = {"by": request.user, "at": timezone.now()}
    return EmptyForm(sent(request)), lambda given: actions.take_out(subject, **acting)


def _done(request: HttpRequest, subject: PlanItem) -> Made:
    def done(given: dict[str, Any]) -> None:
        by: Any = request.user
        said = {"on": given["day"], "words": given["words"]}
        actions.note_done(subject, by=by, at=timezone.now(), **said)

    return DoneForm(sent(request), initial={"day": localdate()}), done


def _move(request: HttpRequest, subject: PlanItem) -> Made:
    def move(given: dict[str, Any]) -> None:
        by: Any = request.user
        said = {name: given[name] for name in ("month", "day", "reason")}
        actions.move(subject, by=by, at=timezone.now(), **said)

    return MoveForm(sent(request), year=subject.plan.year), move


def _entrust(request: HttpRequest, subject: PlanItem) -> Made:
    today = localdate()
    members = member_choices(subject.plan.committee, today)

    def entrust(given: dict[str, Any]) -> None:
        by: Any = request.user
        said = {"member": members[given["member"]], "reason": given["reason"]}
        actions.entrust(subject, by=by, at=timezone.now(), **said)

    return EntrustForm(sent(request), members=choices(members, today)), entrust


def _drop(request: HttpRequest, subject: PlanItem) -> Made:
    def drop(given: dict[str, Any]) -> None:
        by: Any = request.user
        actions.drop(subject, by=by, at=timezone.now(), reason=given["reason"])

    return DropForm(sent(request)), drop


ACTS: dict[str, tuple[Promise, Promise, Callable[[HttpRequest, PlanItem], Made]]] = {
    "rewrite": (gettext_lazy("Write it otherwise"), gettext_lazy("It is written."), _rewrite),
    "take-out": (
        gettext_lazy("Take it out of the draft"),
        gettext_lazy("It is taken out."),
        _take_out,
    ),
    "done": (gettext_lazy("Note that it is done"), gettext_lazy("It is noted."), _done),
    "move": (gettext_lazy("Move it to another day"), gettext_lazy("It is moved."), _move),
    "entrust": (
        gettext_lazy("Entrust it to another member"),
        gettext_lazy("It is entrusted."),
        _entrust,
    ),
    "drop": (gettext_lazy("Drop it"), gettext_lazy("It is dropped."), _drop),
}
"""By name: what the act is called, what is said afterwards, the form with what it does."""


def _line(subject: PlanItem) -> Line:
    (line,) = lines_of(PlanItem.objects.filter(pk=subject.pk), localdate())
    return line


def _possible(line: Line) -> tuple[str, ...]:
    if line.state is State.DRAFT:
        return IN_DRAFT
    return WHEN_OPEN if line.is_open else ()

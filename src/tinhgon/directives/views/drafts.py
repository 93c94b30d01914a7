"""The draft of a directive: kept out of a text, headed, its tasks made clear, and issued."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tinhgon.directives.drafting import actions
from tinhgon.directives.drafting.actions import MOST_TASKS
from tinhgon.directives.drafting.each import leads_of, meant_by
from tinhgon.directives.drafting.forms import HeadingForm, TaskForm
from tinhgon.directives.drafting.gate import looked_at, places_of
from tinhgon.directives.entitlement import DRAFT, ISSUE, ask
from tinhgon.directives.models import Directive, Task
from tinhgon.directives.naming import directive_known, task_known
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.directives.refusals import Refused, refusal_words
from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.ui import writing
from tinhgon.ui.doors import needs
from tinhgon.work.cascade.forms import ticked, ticks
from tinhgon.work.custody.below import below, units_of
from tinhgon.work.entitlement import NotEntitled
from tinhgon.work.refusals import Refused as WorkRefused
from tinhgon.work.refusals import refusal_words as work_words


@needs(DirectivesPermission.DRAFT)
def heading(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form of what is said of a directive as a whole; POST it."""
    directive = _draft(request, key)
    form = HeadingForm(directive, _sent(request), on=localdate())
    acting: Any = {"by": request.user, "at": timezone.now()}
    if form.is_valid() and _done(
        form, lambda: actions.set_heading(directive, heading=form.heading, **acting)
    ):
        messages.success(request, _("Kept."))
        return redirect("directives:directive", key)
    return _form(request, form, directive, _("What the directive is"), "")


@needs(DirectivesPermission.DRAFT)
def task(request: HttpRequest, key: str, id: int) -> HttpResponse:
    """GET the form of a task; POST it: what the text left open is decided by that."""
    directive = _draft(request, key)
    subject = task_known(directive, id)
    form = TaskForm(directive, subject, _sent(request), on=localdate())
    by: Any = request.user
    if form.is_valid() and _done(form, lambda: actions.change(subject, wanted=form.wanted, by=by)):
        messages.success(request, _kept_words(directive, id))
        return redirect(f"{reverse('directives:directive', args=[key])}#task-{id}")
    words = directive.text[subject.start : subject.end] if subject.end else ""
    return _form(request, form, directive, _("Make the task clear"), words)


@needs(DirectivesPermission.DRAFT)
def add(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form of a task that the text does not have; POST it."""
    directive = _draft(request, key)
    form = TaskForm(directive, None, _sent(request), on=localdate())
    by: Any = request.user
    if form.is_valid() and _done(form, lambda: actions.add(directive, wanted=form.wanted, by=by)):
        messages.success(request, _("The task is added."))
        return redirect("directives:directive", key)
    return _form(request, form, directive, _("Add a task"), "")


@needs(DirectivesPermission.DRAFT)
def each(request: HttpRequest, key: str, id: int) -> HttpResponse:
    """GET the units below, those ticked that the words mean; POST those that get a task each."""
    directive = _draft(request, key)
    subject = task_known(directive, id)
    if request.method == "POST":
        by: Any = request.user
        units = units_of(ticked(request.POST, MOST_TASKS))
        told = _("One task for each of %s units.") % writing.count(len(units))
        return _act(request, directive, lambda: actions.each(subject, by=by, units=units), told)
    today, unit = localdate(), directive.unit.key
    found, meant = below(unit, today), meant_by(subject, directive, today)
    led = leads_of(subject)
    context = {
        "directive": directive,
        "task": subject,
        "meant": meant,
        "ticks": ticks(
            found,
            unit,
            today,
            asked=request.GET,
            sent=led if len(led) > 1 else None,
            meant=meant.keys,
        )
        if found
        else None,
        "crumbs": [
            (_("Directives"), reverse("directives:list")),
            (directive.title, reverse("directives:directive", args=[directive.key])),
        ],
    }
    return render(request, "directives/each.html", context)


@needs(DirectivesPermission.DRAFT)
@require_POST
def split(request: HttpRequest, key: str, id: int) -> HttpResponse:
    """POST: make several tasks of one."""
    directive = _draft(request, key)
    subject = task_known(directive, id)
    by: Any = request.user
    told = _("Split into two tasks: change what each of them says.")
    if len(subject.leads) > 1:
        told = _("Split into %s tasks, one for each unit.") % writing.count(len(subject.leads))
    return _act(request, directive, lambda: actions.split(subject, by=by), told)


@needs(DirectivesPermission.DRAFT)
@require_POST
def remove(request: HttpRequest, key: str, id: int) -> HttpResponse:
    """POST: leave out what is no task."""
    directive = _draft(request, key)
    subject = task_known(directive, id)
    by: Any = request.user
    told = _("Left out: %s") % subject.title
    return _act(request, directive, lambda: actions.remove(subject, by=by), told)


@needs(DirectivesPermission.DRAFT)
@require_POST
def issue(request: HttpRequest, key: str) -> HttpResponse:
    """POST: issue it; each of its tasks is a work then."""
    directive = directive_known(key, request.user, on=localdate())
    _ask(request, directive, ISSUE)
    told = _("Issued: each task is a work now.")
    by: Any = request.user
    at = timezone.now()
    return _act(request, directive, lambda: actions.issue(directive, by=by, at=at), told)


@needs(DirectivesPermission.DRAFT)
def discard(request: HttpRequest, key: str) -> HttpResponse:
    """GET the question whether a draft is thrown away; POST the answer."""
    directive = _draft(request, key)
    if request.method != "POST":
        return render(request, "directives/discard.html", {"directive": directive})
    try:
        actions.discard(directive, by=request.user)  # type: ignore[arg-type]
    except Refused as refused:
        messages.error(request, refusal_words(refused))
        return redirect("directives:directive", key)
    messages.success(request, _("The draft “%s” was thrown away.") % directive.title)
    return redirect("directives:list")


def _kept_words(directive: Directive, id: int) -> str:
    """That a task is kept, under the number by which it is shown, and how many are unclear."""
    looked = looked_at(directive, timezone.now())
    number = writing.count(places_of(looked)[id])
    if not (left := sum(not one.is_clear for one in looked)):
        return _("Task %s is kept. All tasks are clear.") % number
    words = ngettext(
        "Task %(number)s is kept. %(left)s task is not clear yet.",
        "Task %(number)s is kept. %(left)s tasks are not clear yet.",
        left,
    )
    return words % {"number": number, "left": writing.count(left)}


def _draft(request: HttpRequest, key: str) -> Directive:
    """A directive that the reader may draft."""
    directive = directive_known(key, request.user, on=localdate())
    _ask(request, directive, DRAFT)
    return directive


def _ask(request: HttpRequest, directive: Directive, permission: str) -> None:
    try:
        ask(permission, directive.unit.key, request.user, on=localdate())
    except NotEntitled:
        raise PermissionDenied from None


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _done(form: Any, act: Callable[[], Directive | Task]) -> bool:
    """Do it; where it cannot be done the form says why."""
    try:
        act()
    except Refused as refused:
        form.add_error(None, refusal_words(refused))
    except ValidationError as wrong:
        form.add_error(None, wrong.messages)
    return not form.errors


def _act(
    request: HttpRequest, directive: Directive, act: Callable[[], Any], told: str
) -> HttpResponse:
    """Do it, and say on the page of the directive what came of it."""
    try:
        act()
    except Refused as refused:
        messages.error(request, refusal_words(refused))
    except WorkRefused as refused:
        messages.error(request, work_words(refused))
    else:
        messages.success(request, told)
    return redirect("directives:directive", directive.key)


def _form(
    request: HttpRequest, form: Any, directive: Directive, title: str, words: str
) -> HttpResponse:
    offer_registering(form, request.user)
    context = {"form": form, "directive": directive, "title": title, "words": words}
    context["crumbs"] = [
        (_("Directives"), reverse("directives:list")),
        (directive.title, reverse("directives:directive", args=[directive.key])),
    ]
    status = 422 if form.errors else 200
    return render(request, "directives/drafting.html", context, status=status)

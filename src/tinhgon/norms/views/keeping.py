"""What rules ask of a unit and somebody keeps: working regulations, classes."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.norms.classes import actions as classes
from tinhgon.norms.classes.aspects import aspect_words, choices
from tinhgon.norms.forms import ClassForm, RegulationsForm, RevokeForm
from tinhgon.norms.models import Classification, Regulations
from tinhgon.norms.permissions import NormsPermission
from tinhgon.norms.refusals import Refused, refusal_words
from tinhgon.norms.regulations import actions
from tinhgon.norms.regulations.comparing import compared
from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.staff.views.subject import Subject, subject_of
from tinhgon.ui.doors import needs, public, require


@public
def regulations(request: HttpRequest, key: str) -> HttpResponse:
    """The working regulations of a unit, the latest first; two versions side by side."""
    subject = subject_of(key)
    held = list(Regulations.objects.filter(unit=subject.unit).in_order().reverse())
    today = localdate()
    context = {
        "subject": subject,
        "crumbs": subject.way,
        "held": [(one, today in one.period) for one in held],
        "in_force": next((one for one in held if today in one.period), None),
        "compared": _compared(request, held),
        "may_keep": _may_keep(request, key),
    }
    return render(request, "norms/regulations.html", context)


@needs(NormsPermission.KEEP)
def adopt(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form that records working regulations; POST it."""
    require(request.user, NormsPermission.KEEP, key)
    subject = subject_of(key)
    form = RegulationsForm(request.POST or None, initial={"day": localdate()})

    def done(given: dict[str, Any]) -> None:
        actions.adopt(
            subject.unit,
            by=request.user,  # type: ignore[arg-type]
            number=given["number"],
            on=given["day"],
            under=given["under"],
            text=given["text"],
        )

    return _page(request, subject, form, done, _("Record working regulations"), "norms:regulations")


@needs(NormsPermission.KEEP)
def regulations_end(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form by which working regulations end without others; POST it."""
    require(request.user, NormsPermission.KEEP, key)
    subject = subject_of(key)
    form = RevokeForm(request.POST or None, initial={"day": localdate()})

    def done(given: dict[str, Any]) -> None:
        actions.end(subject.unit, by=request.user, on=given["day"], reason=given["reason"])  # type: ignore[arg-type]

    title = _("Let the working regulations end")
    return _page(request, subject, form, done, title, "norms:regulations")


@needs(NormsPermission.KEEP)
def classify(request: HttpRequest, key: str) -> HttpResponse:
    """What is recorded of a unit that the law asks about, and the form that records more."""
    require(request.user, NormsPermission.KEEP, key)
    subject = subject_of(key)
    form = ClassForm(request.POST or None, initial={"day": localdate()})

    def done(given: dict[str, Any]) -> None:
        aspect, _sign, value = given["said"].partition(":")
        classes.classify(
            subject.unit,
            by=request.user,  # type: ignore[arg-type]
            aspect=aspect,
            value=value,
            on=given["day"],
            under=given["under"],
            reason=given["reason"],
        )

    held = Classification.objects.filter(unit=subject.unit).order_by("aspect", "-valid_from")
    lines = [(aspect_words(one.aspect), choices(one.aspect)[one.value], one) for one in held]
    title = _("What the law asks about this unit")
    return _page(request, subject, form, done, title, "norms:classes", lines=lines)


def _page(
    request: HttpRequest,
    subject: Subject,
    form: Form,
    act: Callable[[dict[str, Any]], None],
    title: str,
    after: str,
    **more: Any,
) -> HttpResponse:
    """The page of a form; once it is carried out, where it leads."""
    if form.is_valid():
        try:
            act(form.cleaned_data)
            messages.success(request, _("It is recorded."))
            return redirect(after, subject.unit.key)
        except Refused as refused:
            form.add_error(None, refusal_words(refused))
    offer_registering(form, request.user)
    context = {"form": form, "subject": subject, "crumbs": subject.way, "title": title, **more}
    status = 422 if form.errors else 200
    return render(request, "norms/keep.html", context, status=status)


def _compared(request: HttpRequest, held: list[Regulations]) -> dict[str, Any] | None:
    """The two versions that the reader chose, else the last two that have a text."""
    texts = {str(one.pk): one for one in held if one.text}
    chosen = [texts[pk] for pk in request.GET.getlist("version") if pk in texts]
    pair = chosen if len(chosen) == 2 else [*texts.values()][:2]
    if len(pair) < 2:
        return None
    new, old = sorted(pair, key=lambda one: one.valid_from or one.pk, reverse=True)
    lines = compared(old.text, new.text)
    return {
        "old": old,
        "new": new,
        "lines": lines,
        "choices": [*texts.values()],
        "changed": sum(1 for line in lines if line.state != "same"),
    }


def _may_keep(request: HttpRequest, key: str) -> bool:
    user = request.user
    return bool(user.is_authenticated and user.may(NormsPermission.KEEP, unit=key, on=localdate()))

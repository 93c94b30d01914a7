"""Correcting a unit: the form, a look at what will be said, and the correction itself."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tinhgon.registry import actions
from tinhgon.registry.correction.correcting import Correction, Uncorrectable
from tinhgon.registry.correction.form import CorrectionForm
from tinhgon.registry.directory import Directory
from tinhgon.registry.facts.recorded import corrections, facts_of, known
from tinhgon.registry.facts.words import told
from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.registry.naming import unit_url
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.registry.seen import facts_seen, seen_until
from tinhgon.registry.unit.lanes import Course
from tinhgon.registry.unit.standing import Standing
from tinhgon.registry.views.unit import unit_known
from tinhgon.ui.asked import Asked, asked
from tinhgon.ui.doors import needs, require


@needs(RegistryPermission.CORRECT)
def correction(request: HttpRequest, key: str) -> HttpResponse:
    """GET the form; POST `step` check, edit or record."""
    require(request.user, RegistryPermission.CORRECT, key)
    question, seen = Asked(asked(request).on), facts_seen(key)
    unit, register = unit_known(key, question)
    standing = Standing(Course(register, key, question, ()))
    facts = known(facts_of([key]), None)
    made = {
        "unit": unit,
        "entry": standing.entry,
        "day": standing.day,
        "facts": facts,
        "directory": register,
        "seen": seen,
    }
    if request.method != "POST":
        return _form(request, CorrectionForm(**made), standing)
    if request.POST.get("step") == "edit":
        return _form(request, CorrectionForm(initial=request.POST.dict(), **made), standing)
    form = CorrectionForm(request.POST, **made)
    if not form.is_valid():
        return _form(request, form, standing, status=422)
    try:
        if request.POST.get("step") == "record":
            return _record(request, form, question)
        return _preview(request, form, standing)
    except Uncorrectable as wrong:
        return _refused(request, form, standing, wrong)


def _form(
    request: HttpRequest, form: CorrectionForm, standing: Standing, status: int = 200, **more: Any
) -> HttpResponse:
    offer_registering(form, request.user)
    context = {"form": form, **_subject(standing), **more}
    return render(request, "registry/correction.html", context, status=status)


def _subject(standing: Standing) -> dict[str, Any]:
    register: Directory = standing.course.directory
    question = standing.course.asked
    return {
        "key": standing.course.key,
        "name": register.full_name(standing.entry),
        "address": register.address(standing.path[1:]),
        "day": standing.day,
        "back": unit_url(standing.course.key, question),
    }


def _preview(request: HttpRequest, form: CorrectionForm, standing: Standing) -> HttpResponse:
    """What will be said before and after, with one button to record it."""
    wanted, register = form.correction(), standing.course.directory
    changes = actions.rehearse(wanted.unit, **_right(request, wanted))
    if not changes:
        raise Uncorrectable("facts", "nothing-to-correct")
    context = {
        "form": form,
        "correction": wanted,
        "told": told(changes, register),
        "namesakes": [register.address(register.path(one)) for one in form.namesakes()],
        **_subject(standing),
    }
    return render(request, "registry/correction_preview.html", context)


def _record(request: HttpRequest, form: CorrectionForm, question: Asked) -> HttpResponse:
    wanted = form.correction()
    actions.correct(wanted.unit, **_right(request, wanted))
    messages.success(request, _("The correction is recorded. What was known before stays known."))
    return redirect(unit_url(wanted.unit.key, question))


def _right(request: HttpRequest, wanted: Correction) -> dict[str, Any]:
    """A correction as the act takes it."""
    return {
        "by": request.user,
        "reason": wanted.reason,
        "period": wanted.period,
        "facts": wanted.facts,
        "under": wanted.instrument,
        "seen": wanted.seen,
    }


def _refused(
    request: HttpRequest, form: CorrectionForm, standing: Standing, wrong: Uncorrectable
) -> HttpResponse:
    """The form as it was typed, with the reason; and what others wrote meanwhile, if they did."""
    form.refuse(wrong)
    meanwhile = []
    if wrong.code == "changed-since":
        meanwhile = _meanwhile(standing, form.cleaned_data["seen"])
        form.look_again(facts_seen(standing.course.key))
    return _form(request, form, standing, status=422, meanwhile=meanwhile)


def _meanwhile(standing: Standing, seen: str) -> list[dict[str, Any]]:
    """What others corrected since the form was made."""
    key, register = standing.course.key, standing.course.directory
    return [
        {"at": made.at, "reason": made.reason, "told": told(made.differences, register)}
        for made in corrections(key, facts_of([key]), since=seen_until(seen))
    ]

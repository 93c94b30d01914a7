"""Drafts as a whole: a new one, its title and day, its plans, what was last done to it."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.packages import Plan as PlanValue
from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.reorganisation import queries, workflow
from tinhgon.reorganisation.actions import draft
from tinhgon.reorganisation.deciding.entitlement import NotEntitled, begin, edit
from tinhgon.reorganisation.deciding.refusals import refusal_words
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.editing.drafted import drafted
from tinhgon.reorganisation.editing.history import edit_words, meanwhile, quicker, undoable
from tinhgon.reorganisation.editing.nearby import OF_THE_WHOLE
from tinhgon.reorganisation.editing.package_forms import (
    NewPackageForm,
    NewPlanForm,
    PackageForm,
    PlanForm,
    proposed,
)
from tinhgon.reorganisation.findings import appraisal
from tinhgon.reorganisation.keeping import (
    NotACode,
    SharedInstrument,
    Taken,
    UnknownInstrument,
)
from tinhgon.reorganisation.models import Package, Plan
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.views.editor import barred, closed
from tinhgon.reorganisation.views.subject import beyond, crumbs_to, package_of, plan_of
from tinhgon.ui.doors import needs

BOXES: dict[type[Exception], str] = {
    Taken: "code",
    NotACode: "code",
    UnknownInstrument: "instrument",
    SharedInstrument: "instrument",
}
"""The box by which a draft may be refused."""


@needs(PlanPermission.DRAFT)
def new_package(request: HttpRequest) -> HttpResponse:
    """GET the form of a new draft; POST it."""
    form = NewPackageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("reorganisation:plan-editor", *_drafted(request, form))
        except (*BOXES,) as refused:
            form.add_error(BOXES[type(refused)], refusal_words(refused)[0])
    offer_registering(form, request.user)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "crumbs": crumbs_to(), "proposed": request.POST.get("proposed", "")}
    return render(request, "reorganisation/editor_new_package.html", context, status=status)


def _drafted(request: HttpRequest, form: NewPackageForm) -> tuple[str, str]:
    said = form.cleaned_data
    plan = PlanValue(code=form.plan, day=said["day"], operations=(), instrument=said["instrument"])
    given = {"on": said["day"], "plans": [plan], "titles": form.titles}
    made = begin(draft, said["code"], by=request.user, **given)
    return made.code, plan.code


@needs(PlanPermission.DRAFT)
def proposal(request: HttpRequest) -> HttpResponse:
    """The code proposed for what was typed so far; nothing where somebody typed one."""
    typed, before = request.GET.get("code", ""), request.GET.get("proposed", "")
    if typed not in ("", before):
        return HttpResponse(status=204)
    said = {
        "instrument": request.GET.get("instrument", "").strip(),
        "title_vi": request.GET.get("title_vi", "").strip(),
        "day": localdate(),
    }
    code = proposed(said) if said["instrument"] or said["title_vi"] else ""
    form = NewPackageForm(initial={"code": code})
    return render(request, "reorganisation/editor_code.html", {"form": form, "proposed": code})


@needs(PlanPermission.DRAFT)
def package_editor(request: HttpRequest, code: str) -> HttpResponse:
    """GET title, day and plans of a draft; POST `do`: describe it, or add a plan."""
    package = package_of(request, code)
    if bar := barred(request, package):
        return bar
    if request.method != "POST":
        return _page(request, package, PackageForm.of(package), _new_plan(package))
    if request.POST.get("do") == "plan":
        form = NewPlanForm(request.POST, auto_id="plan_%s")
        return _try(request, package, form, _add_plan)
    return _try(request, package, PackageForm.of(package, request.POST), _describe)


@needs(PlanPermission.DRAFT)
def plan_description(request: HttpRequest, code: str, plan: str) -> HttpResponse:
    """GET title and instrument of a plan; POST `do`: change them, or take the plan out."""
    package = package_of(request, code)
    subject = plan_of(package, plan)
    if bar := barred(request, package):
        return bar
    form = PlanForm.of(subject, request.POST or None)
    context = {"form": form, "plan": subject}
    if request.method != "POST":
        return _plan_page(request, package, **context)
    act = _take_plan_out if request.POST.get("do") == "out" else _describe_plan
    return _try(request, package, form, act, subject)


@needs(PlanPermission.DRAFT)
@require_POST
def undo(request: HttpRequest, code: str) -> HttpResponse:
    """Take back the last edit that was not taken back yet, and say what that was."""
    package = package_of(request, code)
    if bar := barred(request, package):
        return bar
    last, draft = undoable(package), drafted(package)
    try:
        edition = _edition(request, package)
        undone = edit(actions.undo, package, by=request.user, edition=edition)
    except NotEntitled:
        raise beyond() from None
    except actions.NothingToUndo:
        messages.info(request, _("There is nothing left to undo."))
    except actions.Stale:
        who = quicker(package, edition, request.user)
        messages.warning(request, _("Nothing was undone. %s. Look again.") % who)
    except workflow.Refused:
        return closed(request, package_of(request, code))
    else:
        messages.success(request, _("Undone: %s") % (edit_words(last, draft) if last else ""))
        return redirect("reorganisation:plan-editor", code, undone.plan.code)
    return redirect(_back(request, package))


def _edition(request: HttpRequest, package: Package) -> int:
    said = request.POST.get("edition", "")
    return int(said) if said.isascii() and said.isdigit() else package.edition


def _back(request: HttpRequest, package: Package) -> str:
    plan = package.plans.filter(code=request.POST.get("plan", "")).first()
    if plan:
        return reverse("reorganisation:plan-editor", args=[package.code, plan.code])
    return reverse("reorganisation:editor", args=[package.code])


# --- What was sent --------------------------------------------------------------------------------


def _try(
    request: HttpRequest,
    package: Package,
    form: Any,
    act: Callable[..., str],
    plan: Plan | None = None,
) -> HttpResponse:
    """Carry out an edit of the draft as a whole; a refusal stands at its box, nothing is lost."""
    status, others = 422, {}
    if form.is_valid():
        try:
            told = act(request, plan or package, form)
            messages.success(request, told)
            return redirect("reorganisation:editor", package.code)
        except NotEntitled:
            raise beyond() from None
        except (*BOXES,) as refused:
            form.add_error(BOXES[type(refused)], refusal_words(refused)[0])
        except actions.Stale:
            status, seen, package = 409, package.edition, package_of(request, package.code)
            seen = form.cleaned_data["edition"]
            others = {
                "meanwhile": meanwhile(drafted(package), package, seen),
                "quicker": quicker(package, seen, request.user),
            }
            form.data = form.data.copy()
            form.data["edition"] = package.edition
        except workflow.Refused:
            return closed(request, package_of(request, package.code))
    offer_registering(form, request.user)
    if plan:
        return _plan_page(request, package, form=form, plan=plan, status=status, **others)
    is_new = isinstance(form, NewPlanForm)
    described, added = (PackageForm.of(package), form) if is_new else (form, _new_plan(package))
    return _page(request, package, described, added, status=status, **others)


def _describe(request: HttpRequest, package: Package, form: PackageForm) -> str:
    said = form.cleaned_data
    given = {"edition": said["edition"], "on": said["day"], "titles": form.titles}
    edit(actions.describe, package, by=request.user, **given)
    return _("Title and day are saved.")


def _add_plan(request: HttpRequest, package: Package, form: NewPlanForm) -> str:
    said = form.cleaned_data
    value = PlanValue(
        code=form.code_for(package), day=package.day, operations=(), instrument=said["instrument"]
    )
    given = {"edition": said["edition"], "value": value, "titles": form.titles}
    edit(actions.add_plan, package, by=request.user, **given)
    return _("The plan “%s” is added.") % form.titles["vi"]


def _describe_plan(request: HttpRequest, plan: Plan, form: PlanForm) -> str:
    said = form.cleaned_data
    given = {"titles": form.titles, "instrument": said["instrument"]}
    edit(actions.describe_plan, plan, by=request.user, edition=said["edition"], **given)
    return _("Title and instrument of the plan are saved.")


def _take_plan_out(request: HttpRequest, plan: Plan, form: PlanForm) -> str:
    title = plan.title
    edit(actions.remove_plan, plan, by=request.user, edition=form.cleaned_data["edition"])
    return _("The plan “%s” is taken out of the package.") % title


# --- Pages ----------------------------------------------------------------------------------------


def _new_plan(package: Package) -> NewPlanForm:
    return NewPlanForm(initial={"edition": package.edition}, auto_id="plan_%s")


def _page(
    request: HttpRequest,
    package: Package,
    form: PackageForm,
    new_plan: NewPlanForm,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    last, draft = undoable(package), drafted(package)
    findings = rearrangement(package).findings
    plans = list(queries.plans_of(package))
    context = {
        "package": package,
        "edition": package.edition,
        "crumbs": crumbs_to(package),
        "form": form,
        "new_plan": new_plan,
        "plans": [(plan, _counted(draft, plan, findings)) for plan in plans],
        "findings_counted": appraisal.counted(findings),
        "undo": edit_words(last, draft) if last else "",
        **more,
    }
    return render(request, "reorganisation/editor_package.html", context, status=status)


def _counted(draft: Any, plan: Plan, findings: tuple[Finding, ...]) -> str:
    """How many findings concern the units on which a plan acts, by weight."""
    keys = {key for one in draft.said if one.plan == plan.code for key in one.acts_on}
    concerning = [
        one for one in findings if one.rule not in OF_THE_WHOLE and not keys.isdisjoint(one.units)
    ]
    weights = Counter(one.severity for one in concerning)
    kept = [one for one in concerning if one.severity is not Severity.NOTE]
    return appraisal.counted(kept) if weights else ""


def _plan_page(
    request: HttpRequest,
    package: Package,
    *,
    form: PlanForm,
    plan: Plan,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    editor = (_("Editor"), reverse("reorganisation:editor", args=[package.code]))
    context = {
        "package": package,
        "plan": plan,
        "form": form,
        "crumbs": [*crumbs_to(package), editor],
        **more,
    }
    return render(request, "reorganisation/editor_plan.html", context, status=status)

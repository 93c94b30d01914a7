"""What the law wants before a plan is decided: what is recorded, and the forms to record it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.deciding.entitlement import Ahead, decide, may_decide
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.evidence.actions import note
from tinhgon.reorganisation.evidence.form import EvidenceForm
from tinhgon.reorganisation.evidence.required import Wanted, wanted
from tinhgon.reorganisation.evidence.words import told
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.views.subject import crumbs_to, package_of
from tinhgon.ui.doors import public

MOST_FORMS = 60
"""A nation asks every province; the others are recorded by API or command."""


@public
def evidence(request: HttpRequest, code: str) -> HttpResponse:
    """GET what is asked and recorded; POST one fact, for whoever drafts."""
    package = package_of(request, code)
    done = rearrangement(package)
    names, asked = names_of(package, done), wanted(package, done)
    may_note = _may_note(request, package)
    if request.method != "POST":
        return _page(request, package, names, asked, may_note)
    if not may_note:
        raise PermissionDenied
    posted = [form for one in asked if (form := EvidenceForm(one, request.POST)).is_sent()]
    if not posted:
        return _page(request, package, names, asked, may_note)
    return _record(request, package, names, asked, posted[0])


def _record(
    request: HttpRequest, package: Package, names: Names, asked: list[Wanted], form: EvidenceForm
) -> HttpResponse:
    if not form.is_valid():
        return _page(request, package, names, asked, True, form, status=422)
    try:
        given = form.cleaned_data
        decide(note, package, by=request.user, permission=PlanPermission.DRAFT, **given)
    except Ahead as ahead:
        form.add_error("on", refusal_words(ahead)[0])
        return _page(request, package, names, asked, True, form, status=422)
    except REFUSALS as refused:
        form.add_error(None, " ".join(refusal_words(refused, names)))
        return _page(request, package, names, asked, True, form, status=409)
    messages.success(request, _("Recorded."))
    return redirect("reorganisation:evidence", package.code)


def _page(
    request: HttpRequest,
    package: Package,
    names: Names,
    asked: list[Wanted],
    may_note: bool,
    sent: EvidenceForm | None = None,
    status: int = 200,
) -> HttpResponse:
    facts = [told(one, names) | {"form": _form(one, sent)} for one in asked]
    context = {
        "package": package,
        "crumbs": crumbs_to(package),
        "facts": facts,
        "met": sum(one.is_met for one in asked),
        "may_note": may_note,
        "with_forms": may_note and len(facts) <= MOST_FORMS,
        "sent": sent,
    }
    return render(request, "reorganisation/evidence.html", context, status=status)


def _form(one: Wanted, sent: EvidenceForm | None) -> EvidenceForm:
    if sent and sent.wanted == one:
        return sent
    return EvidenceForm(one, initial={"on": localdate()})


def _may_note(request: HttpRequest, package: Package) -> bool:
    if not (request.user.is_authenticated and workflow.allows(package, "edit")):
        return False
    return may_decide(request.user, PlanPermission.DRAFT, package)

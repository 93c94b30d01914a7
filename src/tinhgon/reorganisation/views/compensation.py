"""Drafting a plan that takes back the effect of another."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tinhgon.reorganisation.compensating.actions import compensate
from tinhgon.reorganisation.compensating.form import CompensationForm
from tinhgon.reorganisation.deciding.entitlement import may_decide
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.views.subject import crumbs_to, package_of
from tinhgon.ui.doors import needs


@needs(PlanPermission.DRAFT)
def compensation(request: HttpRequest, code: str) -> HttpResponse:
    """GET what the new plan will do; POST its title, code and day."""
    package = package_of(request, code)
    if not may_decide(request.user, PlanPermission.DRAFT, package):
        raise PermissionDenied
    proposed = {"title": _("Taking back: %s") % package.title, "code": f"{package.code[:52]}-back"}
    form = CompensationForm(request.POST or None, initial=proposed)
    if request.method != "POST":
        return _ask(request, package, form)
    if not form.is_valid():
        return _ask(request, package, form, status=422)
    given = form.cleaned_data
    try:
        made = compensate(
            package,
            by=request.user,
            on=given["on"],
            code=given["code"],
            titles={"vi": given["title"]},
        )
    except REFUSALS as refused:
        names = names_of(package, rearrangement(package))
        form.add_error(None, " ".join(refusal_words(refused, names)))
        return _ask(request, package, form, status=409)
    messages.success(request, _("The draft is made. Read what the rules say of it."))
    return redirect(made)


def _ask(
    request: HttpRequest, package: Package, form: CompensationForm, status: int = 200
) -> HttpResponse:
    context = {"package": package, "crumbs": crumbs_to(package), "form": form}
    return render(request, "reorganisation/compensation.html", context, status=status)

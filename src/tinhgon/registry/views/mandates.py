"""Functions by bodies on a day: the matrix; and the forms by which mandates are kept."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.registry.directory import Directory, directory, structure_on
from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.registry.mandate import actions
from tinhgon.registry.mandate.asked import matrix_of
from tinhgon.registry.mandate.form import AssignForm, WithdrawForm
from tinhgon.registry.mandate.words import Telling, role_words
from tinhgon.registry.models import Mandate, Unit
from tinhgon.registry.naming import unit_url, words_in
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.registry.queries import NoSuchUnit, unit_key
from tinhgon.temporal.bulk import collecting_later
from tinhgon.ui.asked import Asked, asked
from tinhgon.ui.context import home_url
from tinhgon.ui.doors import needs, public, require
from tinhgon.ui.spreadsheets import TABLES, download


@public
@collecting_later()
def mandates(request: HttpRequest) -> HttpResponseBase:
    """Which body leads which function over an area; with `?format=` as a file."""
    question = asked(request)
    register = directory()
    area = _area(request, register, question)
    telling = Telling(matrix_of(register, area, question.on), register, question)
    if (kind := request.GET.get("format")) in TABLES:
        return download(f"mandates-{area}-{question.on}", *telling.exported(), kind)
    user: Any = request.user
    context = {
        "asked": question,
        "telling": telling,
        "area": telling.link(area),
        "crumbs": [(_("Home"), home_url(request.path)), *_way(telling, area)],
        "may": user.is_authenticated
        and user.may(RegistryPermission.MANDATE, unit=area, on=localdate()),
        "state": request.GET.get("state", ""),
    }
    return render(request, "registry/mandates.html", context)


@needs(RegistryPermission.MANDATE)
def assign(request: HttpRequest) -> HttpResponse:
    """GET the form; POST assigns."""
    register, today = directory(), localdate()
    made = {"register": register, "structure": structure_on(today), "on": today}
    if request.method != "POST":
        given = {name: request.GET.get(name, "") for name in ("unit", "function", "area")}
        area = given["area"] or register.place or ""
        return _assigning(request, AssignForm(initial={**given, "area": area, "on": today}, **made))
    form = AssignForm(request.POST, **made)
    if form.is_valid() and _assigned(request, form):
        return redirect(f"{reverse('registry:mandates')}?under={form.cleaned_data['area']}")
    return _assigning(request, form, status=422)


def _assigned(request: HttpRequest, form: AssignForm) -> bool:
    given = form.cleaned_data
    unit, area = (Unit.objects.get(key=given[name]) for name in ("unit", "area"))
    for one in (unit, area):
        require(request.user, RegistryPermission.MANDATE, one.key)
    facts = {name: given[name] for name in ("function", "role", "on", "until", "under", "instead")}
    try:
        actions.assign(unit, by=request.user, area=area, **facts)  # type: ignore[arg-type]
    except actions.Unassignable as wrong:
        form.refuse(wrong)
        return False
    messages.success(request, _("The mandate is assigned."))
    return True


def _assigning(request: HttpRequest, form: AssignForm, status: int = 200) -> HttpResponse:
    offer_registering(form, request.user)
    back = reverse("registry:mandates")
    crumbs = [(_("Home"), home_url(request.path)), (_("Functions and bodies"), back)]
    context = {"form": form, "back": back, "crumbs": crumbs}
    return render(request, "registry/mandate_assign.html", context, status=status)


@needs(RegistryPermission.MANDATE)
def withdraw(request: HttpRequest, id: int) -> HttpResponse:
    """GET asks from which day; POST withdraws."""
    held = get_object_or_404(Mandate.objects.select_related("unit", "area"), pk=id)
    for one in (held.unit, held.area):
        require(request.user, RegistryPermission.MANDATE, one.key)
    form = WithdrawForm(request.POST or None, initial={"on": localdate()})
    if request.method == "POST" and form.is_valid() and _withdrawn(request, held, form):
        return redirect(f"{reverse('registry:mandates')}?under={held.area.key}")
    offer_registering(form, request.user)
    status = 422 if request.method == "POST" else 200
    return render(request, "registry/mandate_withdraw.html", _named(held, form), status=status)


def _withdrawn(request: HttpRequest, held: Mandate, form: WithdrawForm) -> bool:
    given = form.cleaned_data
    try:
        actions.withdraw(held, by=request.user, on=given["on"], under=given["under"])  # type: ignore[arg-type]
    except actions.Unassignable as wrong:
        form.refuse(wrong)
        return False
    messages.success(request, _("The mandate is withdrawn."))
    return True


def _named(held: Mandate, form: WithdrawForm) -> dict[str, Any]:
    register = directory()
    function = register.jurisdiction.functions.get(held.function)
    return {
        "form": form,
        "function": words_in(function.title) if function else held.function,
        "role": role_words(held.role),
        "body": register.full_name(register.latest(held.unit.key)),
        "area": register.full_name(register.latest(held.area.key)),
        "back": f"{reverse('registry:mandates')}?under={held.area.key}",
    }


def _area(request: HttpRequest, register: Directory, question: Asked) -> str:
    """The area that is asked about; by default the place served, else the first at the top."""
    given = request.GET.get("under", "").strip()
    key = unit_key(given, question.on) if given else register.place
    tops = register.below(None, question.on)
    key = key or (min(tops, key=lambda entry: entry.code or "").unit if tops else None)
    if key is None or register.is_body(key):
        raise NoSuchUnit(given or register.jurisdiction.root, question)
    return key


def _way(telling: Telling, area: str) -> list[tuple[str, str]]:
    above = telling.matrix.structure.path(area)[:0:-1]
    return [(telling.name(unit.key), unit_url(unit.key, telling.asked)) for unit in above]

"""Instruments: the list of all, one with what was done under it, and the form for a new one."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.documents.models import Instrument
from tinhgon.registry.directory import Directory, directory
from tinhgon.registry.facts.words import label, value
from tinhgon.registry.instrument import actions
from tinhgon.registry.instrument.consequences import (
    BEGUN,
    CHANGED,
    ENDED,
    KINDS,
    Consequence,
    Consequences,
)
from tinhgon.registry.instrument.form import InstrumentForm
from tinhgon.registry.instrument.listing import Listed, Wish
from tinhgon.registry.name_search import names
from tinhgon.registry.naming import instrument_url, unit_url
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.registry.where.words import names_of
from tinhgon.ui.asked import Asked, wants_part
from tinhgon.ui.context import home_url
from tinhgon.ui.doors import needs, public
from tinhgon.ui.errors import NotHere
from tinhgon.ui.panels import panels
from tinhgon.ui.spreadsheets import TABLES, download

PAGE = 50
HEADER = ("number", "issued", "in_force", "operative", "title_vi", "title_en", "mark", "source")


@public
def instruments(request: HttpRequest) -> HttpResponseBase:
    """All instruments, or those wished for."""
    wish = Wish(*(request.GET.get(box, "").strip() for box in ("q", "year", "type")))
    listed = Listed(names(), wish)
    if (kind := request.GET.get("format")) in TABLES:
        return download("instruments", HEADER, map(_row, listed.found), kind)
    context = {
        "listed": listed,
        "wish": wish,
        "page": Paginator(listed.found, PAGE).get_page(request.GET.get("page")),
        "may": _may(request),
    }
    page = "registry/instruments.html"
    return render(request, f"{page}#list" if request.htmx else page, context)  # type: ignore[attr-defined]


@public
def instrument(request: HttpRequest, id: int) -> HttpResponseBase:
    """One instrument: its days, its title, and the units that began, changed or ended under it."""
    subject = Instrument.objects.filter(pk=id).first()
    if subject is None:
        raise NotHere(_("The register knows no such instrument."))
    register = directory()
    done = Consequences(register, id)
    kind = request.GET.get("list", "")
    shown = kind if kind in KINDS else next((one for one in KINDS if done.of(one)), BEGUN)
    if (file := request.GET.get("format")) in TABLES:
        return download(f"instrument-{id}", CONSEQUENCE, _told(register, done.all), file)
    page = Paginator(done.of(shown), PAGE).get_page(request.GET.get("page"))
    context = {
        "instrument": subject,
        "gap": subject.gap(),
        "titles": subject.titles,
        "done": done,
        "shown": shown,
        "counts": [(one, _title(one), len(done.of(one))) for one in KINDS],
        "page": page,
        "rows": [_shown(register, one) for one in page],
        "other": _other(shown),
        "clauses": any(one.clauses for one in done.all),
        "panels": panels("instrument", request, subject),
    }
    template = "registry/instrument.html"
    return render(request, f"{template}#done" if wants_part(request, "done") else template, context)


@needs(RegistryPermission.INSTRUMENT)
def new(request: HttpRequest) -> HttpResponse:
    """GET the form, with what another page knows of the instrument in it; POST registers."""
    if request.method != "POST":
        return _form(request, InstrumentForm(initial=request.GET.dict()))
    form = InstrumentForm(request.POST)
    if form.is_valid():
        try:
            made = actions.register_instrument(by=request.user, on=localdate(), **form.facts)  # type: ignore[arg-type]
        except actions.Unregistrable as wrong:
            form.refuse(wrong)
        else:
            messages.success(request, _("The instrument is registered."))
            return redirect(instrument_url(made.pk))
    return _form(request, form, status=422)


def _form(request: HttpRequest, form: InstrumentForm, status: int = 200) -> HttpResponse:
    back = reverse("registry:instruments")
    crumbs = [(_("Home"), home_url(request.path)), (_("Instruments"), back)]
    context = {"form": form, "back": back, "crumbs": crumbs}
    return render(request, "registry/instrument_new.html", context, status=status)


def _may(request: HttpRequest) -> bool:
    user: Any = request.user
    return user.is_authenticated and user.may(RegistryPermission.INSTRUMENT, on=localdate())


def _row(one: Instrument) -> list[Any]:
    days = (one.issued, one.in_force, one.operative)
    return [
        one.number,
        *(day.isoformat() if day else "" for day in days),
        one.titles.get("vi", ""),
        one.titles.get("en", ""),
        one.mark,
        one.source,
    ]


def _title(kind: str) -> str:
    return {BEGUN: _("Begun"), CHANGED: _("Changed"), ENDED: _("Ended")}[kind]


def _other(kind: str) -> str:
    """What the last column says."""
    return {
        BEGUN: _("Formed from"),
        CHANGED: _("What changed"),
        ENDED: _("Went into"),
    }[kind]


def _shown(register: Directory, one: Consequence) -> dict[str, Any]:
    day = one.entry.period.last_day if one.kind == ENDED else one.day
    return {
        "name": register.full_name(one.entry),
        "code": one.entry.code or "",
        "url": unit_url(one.entry.unit, Asked(day or one.day)),
        "day": one.day,
        "clauses": ", ".join(one.clauses),
        "other": _said(register, one),
    }


def _said(register: Directory, one: Consequence) -> str:
    """Where a unit comes from or went, or what of it is otherwise."""
    if one.kind == CHANGED:
        return "; ".join(_changes(register, one))
    return names_of(register, map(register.latest, one.others), most=5)


def _changes(register: Directory, one: Consequence) -> Iterator[str]:
    """What of a unit is otherwise, and what it took in."""
    yield from _differences(register, one)
    if one.edges:
        took = names_of(register, map(register.latest, one.others), most=5)
        yield _("Took in %(parts)s.") % {"parts": took}


def _differences(register: Directory, one: Consequence) -> Iterator[str]:
    """What of a unit is otherwise: before and after."""
    for about in one.changes:
        before, after = (
            value(about, getattr(entry, about), register) for entry in (one.before, one.entry)
        )
        yield f"{label(about, register)}: {before} → {after}"


CONSEQUENCE = ("what", "key", "code", "name", "day", "clause", "others", "changes")


def _told(register: Directory, found: Iterable[Consequence]) -> Iterator[list[Any]]:
    for one in found:
        yield [
            one.kind,
            one.entry.unit,
            one.entry.code or "",
            register.full_name(one.entry),
            one.day.isoformat(),
            "; ".join(one.clauses),
            "; ".join(one.others),
            "; ".join(_differences(register, one)),
        ]

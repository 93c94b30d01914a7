"""The ledger of a unit: its movements, a form for each act, and reversals."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.registry.instrument.offering import offer_registering
from tinhgon.registry.models import Unit
from tinhgon.staff.ledger import actions
from tinhgon.staff.ledger.entitlement import (
    NotEntitled,
    ask_to_move,
    ask_to_reverse,
    may_move,
)
from tinhgon.staff.ledger.forms import MoveForm, ReversalForm
from tinhgon.staff.ledger.movements import RELATED, movements_of
from tinhgon.staff.ledger.refusals import Refused, refusal_words
from tinhgon.staff.ledger.words import movement_words
from tinhgon.staff.models import Act, Movement
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.staffing import Names
from tinhgon.staff.views.subject import may, subject_of
from tinhgon.ui.asked import asked
from tinhgon.ui.doors import needs, public
from tinhgon.ui.errors import NotHere
from tinhgon.ui.spreadsheets import TABLES, download

ON_A_PAGE = 50

FORMS: dict[str, tuple[Act, Any, Promise, Promise]] = {
    "grant": (
        Act.ALLOCATE,
        actions.allocate,
        gettext_lazy("Enter what the authority above granted"),
        gettext_lazy("The unit receives posts that no unit of this register gave."),
    ),
    "allocate": (
        Act.ALLOCATE,
        actions.allocate,
        gettext_lazy("Allot posts"),
        gettext_lazy("To a unit below, out of what this unit holds."),
    ),
    "give-back": (
        Act.RETURN,
        actions.give_back,
        gettext_lazy("Give posts back"),
        gettext_lazy("To a unit above, out of what this unit holds."),
    ),
    "transfer": (
        Act.TRANSFER,
        actions.transfer,
        gettext_lazy("Transfer posts"),
        gettext_lazy("To any other unit, out of what this unit holds."),
    ),
    "lapse": (
        Act.LAPSE,
        actions.lapse,
        gettext_lazy("Let posts lapse"),
        gettext_lazy("Nobody has them any more: posts that were cut."),
    ),
    "freeze": (
        Act.FREEZE,
        actions.freeze,
        gettext_lazy("Freeze posts"),
        gettext_lazy("The unit keeps them and may not fill them."),
    ),
    "thaw": (
        Act.THAW,
        actions.thaw,
        gettext_lazy("Release frozen posts"),
        gettext_lazy("The unit may fill them again."),
    ),
}
"""The forms by their address: the act, its function, a heading and what it does."""


ASKED_LIKE = {"grant": "grant", "freeze": "freeze", "thaw": "freeze"}
"""The forms that ask for other permissions than to allot does, with one that asks the same."""


def open_to(by: Any, unit: Unit) -> set[str]:
    """The addresses of the forms that somebody may begin for a unit today."""
    may_begin = {like: _may_begin(by, like, unit) for like in ("allocate", "grant", "freeze")}
    return {act for act in FORMS if may_begin[ASKED_LIKE.get(act, "allocate")]}


@public
def ledger(request: HttpRequest, key: str) -> HttpResponseBase:
    """What came to a unit and went from it until the day, the latest first."""
    question = asked(request)
    subject = subject_of(key, question)
    found = movements_of(subject.unit, until=question.on, known_at=question.known_at)
    if (kind := request.GET.get("format")) in TABLES:
        return download(f"ledger-{key}", *_table(found), kind)
    names = Names()
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "asked": question,
        "subject": subject,
        "crumbs": subject.crumbs,
        "page": page,
        "rows": [(one, movement_words(one, names), _sign(one, subject.unit)) for one in page],
        "may": may(request, key),
    }
    return render(request, "staff/ledger.html", context)


@needs(StaffPermission.MOVE)
def move(request: HttpRequest, key: str, act: str) -> HttpResponse:
    """GET the form of an act; POST it."""
    subject = subject_of(key)
    if act not in FORMS:
        raise NotHere(_("There is no such act. Choose one on the page of the unit's posts."))
    _what, _function, title, lead = FORMS[act]
    form = MoveForm(act, subject.unit, request.POST or None, on=localdate())
    if form.is_valid():
        try:
            made = _moved(request, act, subject.unit, form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refusal_words(refused))
        else:
            messages.success(request, movement_words(made))
            return redirect(reverse("staff:ledger", args=[key]))
    elif not form.is_bound:
        _ask_to_begin(request, act, subject.unit)
    offer_registering(form, request.user)
    context = {
        "form": form,
        "subject": subject,
        "crumbs": subject.crumbs,
        "title": title,
        "lead": lead,
    }
    return render(request, "staff/move.html", context, status=422 if form.errors else 200)


@needs(StaffPermission.MOVE)
def reversal(request: HttpRequest, id: int) -> HttpResponse:
    """GET what would be reversed; POST it."""
    movement = Movement.objects.select_related(*RELATED).filter(pk=id).first()
    if movement is None:
        raise NotHere(_("There is no movement %s.") % id)
    _ask(ask_to_reverse, request.user, movement, on=localdate())
    about = movement.target_unit or movement.source_unit
    assert about
    subject = subject_of(about.key)
    form = ReversalForm(request.POST or None, initial={"day": movement.day})
    if form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.reverse(
                movement,
                by=request.user,  # type: ignore[arg-type]
                reason=given["reason"],
                on=given["day"],
                under=given["under"],
            )
        except Refused as refused:
            form.add_error(None, refusal_words(refused))
        else:
            messages.success(request, movement_words(made))
            return redirect(reverse("staff:ledger", args=[about.key]))
    offer_registering(form, request.user)
    context = {
        "form": form,
        "subject": subject,
        "crumbs": subject.crumbs,
        "movement": movement,
        "words": movement_words(movement),
    }
    return render(request, "staff/reversal.html", context, status=422 if form.errors else 200)


def _moved(request: HttpRequest, act: str, unit: Unit, given: dict[str, Any]) -> Movement:
    """Carry out the act of a form, if whoever sent it may."""
    what, function, _title, _lead = FORMS[act]
    sides = _sides(act, unit, given.get("other"))
    within = {"unit": unit} if what in (Act.FREEZE, Act.THAW) else sides
    if what == Act.LAPSE:
        within = {"source": unit, "purse": given["purse"]}
    _ask(ask_to_move, request.user, what, sides["source"], sides["target"], on=localdate())
    more = {"year": given["year"]} if "year" in given else {}
    made: Movement = function(
        given["posts"],
        by=request.user,
        kind=given["kind"],
        on=given["day"],
        under=given["under"],
        reason=given["reason"],
        **within,
        **more,
    )
    return made


def _sides(act: str, unit: Unit, other: Unit | None) -> dict[str, Unit | None]:
    if act == "grant":
        return {"source": None, "target": unit}
    if act in ("freeze", "thaw"):
        return {"source": unit, "target": unit}
    return {"source": unit, "target": other}


def _ask_to_begin(request: HttpRequest, act: str, unit: Unit) -> None:
    """Show a form only to whoever may do something with it; the other side is asked for later."""
    if not _may_begin(request.user, act, unit):
        raise PermissionDenied


def _may_begin(by: Any, act: str, unit: Unit) -> bool:
    sides = _sides(act, unit, unit)
    return may_move(by, FORMS[act][0], sides["source"], sides["target"], on=localdate())


def _ask(ask: Any, *given: Any, **named: Any) -> None:
    try:
        ask(*given, **named)
    except NotEntitled:
        raise PermissionDenied from None


def _sign(movement: Movement, unit: Unit) -> int:
    """By how much a movement changes what a unit has in all."""
    came = movement.posts if movement.target_unit == unit else 0
    return came - (movement.posts if movement.source_unit == unit else 0)


def _table(found: Any) -> tuple[list[Any], Any]:
    header = ["id", "day", "act", "posts", "kind", "source", "target", "instrument", "reason"]
    return header, (
        [
            *(one.pk, one.day.isoformat(), one.act, one.posts, one.staff_kind),
            *(unit.key if unit else "" for unit in (one.source_unit, one.target_unit)),
            *(one.instrument.number if one.instrument else "", one.reason),
        ]
        for one in found
    )

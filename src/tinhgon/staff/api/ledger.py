"""Balances and movements."""

from collections.abc import Callable
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from tinhgon.registry import queries
from tinhgon.registry.api.named import instrument_named
from tinhgon.registry.models import Unit
from tinhgon.staff.api.asked import refusals
from tinhgon.staff.api.schemas import BalanceOut, MovementIn, MovementOut, ReversalIn
from tinhgon.staff.json_documents import balance_document, movement_document
from tinhgon.staff.ledger import actions
from tinhgon.staff.ledger.balances import balances
from tinhgon.staff.ledger.entitlement import ask_to_move, ask_to_reverse
from tinhgon.staff.ledger.movements import RELATED, movements_of
from tinhgon.staff.models import Act, Movement, Purse
from tinhgon.staff.permissions import StaffPermission
from tinhgon.ui.api import PROBLEMS, Cursor, Limit, On, Page, Problem, caller, needs, page, public

router = Router()

FUNCTIONS: dict[Act, Callable[..., Movement]] = {
    Act.ALLOCATE: actions.allocate,
    Act.RETURN: actions.give_back,
    Act.LAPSE: actions.lapse,
    Act.TRANSFER: actions.transfer,
    Act.FREEZE: actions.freeze,
    Act.THAW: actions.thaw,
}
WITHIN = (Act.FREEZE, Act.THAW)
"""Acts by which posts stay in their unit, named as source."""


@router.get(
    "/staff/units/{key}/balances",
    response={200: Page[BalanceOut], **PROBLEMS},
    operation_id="list_balances",
    auth=None,
)
@public
def list_balances(
    request: HttpRequest, key: str, when: Annotated[On, Query()], cursor: Cursor, limit: Limit
) -> Any:
    """The posts of a unit and of each below it on a day, the unit itself first."""
    unit = queries.unit(key, when.day, when.instant)
    found = balances(when.day, unit.key, when.instant)
    shown = page([*found.items()], cursor, limit)
    return {**shown, "items": [balance_document(*one) for one in shown["items"]]}


@router.get(
    "/staff/units/{key}/movements",
    response={200: Page[MovementOut], **PROBLEMS},
    operation_id="list_movements",
    auth=None,
)
@public
def list_movements(
    request: HttpRequest, key: str, when: Annotated[On, Query()], cursor: Cursor, limit: Limit
) -> Any:
    """What came to a unit and went from it until a day, the latest first."""
    unit = queries.unit(key, when.day, when.instant)
    found = page(movements_of(unit, until=when.day, known_at=when.instant), cursor, limit)
    return {**found, "items": [movement_document(one) for one in found["items"]]}


@router.post(
    "/staff/movements",
    response={201: MovementOut, **PROBLEMS},
    operation_id="move_posts",
)
@needs(StaffPermission.MOVE)
def move_posts(request: HttpRequest, body: MovementIn) -> Any:
    """Move posts by one act of the ledger; no account may come to stand below zero on any day."""
    act, by, on = Act(body.act), caller(request), body.on or localdate()
    _sides_named(act, body)
    _nothing_passed_over(act, body)
    source, target = (queries.unit(one, on) if one else None for one in (body.source, body.target))
    with refusals():
        ask_to_move(by, act, source, target, on=localdate())
        made = FUNCTIONS[act](
            body.posts,
            by=by,
            kind=body.kind,
            on=on,
            under=instrument_named(body.under),
            reason=body.reason,
            **_given(act, body, source, target),
        )
    return Status(201, movement_document(made))


@router.post(
    "/staff/movements/{int:id}/reversal",
    response={201: MovementOut, **PROBLEMS},
    operation_id="reverse_movement",
)
@needs(StaffPermission.MOVE)
def reverse_movement(request: HttpRequest, id: int, body: ReversalIn) -> Any:
    """Reverse a movement, once: the same posts the other way."""
    movement = Movement.objects.select_related(*RELATED).filter(pk=id).first()
    if movement is None:
        raise Problem(404, "no-such-movement", _("There is no movement %s.") % id)
    by = caller(request)
    with refusals():
        ask_to_reverse(by, movement, on=localdate())
        under = instrument_named(body.under)
        made = actions.reverse(movement, by=by, reason=body.reason, on=body.on, under=under)
    return Status(201, movement_document(made))


def _sides_named(act: Act, body: MovementIn) -> None:
    """Refuse an act of which a side is not named, or one is that it does not have."""
    has_target = act not in (*WITHIN, Act.LAPSE)
    if has_target and not body.target:
        raise Problem(422, "no-such-unit", _("Name the unit."), fact="target")
    if body.target and not has_target:
        words = _("This act has no unit that receives. Leave it out.")
        raise Problem(422, "no-target", words, fact="target")
    if not body.source and act != Act.ALLOCATE:
        raise Problem(422, "no-such-unit", _("Name the unit."), fact="source")


def _nothing_passed_over(act: Act, body: MovementIn) -> None:
    """Refuse what an act does not ask for: only of posts that lapse it is said which they are."""
    unasked = {
        "purse": body.purse != Purse.OPEN and act != Act.LAPSE,
        "year": body.year is not None and act in WITHIN,
    }
    for member in (name for name, is_unasked in unasked.items() if is_unasked):
        words = _("This act does not ask for “%s”. Leave it out.") % member
        raise Problem(422, "not-asked", words, fact=member)


def _given(
    act: Act, body: MovementIn, source: Unit | None, target: Unit | None
) -> dict[str, Unit | Purse | int | None]:
    """What one act is given besides what all are."""
    if act in WITHIN:
        return {"unit": source}
    if act == Act.LAPSE:
        return {"source": source, "purse": Purse(body.purse), "year": body.year}
    return {"source": source, "target": target, "year": body.year}

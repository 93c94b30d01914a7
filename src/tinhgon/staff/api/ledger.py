"""Balances and movements."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from tinhgon.registry import queries
from tinhgon.registry.models import Unit
from tinhgon.staff.api.asked import caller, instrument, refusals
from tinhgon.staff.api.schemas import BalanceOut, MovementIn, MovementOut, ReversalIn
from tinhgon.staff.json_documents import balance_document, movement_document
from tinhgon.staff.ledger import actions
from tinhgon.staff.ledger.balances import balances
from tinhgon.staff.ledger.entitlement import ask_to_move, ask_to_reverse
from tinhgon.staff.ledger.movements import RELATED, movements_of
from tinhgon.staff.models import Act, Movement, Purse
from tinhgon.staff.permissions import StaffPermission
from tinhgon.ui.api import PROBLEMS, Cursor, Limit, On, Page, Problem, needs, page, public

router = Router()


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
    source, target = (queries.unit(one, on) if one else None for one in (body.source, body.target))
    if act in (Act.FREEZE, Act.THAW):
        source = target = source or target
    given = {"by": by, "kind": body.kind, "on": on, "reason": body.reason}
    with refusals():
        _sides_named(act, source, target)
        ask_to_move(by, act, source, target, on=localdate())
        under = instrument(body.under)
        made = _moved(act, body, source, target, {**given, "under": under})
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
        under = instrument(body.under)
        made = actions.reverse(movement, by=by, reason=body.reason, on=body.on, under=under)
    return Status(201, movement_document(made))


def _sides_named(act: Act, source: Unit | None, target: Unit | None) -> None:
    """Refuse an act of which a side is not named."""
    lacks_source = source is None and act != Act.ALLOCATE
    lacks_target = target is None and act != Act.LAPSE
    if lacks_source or lacks_target:
        where = "source" if lacks_source else "target"
        raise Problem(422, "no-such-unit", _("Name the unit."), fact=where)


def _moved(act: Act, body: MovementIn, source: Any, target: Any, given: dict[str, Any]) -> Movement:
    """Carry out the act that a body names."""
    match act:
        case Act.FREEZE:
            return actions.freeze(body.posts, unit=source, **given)
        case Act.THAW:
            return actions.thaw(body.posts, unit=source, **given)
        case Act.LAPSE:
            lapsed = {**given, "source": source, "purse": Purse(body.purse), "year": body.year}
            return actions.lapse(body.posts, **lapsed)
        case Act.ALLOCATE:
            function: Any = actions.allocate
        case Act.RETURN:
            function = actions.give_back
        case _:
            function = actions.transfer
    moved: Movement = function(body.posts, source=source, target=target, year=body.year, **given)
    return moved

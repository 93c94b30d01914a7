"""Targets of reduction."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Router, Status

from tinhgon.registry import queries
from tinhgon.registry.api.named import instrument_named
from tinhgon.registry.models import Unit
from tinhgon.staff.api.asked import refusals, require
from tinhgon.staff.api.schemas import EndedOut, EndIn, TargetIn, TargetOut
from tinhgon.staff.json_documents import target_document
from tinhgon.staff.models import Target
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.targets import actions
from tinhgon.staff.targets.listing import targets_on
from tinhgon.staff.targets.progress import Books, progress
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.api import (
    PROBLEMS,
    Cursor,
    Limit,
    OnDay,
    Page,
    Problem,
    caller,
    needs,
    page,
    public,
    read_day,
)

router = Router()


@router.get(
    "/staff/targets",
    response={200: Page[TargetOut], **PROBLEMS},
    operation_id="list_targets",
    auth=None,
)
@public
def list_targets(request: HttpRequest, cursor: Cursor, limit: Limit, on: OnDay = None) -> Any:
    """The targets in force on a day, each with what is done and how the rest can be paid."""
    day = read_day(on) or localdate()
    books = Books(day)
    found = page(targets_on(day), cursor, limit)
    return {**found, "items": [target_document(books.progress(one)) for one in found["items"]]}


@router.post(
    "/staff/targets",
    response={201: TargetOut, **PROBLEMS},
    operation_id="set_target",
)
@needs(StaffPermission.TARGET)
def set_target(request: HttpRequest, body: TargetIn) -> Any:
    """Set a target for a unit with all below it, or for a bloc."""
    unit = queries.unit(body.unit, localdate()) if body.unit else None
    _require(request, unit)
    under = instrument_named(body.under)
    with refusals(key="target"):
        made = actions.set_target(
            body.target,
            by=caller(request),
            titles=body.titles,
            counts=body.counts,
            percent=body.percent,
            base_day=body.base_day,
            due_day=body.due,
            unit=unit,
            bloc=body.bloc,
            base=body.base,
            under=under,
            reason=body.reason,
        )
    return Status(201, target_document(progress(made, localdate())))


@router.post(
    "/staff/targets/{int:id}/withdrawal",
    response={200: EndedOut, **PROBLEMS},
    operation_id="withdraw_target",
)
@needs(StaffPermission.TARGET)
def withdraw_target(request: HttpRequest, id: int, body: EndIn) -> Any:
    """Let a target be in force no longer from a day on."""
    target = Target.objects.select_related("unit").filter(pk=id).first()
    if target is None:
        raise Problem(404, "no-such-target", _("There is no target %s.") % id)
    _require(request, target.unit)
    if target.valid_to is not None:
        raise Problem(409, "withdrawn", _("This target was withdrawn before."))
    on = body.on or localdate()
    with refusals():
        actions.withdraw(target, by=caller(request), on=on, reason=body.reason)
    return {"on": on}


def _require(request: HttpRequest, unit: Unit | None) -> None:
    """Go on only if the caller sets targets for a unit; those of a bloc are for everything."""
    require(request, StaffPermission.TARGET, unit.key if unit else EVERYWHERE)

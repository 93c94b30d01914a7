"""Targets of reduction."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja import Query, Router, Status

from tinhgon.registry import queries
from tinhgon.staff.api.asked import caller, instrument, refusals, require
from tinhgon.staff.api.schemas import TargetIn, TargetOut
from tinhgon.staff.json_documents import target_document
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.targets import actions
from tinhgon.staff.targets.listing import targets_on
from tinhgon.staff.targets.progress import Books, progress
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.api import PROBLEMS, Cursor, Limit, On, Page, needs, page, public

router = Router()


@router.get(
    "/staff/targets",
    response={200: Page[TargetOut], **PROBLEMS},
    operation_id="list_targets",
    auth=None,
)
@public
def list_targets(
    request: HttpRequest, when: Annotated[On, Query()], cursor: Cursor, limit: Limit
) -> Any:
    """The targets in force on a day, each with what is done and how the rest can be paid."""
    books = Books(when.day)
    found = page(targets_on(when.day), cursor, limit)
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
    require(request, StaffPermission.TARGET, unit.key if unit else EVERYWHERE)
    under = instrument(body.under)
    with refusals():
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

"""Impact and allotments for programs."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from tinhgon.reorganisation.allotting.actions import allot
from tinhgon.reorganisation.continuity.impact import impact
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.asked import PLANNERS_TOO, carried_out, seen_package
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.ui.api import PROBLEMS, Body, Limit, needs, public

router = Router()


class LineOut(Schema):
    """What hangs on a unit that ends, and what becomes of it."""

    relation: str
    unit: str
    count: int
    by: str = Field(description="ends, main, above, decided or open")
    heir: str | None


class AllotmentIn(Body):
    """Who answers afterwards; `named` gives single rows, by id, to others."""

    relation: str = Field(max_length=100)
    unit: str = Field(max_length=100)
    heir: str = Field(max_length=100)
    reason: str = Field(min_length=3, max_length=500)
    named: dict[str, list[int]] = {}
    on: date | None = None


class AllotmentOut(Schema):
    """A decision as it is kept."""

    relation: str
    unit: str
    heir: str
    named: dict[str, list[int]]
    reason: str


@router.get(
    "/plans/{code}/impact",
    response={200: list[LineOut], **PROBLEMS},
    operation_id="get_impact",
    auth=PLANNERS_TOO,
)
@public
def get_impact(
    request: HttpRequest, code: str, limit: Limit, offset: int = 0, open_only: bool = False
) -> Any:
    """What hangs on the units that end, by relation and unit, as counted now."""
    package = seen_package(request, code)
    lines = impact(package, rearrangement(package))
    found = [vars(one) for one in lines if one.by == "open" or not open_only]
    return found[max(offset, 0) :][:limit]


@router.post(
    "/plans/{code}/allotments",
    response={201: AllotmentOut, **PROBLEMS},
    operation_id="allot",
)
@needs(PlanPermission.DRAFT)
def allot_for(request: HttpRequest, code: str, body: AllotmentIn) -> Any:
    """Decide who answers afterwards; a later decision takes the place of an earlier one."""
    package = seen_package(request, code)
    made = carried_out(request, allot, package, PlanPermission.DRAFT, **body.dict())
    return Status(201, {name: getattr(made, name) for name in AllotmentOut.model_fields})

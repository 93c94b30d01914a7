"""Facts that the law wants before a seal, for programs."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from tinhgon.reorganisation.evidence.actions import note
from tinhgon.reorganisation.evidence.required import wanted
from tinhgon.reorganisation.evidence.words import shown
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.asked import PLANNERS_TOO, carried_out, seen_package
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.ui.api import PROBLEMS, Body, needs, public

router = Router()


class FactOut(Schema):
    """A fact that is asked for: of a unit (`subject`) or of the whole, and what is recorded."""

    fact: str
    subject: str
    title: str
    share: int | None = Field(description="More than so many of a hundred must agree.")
    source: str | None
    mark: str
    is_met: bool
    agreeing: int | None = None
    asked: int | None = None
    document: str = ""
    on: date | None = None


class FactIn(Body):
    """What was done: an opinion or a vote in numbers, or the number of a report."""

    fact: str = Field(max_length=60)
    subject: str = Field(default="", max_length=100)
    agreeing: int | None = Field(default=None, ge=0)
    asked: int | None = Field(default=None, ge=1)
    document: str = Field(default="", max_length=120)
    on: date | None = None


@router.get(
    "/plans/{code}/evidence",
    response={200: list[FactOut], **PROBLEMS},
    operation_id="list_evidence",
    auth=PLANNERS_TOO,
)
@public
def list_evidence(request: HttpRequest, code: str) -> Any:
    """What the law of the package's day asks for, and what is recorded of it."""
    package = seen_package(request, code)
    return [shown(one) for one in wanted(package, rearrangement(package))]


@router.post(
    "/plans/{code}/evidence",
    response={201: FactOut, **PROBLEMS},
    operation_id="note_evidence",
)
@needs(PlanPermission.DRAFT)
def note_evidence(request: HttpRequest, code: str, body: FactIn) -> Any:
    """Record a fact; a later record takes the place of an earlier one."""
    package = seen_package(request, code)
    noted = carried_out(request, note, package, PlanPermission.DRAFT, **body.dict())
    asked = wanted(package, rearrangement(package))
    return Status(201, next(shown(one) for one in asked if one.recorded == noted))

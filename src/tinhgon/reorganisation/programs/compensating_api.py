"""Plans that compensate, for programs."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status

from tinhgon.reorganisation.compensating.actions import compensate
from tinhgon.reorganisation.deciding.entitlement import may_decide
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.asked import names, seen_package
from tinhgon.ui.api import PROBLEMS, Body, Problem, caller, needs

router = Router()


class CompensationIn(Body):
    """The new draft: its code, title and day of effect."""

    code: str = Field(max_length=60)
    title: str = Field(min_length=1, max_length=300)
    on: date


class DraftOut(Schema):
    """The draft that was made."""

    code: str
    undoes: str


@router.post(
    "/plans/{code}/compensation",
    response={201: DraftOut, **PROBLEMS},
    operation_id="compensate_plan",
)
@needs(PlanPermission.DRAFT)
def compensate_plan(request: HttpRequest, code: str, body: CompensationIn) -> Any:
    """Draft the package that takes back what one in effect has done."""
    package = seen_package(request, code)
    if not may_decide(caller(request), PlanPermission.DRAFT, package):
        raise Problem(403, "not-allowed", _("You may not draft for all that it concerns."))
    try:
        titles = {"vi": body.title}
        made = compensate(package, by=caller(request), on=body.on, code=body.code, titles=titles)
    except REFUSALS as refused:
        raise Problem(409, "refused", " ".join(refusal_words(refused, names(package)))) from None
    return Status(201, {"code": made.code, "undoes": package.code})

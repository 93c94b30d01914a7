"""The life of a package, for programs."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja import Field, Router, Schema

from tinhgon.reorganisation.consulting.people import may_consult
from tinhgon.reorganisation.life.lines import lines
from tinhgon.reorganisation.life.section import told
from tinhgon.reorganisation.programs.asked import PLANNERS_TOO, seen_package
from tinhgon.ui.api import PROBLEMS, Cursor, Limit, Page, page, public

router = Router()


class LineOut(Schema):
    """Something that was done to a package; several alike on one day are one line."""

    act: str = Field(description="As the record of acts calls it: plan.drafted, plan.edited …")
    at: datetime = Field(description="When it was recorded; of several, the last.")
    on: date = Field(description="The legal day of the act.")
    times: int
    says: str
    who: str = Field(description="A name only for programs of those who plan.")
    facts: list[str]
    digest: str = Field(description="The seal that was set, lifted or approved; else empty.")


@router.get(
    "/plans/{code}/history",
    response={200: Page[LineOut], **PROBLEMS},
    operation_id="get_plan_history",
    auth=PLANNERS_TOO,
)
@public
def get_plan_history(request: HttpRequest, code: str, cursor: Cursor, limit: Limit) -> Any:
    """All that was done to a package, the first first; from the record of acts."""
    package = seen_package(request, code)
    caller, scopes = request.auth  # type: ignore[attr-defined]
    named = may_consult(caller, package, on=localdate(), scopes=scopes)
    return page(told(lines(package, named=named), named=named), cursor, limit)

"""A work goes down to units below, for programs."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import localdate
from ninja import Field, Router, Schema, Status

from tinhgon.registry.models import Unit
from tinhgon.staff.api.asked import not_allowed
from tinhgon.ui.api import PROBLEMS, Body, Problem, caller, needs
from tinhgon.work.api import known, refusals
from tinhgon.work.carrying_out import entitled
from tinhgon.work.cascade.words import fault_documents
from tinhgon.work.custody.actions import cascade
from tinhgon.work.custody.below import Sort, picked
from tinhgon.work.custody.planning import MOST, NotAll, Part, planned
from tinhgon.work.entitlement import permission_of
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.refusals import refusal_words
from tinhgon.work.standing import Standing, check_now

router = Router(tags=["work"])


class UnitsBelowIn(Body):
    """Which units below: those named, or else all of a kind, without some of them.

    `area` is the kind of the areas in which bodies of the kind stand; all of them without it.
    """

    units: list[str] = Field([], max_length=MOST, description="Keys of units, or codes on the day.")
    kind: str = Field("", max_length=100)
    area: str = Field("", max_length=100)
    without: list[str] = Field([], max_length=MOST)


class CascadeIn(UnitsBelowIn):
    """What each unit is given; what is not said is as in the whole. `dry_run` only looks."""

    title: str = Field("", max_length=500)
    product: str = Field("", max_length=500)
    due: date | None = None
    clarities: dict[str, str] = {}
    dry_run: bool = False


class CascadeFaultOut(Schema):
    """Why a unit cannot be given its part; without a unit, why none can."""

    unit: str | None
    code: str
    detail: str


class CascadedOut(Schema):
    """The units that have a part now, and the keys of the parts; or what would be wrong."""

    units: list[str]
    parts: list[str]
    faults: list[CascadeFaultOut]
    dry_run: bool


@router.post(
    "/works/{key}/cascade", response={201: CascadedOut, **PROBLEMS}, operation_id="cascade_work"
)
@needs(WorkPermission.SEE)
def cascade_work(request: HttpRequest, key: str, body: CascadeIn) -> Any:
    """Give each of the units below a part of a work, all of them or none."""
    _by, scopes = request.auth  # type: ignore[attr-defined]
    by, standing = caller(request), known(request, key)
    if (needed := permission_of("cascade")) not in scopes:
        raise not_allowed(needed, standing.held.unit.key)
    units = chosen(body, standing.held.unit.key)
    part = Part(**body.dict(include={"title", "product", "due", "clarities"}))
    told = {"units": [unit.key for unit in units], "parts": [], "faults": []}
    now = timezone.now()
    with refusals(), entitled("cascade", standing.work, by=by, at=now) as held:
        if body.dry_run:
            return Status(201, {**told, "faults": _faults(held, units, part, now), "dry_run": True})
        try:
            made = cascade(held.work, by=by, at=now, units=units, part=part)
        except NotAll as wrong:
            faults = fault_documents(wrong.faults)
            raise Problem(409, wrong.code, refusal_words(wrong), faults=faults) from None
    return Status(201, {**told, "parts": [one.key for one in made], "dry_run": False})


def chosen(body: UnitsBelowIn, key: str) -> list[Unit]:
    """The units that a body asks for."""
    sort = Sort(body.kind, body.area) if body.kind else None
    return picked(key, localdate(), sort=sort, named=body.units, without=body.without)


def _faults(
    standing: Standing, units: list[Unit], part: Part, now: datetime
) -> list[dict[str, Any]]:
    check_now(standing, "cascade", now)
    return fault_documents(planned(standing, units, part, now).faults)

"""Mandates of bodies: who leads and takes part in what, on a day; assigning and withdrawing."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema, Status

from tinhgon.registry import queries
from tinhgon.registry.api.named import instrument_named
from tinhgon.registry.mandate import actions
from tinhgon.registry.mandate.held import mandates
from tinhgon.registry.mandate.refusals import refusal_words
from tinhgon.registry.mandate.words import held_document
from tinhgon.registry.models import Mandate, Unit
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.ui.api import (
    PROBLEMS,
    Body,
    Cursor,
    Limit,
    On,
    Page,
    Problem,
    caller,
    needs,
    page,
    public,
)

router = Router()


class MandateOut(Schema):
    """What a body is charged with, from `start` up to, not including, `end`."""

    id: int
    unit: str = Field(description="Key of the body.")
    function: str = Field(description="Key in the jurisdiction's catalogue.")
    area: str = Field(description="Key of the area.")
    role: str = Field(description="lead or takes-part; one body leads on any day.")
    start: date | None
    end: date | None
    instrument: str | None
    source: str


class MandateIn(Body):
    """A mandate to be assigned."""

    unit: str
    function: str
    area: str
    role: str = Mandate.LEAD
    on: date = Field(description="The first day.")
    until: date | None = Field(None, description="The first day after.")
    under: str | None = Field(None, description="Number of the instrument.")
    instead: bool = Field(False, description="Take the lead from whoever has it that day.")


class MandateEndIn(Body):
    """From which day a mandate is no longer in force."""

    on: date
    under: str | None = None


@router.get(
    "/mandates",
    response={200: Page[MandateOut], **PROBLEMS},
    operation_id="list_mandates",
    auth=None,
)
@public
def list_mandates(
    request: HttpRequest,
    when: Annotated[On, Query()],
    cursor: Cursor,
    limit: Limit,
    unit: str | None = None,
    area: str | None = None,
    function: str | None = None,
) -> Any:
    """The mandates in force on a day: of one body, over one area, of one function."""
    units = [queries.unit(unit, when.day).key] if unit else None
    areas = [queries.unit(area, when.day).key] if area else None
    found = mandates(when.day, units=units, areas=areas, function=function)
    listed = page(found, cursor, limit)
    return {**listed, "items": [held_document(one) for one in listed["items"]]}


@router.post("/mandates", response={201: MandateOut, **PROBLEMS}, operation_id="assign_mandate")
@needs(RegistryPermission.MANDATE)
def assign_mandate(request: HttpRequest, body: MandateIn) -> Any:
    """Charge a body with a function over an area."""
    unit, area = _unit(body.unit), _unit(body.area)
    by = _keeper(request, unit, area)
    if body.role not in dict(Mandate.ROLES):
        words = _("Not known here. Known: %(known)s.") % {"known": ", ".join(dict(Mandate.ROLES))}
        raise Problem(422, "unknown-role", words, fact="role")
    try:
        made = actions.assign(
            unit,
            by=by,
            function=body.function,
            area=area,
            on=body.on,
            until=body.until,
            role=body.role,
            under=instrument_named(body.under),
            instead=body.instead,
        )
    except actions.Unassignable as wrong:
        raise Problem(422, wrong.code, refusal_words(wrong), fact=wrong.fact) from None
    return Status(201, _document(made))


@router.post(
    "/mandates/{mandate}/withdrawal",
    response={200: MandateOut, **PROBLEMS},
    operation_id="withdraw_mandate",
)
@needs(RegistryPermission.MANDATE)
def withdraw_mandate(request: HttpRequest, mandate: str, body: MandateEndIn) -> Any:
    """End a mandate on a day."""
    rows = Mandate.objects.select_related("unit", "area")
    held = rows.filter(pk=int(mandate)).first() if mandate.isdecimal() else None
    if held is None:
        raise Problem(404, "no-such-mandate", _("There is no such mandate."))
    by = _keeper(request, held.unit, held.area)
    try:
        made = actions.withdraw(held, by=by, on=body.on, under=instrument_named(body.under))
    except actions.Unassignable as wrong:
        raise Problem(422, wrong.code, refusal_words(wrong), fact=wrong.fact) from None
    return _document(made)


def _unit(given: str) -> Unit:
    return queries.unit(given, localdate())


def _keeper(request: HttpRequest, *over: Unit) -> Any:
    """Who calls, if they may keep mandates of all these."""
    by, today = caller(request), localdate()
    if not all(by.may(RegistryPermission.MANDATE, unit=one.key, on=today) for one in over):
        raise Problem(403, "not-allowed", _("You may not keep the mandates of this unit."))
    return by


def _document(made: Mandate) -> dict[str, Any]:
    return {
        "id": made.pk,
        "unit": made.unit.key,
        "function": made.function,
        "area": made.area.key,
        "role": made.role,
        "start": made.valid_from,
        "end": made.valid_to,
        "instrument": made.instrument.number if made.instrument else None,
        "source": made.source,
    }

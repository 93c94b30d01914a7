"""What may be done to mandates: assign one to a body (giao nhiệm vụ), withdraw it (thu lại)."""

from datetime import date
from typing import Any

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.domain.functions import Function
from tinhgon.domain.periods import Period, first_gap
from tinhgon.registry.models import Mandate, Unit, Version
from tinhgon.registry.queries import jurisdiction


class Unassignable(Exception):
    """A mandate that cannot be: `fact` is the box that is wrong, `code` says why."""

    def __init__(self, fact: str, code: str, **facts: Any) -> None:
        super().__init__(f"{fact}: {code}")
        self.fact, self.code, self.facts = fact, code, facts


@act
def assign(
    unit: Unit,
    *,
    by: Actor,
    function: str,
    area: Unit,
    on: date,
    until: date | None = None,
    role: str = Mandate.LEAD,
    under: Instrument | None = None,
    instead: bool = False,
) -> Mandate:
    """Charge a body with a function over an area from a day on, to lead it or to take part.

    With `instead` it takes the lead from whoever has it, whose mandate ends that day. Raises
    `Unassignable`.
    """
    if until is not None and until <= on:
        raise Unassignable("until", "ends-before-it-starts")
    period = Period(on, until)
    _check_function(function, on)
    _check_units(unit, area, period)
    _check_own(unit, function, area, role, period)
    replaced = _make_room(function, area, period, under, instead) if role == Mandate.LEAD else []
    made = Mandate(
        unit=unit,
        function=function,
        area=area,
        role=role,
        leads=function if role == Mandate.LEAD else None,
        valid_from=on,
        valid_to=until,
        instrument=under,
    )
    made.full_clean()
    made.save()
    record(
        "registry.mandate-assigned",
        by=by,
        target=f"unit:{unit.key}",
        on=on.isoformat(),
        until=until.isoformat() if until else None,
        function=function,
        area=area.key,
        role=role,
        under=under.number if under else None,
        replaced=replaced,
    )
    return made


@act
def withdraw(mandate: Mandate, *, by: Actor, on: date, under: Instrument | None = None) -> Mandate:
    """End a mandate on a day: on the day itself it is no longer in force. Raises `Unassignable`."""
    held = Mandate.objects.select_for_update().select_related("unit", "area").get(pk=mandate.pk)
    if not _goes_on(held, on) or (held.valid_from and held.valid_from >= on):
        raise Unassignable("on", "not-in-force")
    held.valid_to, held.ended_under = on, under
    held.save()
    record(
        "registry.mandate-withdrawn",
        by=by,
        target=f"unit:{held.unit.key}",
        on=on.isoformat(),
        function=held.function,
        area=held.area.key,
        role=held.role,
        under=under.number if under else None,
    )
    return held


def _goes_on(held: Mandate, on: date) -> bool:
    return held.valid_to is None or held.valid_to > on


def _check_function(function: str, on: date) -> Function:
    known = jurisdiction().functions.get(function)
    if known is None or on not in known.period:
        raise Unassignable("function", "unknown-function", given=function)
    return known


def _check_units(unit: Unit, area: Unit, period: Period) -> None:
    """The body is one, the area is one, and both stand throughout."""
    words = jurisdiction()
    for fact, one, is_area in (("unit", unit, False), ("area", area, True)):
        rows = [*Version.objects.known_at().filter(unit=one).in_order()]
        if any(words.is_area(row.level) is not is_area for row in rows):
            raise Unassignable(fact, "not-an-area" if is_area else "not-a-body", given=one.key)
        if gap := first_gap(period, (row.period for row in rows)):
            raise Unassignable(fact, "not-standing", given=one.key, day=gap.start)


def _check_own(unit: Unit, function: str, area: Unit, role: str, period: Period) -> None:
    """The body does not have the same mandate already."""
    own = Mandate.objects.filter(unit=unit, function=function, area=area, role=role)
    if any(held.period.overlaps(period) for held in own):
        raise Unassignable("function", "already-assigned", given=function)


def _make_room(
    function: str, area: Unit, period: Period, under: Instrument | None, instead: bool
) -> list[str]:
    """End the leads of others over the same area where that is wished; else refuse."""
    others = Mandate.objects.select_for_update().filter(leads=function, area=area)
    leads = [held for held in others.select_related("unit") if held.period.overlaps(period)]
    for held in leads:
        begins_later = held.valid_from and period.start and held.valid_from >= period.start
        if not instead or begins_later:
            raise Unassignable("function", "led-by-another", given=held.unit.key)
        held.valid_to, held.ended_under = period.start, under
        held.save()
    return [held.unit.key for held in leads]

"""What may be done with working regulations: each version follows the one before it."""

from datetime import date

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.norms.models import Regulations
from tinhgon.norms.naming import unit_name
from tinhgon.norms.refusals import Refused
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import jurisdiction, unit_on


@act
def adopt(
    unit: Unit,
    *,
    by: Actor,
    number: str,
    on: date,
    under: Instrument | None = None,
    text: str = "",
) -> Regulations:
    """Record the working regulations of a body (ban hành quy chế làm việc), in force from a day.

    Those in force until then end the same day. Raises `Refused`.
    """
    stands = unit_on(unit.key, on)
    if stands is None:
        raise Refused("not-standing", unit=unit_name(unit.key), day=on)
    if jurisdiction().is_area(stands.level):
        raise Refused("not-a-body", unit=unit_name(unit.key, on))
    if not number.strip():
        raise Refused("no-number")
    held = unit.regulations
    later = held.filter(valid_from__gte=on).order_by("valid_from").first()
    if later:
        raise Refused("before-latest", day=later.valid_from)
    held.on(on).update(valid_to=on)
    made = held.create(
        number=number.strip(),
        instrument=under,
        text=text.strip(),
        valid_from=on,
        recorded_by=by.audit_name,
    )
    record("norms.regulations-adopted", by=by, target=f"unit:{unit.key}", number=number, on=on)
    return made


@act
def end(unit: Unit, *, by: Actor, on: date, reason: str) -> Regulations:
    """Let the working regulations of a body end on a day (bãi bỏ), without others in their place.

    Raises `Refused`.
    """
    if not reason.strip():
        raise Refused("no-reason")
    held = unit.regulations.on(on).exclude(valid_from=on).first()
    if held is None:
        raise Refused("none-in-force", day=on)
    held.valid_to = on
    held.save(update_fields=["valid_to"])
    target = f"unit:{unit.key}"
    record("norms.regulations-ended", by=by, target=target, on=on, reason=reason)
    return held

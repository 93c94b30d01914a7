"""Recording what the law asks about a unit, in force from a day."""

from datetime import date

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.norms.classes.aspects import ASPECTS, choices
from tinhgon.norms.models import Classification
from tinhgon.norms.naming import unit_name
from tinhgon.norms.refusals import Refused
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import unit_on


@act
def classify(
    unit: Unit,
    *,
    by: Actor,
    aspect: str,
    value: str,
    on: date,
    under: Instrument | None = None,
    reason: str = "",
) -> Classification:
    """Record a class of a unit (xếp loại, phân loại): what was recorded until then ends.

    Raises `Refused`.
    """
    if aspect not in ASPECTS:
        raise Refused("unknown-aspect", aspect=aspect, known=", ".join(ASPECTS))
    if value not in choices(aspect):
        raise Refused("unknown-value", value=value, known=", ".join(choices(aspect)))
    if not (under or reason.strip()):
        raise Refused("no-reason")
    if unit_on(unit.key, on) is None:
        raise Refused("not-standing", unit=unit_name(unit.key), day=on)
    held = unit.classifications.filter(aspect=aspect)
    later = held.filter(valid_from__gte=on).order_by("valid_from").first()
    if later:
        raise Refused("before-latest", day=later.valid_from)
    held.on(on).update(valid_to=on)
    made = unit.classifications.create(
        aspect=aspect,
        value=value,
        instrument=under,
        reason=reason.strip(),
        valid_from=on,
        recorded_by=by.audit_name,
    )
    facts = {"aspect": aspect, "value": value, "on": on}
    record("norms.classified", by=by, target=f"unit:{unit.key}", **facts)
    return made

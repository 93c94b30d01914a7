"""What may be done about norms: have the rules run, let something be, take that back."""

from datetime import date

from django.utils import timezone

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.domain.norms.judging import judge, rules
from tinhgon.norms.keeping import Found
from tinhgon.norms.models import Run, Waiver
from tinhgon.norms.naming import unit_name
from tinhgon.norms.reading import world_on
from tinhgon.norms.refusals import Refused
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import keys_answering
from tinhgon.temporal.bulk import collecting_later


@act
def run_norms(*, by: Actor, on: date) -> Run:
    """Judge the whole register as it stands on a day and keep what is found.

    Raises `Refused` for a day before the last one that is kept.
    """
    latest = Run.objects.order_by("-day").values_list("day", flat=True).first()
    if latest and on < latest:
        raise Refused("earlier-day", day=latest)
    with collecting_later():
        world = world_on(on)
        found = Found(judge(world), world)
    run = Run.objects.create(
        day=on,
        at=timezone.now(),
        by=by.audit_name,
        counts=found.counts,
        digest=found.digest,
    )
    kept = found.keep()
    record("norms.run", by=by, target="norms", day=on, counts=kept, digest=run.digest)
    return run


@act
def waive(
    unit: Unit,
    *,
    by: Actor,
    rule: str,
    authority: Unit,
    number: str,
    reason: str,
    on: date,
    until: date,
    under: Instrument | None = None,
) -> Waiver:
    """Let be what a rule finds of a unit (cho phép ngoại lệ), up to `until`, not including it.

    The authority stands above the unit; `number` is that of its decision.
    """
    if rule not in rules():
        raise Refused("unknown-rule", rule=rule)
    if not reason.strip():
        raise Refused("no-reason")
    if not number.strip():
        raise Refused("no-number")
    if until <= on:
        raise Refused("no-end")
    if unit == authority or authority.key not in keys_answering(unit.key, on):
        names = {"authority": unit_name(authority.key), "unit": unit_name(unit.key)}
        raise Refused("authority-not-above", **names, day=on)
    waiver = Waiver.objects.create(
        rule=rule,
        unit=unit,
        authority=authority,
        number=number.strip(),
        instrument=under,
        reason=reason.strip(),
        valid_from=on,
        valid_to=until,
        recorded_by=by.audit_name,
    )
    facts = {"authority": authority.key, "number": waiver.number, "on": on, "until": until}
    record("norms.waived", by=by, target=f"unit:{unit.key}", rule=rule, **facts)
    return waiver


@act
def revoke(waiver: Waiver, *, by: Actor, on: date, reason: str) -> Waiver:
    """Take a waiver back from a day on: what it let be stands open again."""
    if not reason.strip():
        raise Refused("no-reason")
    if waiver.revoked:
        raise Refused("revoked-already", day=waiver.revoked)
    if on not in waiver.period and waiver.valid_to and on >= waiver.valid_to:
        raise Refused("over-already", day=waiver.period.last_day)
    waiver.revoked = on
    waiver.save(update_fields=["revoked"])
    target = f"unit:{waiver.unit.key}"
    record("norms.waiver-revoked", by=by, target=target, waiver=waiver.pk, on=on, reason=reason)
    return waiver

"""What may be done with targets: set one, withdraw it."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Target
from tinhgon.staff.staffing import staffing


@act
def set_target(
    key: str,
    *,
    by: Actor,
    titles: Mapping[str, str],
    counts: str,
    percent: int,
    base_day: date,
    due_day: date,
    unit: Unit | None = None,
    bloc: str = "",
    base: int | None = None,
    under: Instrument | None = None,
    reason: str = "",
) -> Target:
    """Set a target for a unit or a bloc (đặt chỉ tiêu tinh giản biên chế), from its base day on.

    Raises `ValidationError` by the name of what is wrong.
    """
    made = Target(
        key=key,
        titles=dict(titles),
        unit=unit,
        bloc=bloc,
        counts=counts,
        base=base,
        base_day=base_day,
        percent=percent,
        due_day=due_day,
        instrument=under,
        reason=reason.strip(),
        valid_from=base_day,
    )
    _check(made)
    made.save()
    record(
        "target.set",
        by=by,
        target=f"target:{key}",
        unit=unit.key if unit else None,
        bloc=bloc or None,
        counts=counts,
        base=base,
        base_day=base_day.isoformat(),
        percent=percent,
        due=due_day.isoformat(),
        under=under.number if under else None,
        reason=made.reason,
    )
    return made


@act
def withdraw(target: Target, *, by: Actor, on: date, reason: str) -> None:
    """Let a target be in force no longer from a day on (bãi bỏ chỉ tiêu tinh giản biên chế)."""
    if target.valid_from and on <= target.valid_from:
        raise ValidationError({"on": _("A target is withdrawn after its base day.")})
    target.valid_to = on
    target.full_clean()
    target.save(update_fields=["valid_to"])
    facts = {"on": on.isoformat(), "reason": reason}
    record("target.withdrawn", by=by, target=f"target:{target.key}", **facts)


def _check(target: Target) -> None:
    """Refuse a target that cannot be, in a sentence by the name of what is wrong."""
    bases, blocs = staffing().bases, directory().jurisdiction.blocs
    if target.counts not in bases:
        words = _("There is no such base of a target. There are: %(known)s.")
        raise ValidationError({"counts": words % {"known": ", ".join(bases)}})
    if (target.unit is None) == (not target.bloc):
        raise ValidationError({"unit": _("Name a unit or a bloc, one of the two.")})
    if target.bloc and target.bloc not in blocs:
        words = _("There is no such bloc. There are: %(known)s.")
        raise ValidationError({"bloc": words % {"known": ", ".join(blocs)}})
    if target.due_day <= target.base_day:
        raise ValidationError({"due_day": _("It is due after its base day.")})
    if not target.instrument and not target.reason:
        words = _("Say under which instrument this is done, or give the reason.")
        raise ValidationError({"instrument": words})
    target.full_clean()
    others = Target.objects.filter(key=target.key, valid_to=None)
    if others.exists():
        raise ValidationError({"key": _("There is a target of this name already.")})

"""What acts upon committees refuse, each in a sentence by the name of what is wrong."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.models import Committee
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import unit_on
from tinhgon.ui import writing


def check_committee(committee: Committee, on: date) -> None:
    """Refuse what is to hold of a committee on a day on which it is not there.

    Until the act is done nobody else does anything with this committee.
    """
    held = Committee.objects.select_for_update(no_key=True).get(pk=committee.pk)
    if on not in held.period:
        words = _("There is no such committee on %(day)s: it is there %(period)s.")
        period = writing.period(held.valid_from, held.valid_to)
        raise ValidationError(words % {"day": writing.day(on), "period": period}, code="not-there")


def check_stands(unit: Unit, on: date, box: str = "unit") -> None:
    """Refuse a unit that does not stand on a day."""
    if unit_on(unit.key, on) is None:
        raise ValidationError({box: _("The unit does not stand on that day.")})


def check_reason(reason: str) -> None:
    """Refuse an act without a reason."""
    if not reason.strip():
        raise ValidationError({"reason": _("Give the reason: it stays with the committee.")})


def check_past(on: date, at: datetime) -> None:
    """Refuse a day that has not come yet."""
    if on > localdate(at):
        raise ValidationError({"on": _("%(day)s has not come yet.") % {"day": writing.day(on)}})

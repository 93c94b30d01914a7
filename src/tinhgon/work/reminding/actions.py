"""What may be done with one's reminders: choose of what one is reminded, and how."""

from collections.abc import Mapping
from typing import Any

from tinhgon.accounts.models import User
from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.work.models import Reminders
from tinhgon.work.models.reminding import reminders_of

CHOSEN = (
    *("came", "due", "late", "report", "extension", "answered"),
    *("days", "own", "of_unit", "language"),
)
"""What is chosen, by name."""


@act
def choose(user: User, *, by: Actor, chosen: Mapping[str, Any]) -> Reminders:
    """Choose of what somebody is reminded, and how (chọn nhắc việc).

    Of what is not named all stays as it was. Raises `ValidationError`.
    """
    made = reminders_of(user)
    for name in CHOSEN:
        if name in chosen:
            setattr(made, name, chosen[name])
    made.full_clean(validate_unique=False)
    made.days = sorted({*made.days}, reverse=True)
    made.save()
    facts = {name: getattr(made, name) for name in CHOSEN}
    record("work.reminders-chosen", by=by, target=user.audit_name, **facts)
    return made

"""What may be done with the calendar: a day off, or one worked after all, is announced."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.domain.worktime.calendars import ONE_DAY
from tinhgon.ui import writing
from tinhgon.work.calendar.keeping import now, write
from tinhgon.work.models import Notice


@act
def announce(
    days: list[date], *, by: Actor, works: bool, on: date, number: str, reason: str
) -> list[str]:
    """Announce that days are off, or worked after all (thông báo nghỉ); the days that changed.

    `on` is the day from which it could be known, `number` that of the notice. What is due then is
    due by the calendar as it is known now; no work is written. Raises `ValidationError`.
    """
    _said, known = now()
    for day in days:
        notice = Notice(day=day, works=works, number=number, known=on, reason=reason)
        notice.full_clean()
        if not known.first <= day < known.end:
            words = _("The calendar goes from %(first)s to %(last)s.")
            facts = {"first": writing.day(known.first), "last": writing.day(known.end - ONE_DAY)}
            raise ValidationError({"day": words % facts})
        notice.save()
    said, _known = now()
    changed = write(said)
    record(
        "calendar.announced",
        by=by,
        target="calendar",
        days=[day.isoformat() for day in days],
        works=works,
        on=on.isoformat(),
        number=number,
        reason=reason,
        changed=changed,
    )
    return changed

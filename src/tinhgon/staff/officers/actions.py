"""What may be done with officers: enter one, amend what is personal, read it."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.staff.models import Officer, Particulars
from tinhgon.staff.staffing import staffing


@act
def enter(
    key: str,
    *,
    by: Actor,
    name: str,
    born: date | None = None,
    retires_as: str = "",
    user: Any = None,
    invented: bool = False,
) -> Officer:
    """Enter an officer (nhập hồ sơ cán bộ). The record names the number alone, nothing personal.

    Raises `ValidationError` by the name of what is wrong.
    """
    officer = Officer(key=key, user=user, invented=invented)
    officer.full_clean()
    officer.save()
    _keep(Particulars(officer=officer, name=name, born=born, retires_as=retires_as))
    record("officer.entered", by=by, target=f"officer:{key}", user=user and user.audit_name)
    return officer


@act
def amend(officer: Officer, *, by: Actor, reason: str, **right: Any) -> Particulars:
    """Put right what is personal of an officer (sửa thông tin cá nhân): name, born, retires_as."""
    held = officer.particulars
    for name, value in right.items():
        setattr(held, name, value)
    _keep(held)
    changed = sorted(right)
    record("officer.amended", by=by, target=f"officer:{officer.key}", what=changed, reason=reason)
    return held


@act
def read(
    officers: Collection[Officer], *, by: Actor, about: str, what: str = "names"
) -> dict[int, Particulars]:
    """Read what is personal of officers (đọc thông tin cá nhân), by officer; that is recorded.

    `about` names the page, unit or list for which it is read, `what` says how much is shown.
    """
    held = Particulars.objects.filter(officer__in=[one.pk for one in officers])
    found = {one.officer_id: one for one in held}
    keys = sorted(one.key for one in officers)
    if keys:
        record("officers.read", by=by, target=about, what=what, rows=keys)
    return found


def _keep(particulars: Particulars) -> None:
    """Write what is personal, if it can be so."""
    groups = staffing().retirement.groups if staffing().retirement else {}
    if particulars.retires_as and particulars.retires_as not in groups:
        words = _("There is no such group. There are: %(known)s.")
        raise ValidationError({"retires_as": words % {"known": ", ".join(groups)}})
    particulars.full_clean()
    particulars.save()

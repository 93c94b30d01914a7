"""Which work is meant, for whoever may see it: what they may not see is not there."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tinhgon.ui.errors import NotHere
from tinhgon.work.entitlement import Rights
from tinhgon.work.models import Work
from tinhgon.work.standing import Standing


def work_known(key: str, by: Any, *, on: date) -> Standing:
    """A work by its key. Raises `NotHere` alike where there is none and where it is not theirs."""
    work = Work.objects.select_related("giver", "instrument", "parent").filter(key=key).first()
    standing = Standing(work) if work else None
    if standing is None or not Rights(standing, by, on).sees:
        raise NotHere(_("There is no work “%s” among those that you may see.") % key[:64])
    return standing

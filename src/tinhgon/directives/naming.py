"""Which directive is meant, for whoever may read it: what they may not read is not there."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tinhgon.directives.entitlement import reads
from tinhgon.directives.models import Directive, Task
from tinhgon.ui.errors import NotHere

MOST = 2**62


def directive_known(key: str, by: Any, *, on: date) -> Directive:
    """A directive by its key. Raises `NotHere` alike where there is none and where it is hidden."""
    rows = Directive.objects.select_related("unit", "instrument", "carries_out")
    found = rows.filter(key=key).first()
    if found is None or not reads(found, by, on=on):
        raise NotHere(_("There is no directive “%s” among those that you may read.") % key[:64])
    return found


def task_known(directive: Directive, id: int) -> Task:
    """A task of a directive by its id, which stays whatever becomes of the others."""
    found = directive.tasks.select_related("officer").filter(pk=id).first() if id < MOST else None
    if found is None:
        raise NotHere(_("This directive has no such task (any more)."))
    found.directive = directive
    return found

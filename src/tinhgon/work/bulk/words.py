"""Why nothing was done with some of many works, in a line each."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from tinhgon.staff.staffing import Names
from tinhgon.work.bulk.actions import NotDone
from tinhgon.work.entitlement import NotEntitled
from tinhgon.work.refusals import refusal_words


def reasons(not_done: Iterable[NotDone]) -> list[tuple[NotDone, str]]:
    """Each with why, in the reader's language; names are read once."""
    rows = [*not_done]
    names = Names() if rows else None
    return [(one, _reason(one, names)) for one in rows]


def _reason(one: NotDone, names: Names | None) -> str:
    if one.why is None:
        return _("There is no work “%s” among those that you may see.") % one.key[:64]
    if isinstance(one.why, NotEntitled):
        unit = names.unit(one.why.unit) if names else one.why.unit
        return _("You do not answer for %s.") % unit
    return refusal_words(one.why, names=names)


def code(one: NotDone) -> str:
    """Why, for programs."""
    if one.why is None:
        return "not-here"
    if isinstance(one.why, NotEntitled):
        return "not-allowed"
    return getattr(one.why, "code", "not-now")

"""Targets in words: for whom they are, what they count, and how the rest can be paid."""

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tinhgon.staff.models import Target
from tinhgon.staff.staffing import Names
from tinhgon.staff.targets.progress import Outlook, Progress
from tinhgon.ui import writing

OUTLOOKS: dict[Outlook, Promise] = {
    Outlook.MET: _("Met: %(held)s posts, at most %(cap)s"),
    Outlook.BY_VACANCIES: _(
        "Can be met at once: %(vacant)s posts are vacant, %(left)s must still go"
    ),
    Outlook.IN_TIME: _(
        "Paid in %(year)s, in time: %(to_retire)s must retire once vacant posts have lapsed"
    ),
    Outlook.LATE: _(
        "Paid in %(year)s, too late: %(to_retire)s must retire once vacant posts have lapsed"
    ),
    Outlook.SHORT: _(
        "Not paid by retirements: %(short)s are missing, as far as days of birth are known"
    ),
}
LOOKS = {
    Outlook.MET: "green",
    Outlook.BY_VACANCIES: "blue",
    Outlook.IN_TIME: "blue",
    Outlook.LATE: "amber",
    Outlook.SHORT: "amber",
}
TAGS: dict[Outlook, Promise] = {
    Outlook.MET: _("Met"),
    Outlook.BY_VACANCIES: _("Can be met"),
    Outlook.IN_TIME: _("In time"),
    Outlook.LATE: _("Too late"),
    Outlook.SHORT: _("Not paid"),
}


def outlook_words(found: Progress) -> str:
    """How what is left can be paid, in one sentence."""
    numbers = {
        "held": found.reckoning.held,
        "cap": found.reckoning.cap,
        "left": found.reckoning.left,
        "vacant": found.vacant,
        "to_retire": found.to_retire,
        "short": found.short,
    }
    said = {name: writing.count(number) for name, number in numbers.items()}
    year = str(found.paid_on.year) if found.paid_on else ""
    return str(OUTLOOKS[found.outlook]) % {**said, "year": year}


def about(target: Target, names: Names) -> str:
    """For whom a target is set: a unit with all below it, or a bloc."""
    if target.unit is not None:
        return names.unit(target.unit.key)
    blocs = names.register.jurisdiction.blocs
    return blocs[target.bloc].in_(get_language() or "") if target.bloc in blocs else target.bloc


def counted(target: Target, names: Names) -> str:
    """What a target counts."""
    bases = names.staffing.bases
    return (
        bases[target.counts].in_(get_language() or "") if target.counts in bases else target.counts
    )

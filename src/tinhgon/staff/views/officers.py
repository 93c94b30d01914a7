"""The page of a person, for whoever may see it; what is personal only for whoever may read it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.registry.directory import directory
from tinhgon.registry.naming import unit_url
from tinhgon.staff.models import Assignment, Officer
from tinhgon.staff.officers import actions
from tinhgon.staff.officers.queries import career, may_see, units_of
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.staffing import staffing
from tinhgon.ui.doors import needs
from tinhgon.ui.errors import NotHere
from tinhgon.ui.panels import panels


@needs(StaffPermission.SEE)
def officer(request: HttpRequest, key: str) -> HttpResponse:
    """Where somebody works and worked; the day of birth and of retirement for few."""
    subject, today = _known(key), localdate()
    assignments = career(subject)
    units = units_of(assignments, today)
    if not may_see(request.user, units, StaffPermission.SEE, on=today):
        raise PermissionDenied
    reads = may_see(request.user, units, StaffPermission.PERSONAL, on=today)
    what = "particulars" if reads else "names"
    by = request.user
    found = actions.read([subject], by=by, about=f"officer:{key}", what=what)  # type: ignore[arg-type]
    particulars = found[subject.pk]
    rule = staffing().retirement
    context = {
        "officer": subject,
        "name": particulars.name,
        "particulars": particulars if reads else None,
        "retires": rule.day(particulars.born, particulars.retires_as)
        if reads and rule and particulars.born
        else None,
        "mark": rule.mark if rule else "K",
        "ages_by": rule.source if rule else None,
        "rows": [(one, _places(one)) for one in assignments],
        "keeps": may_see(request.user, units, StaffPermission.KEEP, on=today),
        "today": today,
        "panels": panels("officer", request, subject),
    }
    return render(request, "staff/officer.html", context)


def _known(key: str) -> Officer:
    found = Officer.objects.filter(key=key).first()
    if found is None:
        raise NotHere(_("Nobody was entered under the number “%s”.") % key[:64])
    return found


def _places(assignment: Assignment) -> list[tuple[str, str, str]]:
    """Where a post stood while somebody was in it: its title, the unit, the page of that."""
    register = directory()
    found = []
    for placed in assignment.post.placements.all():
        if placed.period.overlaps(assignment.period):
            unit = placed.unit.key
            found.append((placed.title, register.full_name(register.latest(unit)), unit_url(unit)))
    return found

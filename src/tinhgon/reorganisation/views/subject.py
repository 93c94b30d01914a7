"""The package or plan that an address names, if the reader may see it; else 404 with candidates."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.reorganisation import queries
from tinhgon.reorganisation.deciding.entitlement import may_edit
from tinhgon.reorganisation.models import Package, Plan
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.words import STATES
from tinhgon.ui import writing
from tinhgon.ui.errors import NotAllowed, NotHere

MOST_INSTEAD = 5

BEYOND = gettext_lazy(
    "This concerns more than the units for which you draft plans. Whoever drafts for the unit "
    "above all of them may do it."
)


def package_of(request: HttpRequest, code: str) -> Package:
    """The package of a code."""
    seen = queries.visible_to(request.user, on=localdate())
    found = seen.filter(code=code).first()
    if found is None:
        instead = [
            (one.get_absolute_url(), one.title, f"{writing.day(one.day)}, {STATES[one.state]}")
            for one in seen[:MOST_INSTEAD]
        ]
        raise NotHere(_("There is no package “%s”.") % code[:60], instead)
    return found


def plan_of(package: Package, code: str) -> Plan:
    """A plan of a package."""
    found = queries.plans_of(package).filter(code=code).first()
    if found is None:
        whole = (package.get_absolute_url(), package.title, "")
        raise NotHere(_("This package has no plan “%s”.") % code[:60], [whole])
    return found


def ask_to_edit(request: HttpRequest, package: Package) -> None:
    """Go on only if the reader works on this draft; else 403 that says why."""
    if may_edit(request.user, package):
        return
    drafts = request.user.is_authenticated and request.user.may(
        PlanPermission.DRAFT, on=localdate()
    )
    raise beyond() if drafts else PermissionDenied


def beyond() -> NotAllowed:
    """403 for whoever drafts, but not for all that is concerned."""
    return NotAllowed(str(BEYOND))


def crumbs_to(package: Package | None = None) -> list[tuple[str, str]]:
    """The way to what is below a package, or to a package itself."""
    plans = (_("Plans"), reverse("reorganisation:packages"))
    return [plans, (package.title, package.get_absolute_url())] if package else [plans]

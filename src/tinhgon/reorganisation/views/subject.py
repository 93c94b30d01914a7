"""The package or plan that an address names, if the reader may see it; else 404 with candidates."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.reorganisation import queries
from tinhgon.reorganisation.models import Package, Plan
from tinhgon.reorganisation.words import STATES
from tinhgon.ui import writing
from tinhgon.ui.errors import NotHere

MOST_INSTEAD = 5


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


def crumbs_to(package: Package | None = None) -> list[tuple[str, str]]:
    """The way to what is below a package, or to a package itself."""
    plans = (_("Plans"), reverse("reorganisation:packages"))
    return [plans, (package.title, package.get_absolute_url())] if package else [plans]

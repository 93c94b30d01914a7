"""What the commands share: the package that is named, an act carried out."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.reorganisation import queries
from tinhgon.reorganisation.deciding.entitlement import NotEntitled, ask_to_edit, decide
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.models import Package, Plan
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.ui.commands import REFUSED, acting, fail


def seen_packages() -> QuerySet[Package]:
    """The packages that whoever runs the command may read."""
    return queries.visible_to(acting(), on=localdate())


def seen_package(code: str) -> Package:
    """The package of a code; without it the command ends."""
    found = seen_packages().filter(code=code).first()
    if found is None:
        fail(_("There is no package “%s”.") % code, REFUSED)
    assert found
    return found


def package_to_edit(code: str) -> Package:
    """The package of a code that whoever runs the command works on; else the command ends."""
    package = seen_package(code)
    try:
        ask_to_edit(acting(), package)
    except NotEntitled as refused:
        fail(refusal_words(refused)[0], REFUSED)
    return package


def plan_in(package: Package, code: str) -> Plan:
    """The plan of a code in a package; without it the command ends."""
    found = package.plans.filter(code=code).first()
    if found is None:
        fail(_("This package has no plan “%s”.") % code[:60], REFUSED)
    assert found
    found.package = package
    return found


def carried_out(act: Callable[..., Any], package: Package, permission: str, **options: Any) -> Any:
    """What an act on a package gives; a refusal is told in words and ends the command."""
    try:
        return decide(act, package, by=acting(), permission=permission, **options)
    except (NotEntitled, *REFUSALS) as refused:
        names = names_of(package, rearrangement(package))
        fail("\n".join(refusal_words(refused, names)), REFUSED)

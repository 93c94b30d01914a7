"""What the commands share: the package that is named, an act carried out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.reorganisation import queries
from tinhgon.reorganisation.deciding.entitlement import (
    NotEntitled,
    ask_to_edit,
    begin,
    decide,
    edit,
)
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.editing.refusals import EDIT_REFUSALS, edit_refusal_words
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
    with told():
        ask_to_edit(acting(), package)
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


def edited(act: Callable[..., Any], subject: Package | Plan, **said: Any) -> Any:
    """What an edit of a draft, or of a plan of it, gives; a refusal ends the command."""
    with told():
        return edit(act, subject, by=acting(), **said)


def begun(act: Callable[..., Package], given: Any, **said: Any) -> Package:
    """The draft that an act makes of what is given; a refusal ends the command."""
    with told():
        return begin(act, given, by=acting(), **said)


@contextmanager
def told() -> Iterator[None]:
    """Why an edit is refused is told in words and ends the command."""
    try:
        yield
    except EDIT_REFUSALS as refused:
        fail(edit_refusal_words(refused), REFUSED)

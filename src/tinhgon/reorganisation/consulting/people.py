"""Who reads what is said about a package, and who may say something."""

from collections.abc import Collection
from datetime import date
from typing import Any

from tinhgon.reorganisation.consulting.actions import CONSULTED
from tinhgon.reorganisation.models import Invitation, Package
from tinhgon.reorganisation.permissions import PlanPermission

EVERY_SCOPE = tuple(PlanPermission)


def may_consult(
    user: Any, package: Package, *, on: date, scopes: Collection[str] = EVERY_SCOPE
) -> bool:
    """Whether somebody reads what is said about a package and who does what: planners, the invited.

    `scopes` limits what a program may do in somebody's name.
    """
    planning = [permission for permission in PlanPermission if permission in scopes]
    if not (planning and getattr(user, "is_authenticated", False)):
        return False
    return bool(user.may_any(planning, on=on)) or is_invited(user, package)


def may_comment(
    user: Any, package: Package, *, on: date, scopes: Collection[str] = EVERY_SCOPE
) -> bool:
    """Whether somebody may say something about a package now."""
    return package.state in CONSULTED and may_consult(user, package, on=on, scopes=scopes)


def is_invited(user: Any, package: Package) -> bool:
    """Whether somebody was invited to read a draft."""
    known = getattr(user, "pk", None)
    return known is not None and Invitation.objects.filter(package=package, reader=known).exists()

"""Who decides about a package, and on which day: asked alike by pages, API and commands.

A role over a part of the apparatus decides about packages that stay within that part.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from tinhgon.reorganisation.actions import Outcome
from tinhgon.reorganisation.keeping import began
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.queries import held
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.temporal.gate import behind_gate
from tinhgon.ui.actors import EVERYWHERE


class NotEntitled(Exception):
    """Whoever acts does not answer for everything that the package concerns."""

    def __init__(self, permission: str) -> None:
        super().__init__(permission)
        self.permission = permission


class Ahead(Exception):
    """An act is said to be of a day that has not come."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


def may_decide(by: Any, permission: str, package: Package) -> bool:
    """Whether somebody holds a permission over all that a package concerns, today."""
    if not by.may(permission, on=localdate()):
        return False  # asked first: what a package concerns may take a while to find out
    ground = rearrangement(package).ground or EVERYWHERE
    return bool(by.may(permission, on=localdate(), unit=ground))


def may_edit(by: Any, package: Package) -> bool:
    """Whether somebody works on a draft today: who drafts for all that it concerns, or began it.

    A new draft concerns nothing yet. Whoever began one goes on with it even where it has come to
    concern more than they draft for: it binds nobody, and they must be able to take that back.
    """
    today = localdate()
    if not by.is_authenticated:
        return False
    if by.may(PlanPermission.DRAFT, on=today, unit=EVERYWHERE):
        return True
    if not by.may(PlanPermission.DRAFT, on=today):
        return False
    if began(by, package):
        return True
    done = rearrangement(package)
    if not (done.old or done.new):
        return True
    return bool(by.may(PlanPermission.DRAFT, on=today, unit=done.ground or EVERYWHERE))


def ask_to_edit(by: Any, package: Package) -> None:
    """Go on only if somebody works on this draft; else raises `NotEntitled`."""
    if not may_edit(by, package):
        raise NotEntitled(PlanPermission.DRAFT)


def decide(
    act: Callable[..., Outcome],
    package: Package,
    *,
    by: Any,
    permission: str,
    on: date | None = None,
    **options: Any,
) -> Outcome:
    """Carry out an act on a package, today unless another day is named.

    Raises `NotEntitled`, `Ahead`, and whatever the act raises.
    """
    today = localdate()
    _ask(by, permission, package)
    if on and on > today:
        raise Ahead(on)
    with behind_gate(alone=True):
        _ask(by, permission, held(package))  # until here rights and register might have changed
        return act(package, by=by, on=on or today, **options)


def _ask(by: Any, permission: str, package: Package) -> None:
    if not may_decide(by, permission, package):
        raise NotEntitled(permission)

"""Who decides about a package, and on which day: asked alike by pages, API and commands.

A role over a part of the apparatus decides about packages that stay within that part.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, TypeVar

from django.utils.timezone import localdate

from tinhgon.reorganisation.actions import Outcome
from tinhgon.reorganisation.models import Package, Plan
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.queries import held
from tinhgon.reorganisation.rearrangement.reading import as_it_stands, rearrangement
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.temporal.gate import behind_gate
from tinhgon.ui.actors import EVERYWHERE

Done = TypeVar("Done")


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
    """Whether somebody works on a draft today: whoever drafts for all that it concerns.

    A draft that concerns nothing yet, or nothing any more, is open to whoever drafts for anything.
    What they put in must lie within what they draft for: `edit` and `begin` see to it.
    """
    return by.is_authenticated and _drafts_for(by, partial(rearrangement, package))


def ask_to_edit(by: Any, package: Package) -> None:
    """Go on only if somebody works on this draft; else raises `NotEntitled`."""
    if not may_edit(by, package):
        raise NotEntitled(PlanPermission.DRAFT)


def edit(act: Callable[..., Done], subject: Package | Plan, *, by: Any, **said: Any) -> Done:
    """Carry out an edit of a draft or of one of its plans, for whoever works on it.

    They must work on it before and after: what reaches beyond what they draft for is not put in.
    Raises `NotEntitled`, and whatever the act raises.
    """
    package = subject.package if isinstance(subject, Plan) else subject
    ask_to_edit(by, package)
    with behind_gate(alone=False):
        done = act(subject, by=by, **said)
        _ask_of_what_became(by, package)
        return done


def begin(act: Callable[..., Package], *given: Any, by: Any, **said: Any) -> Package:
    """Carry out an act that makes a draft, for whoever drafts for all that it concerns.

    Raises `NotEntitled`, and whatever the act raises.
    """
    with behind_gate(alone=False):
        package = act(*given, by=by, **said)
        _ask_of_what_became(by, package)
        return package


def _ask_of_what_became(by: Any, package: Package) -> None:
    if not _drafts_for(by, partial(as_it_stands, package)):
        raise NotEntitled(PlanPermission.DRAFT)


def _drafts_for(by: Any, concerned: Callable[[], Rearrangement]) -> bool:
    """Whether somebody drafts today for what is concerned, which may take a while to find out."""
    drafts = partial(by.may, PlanPermission.DRAFT, on=localdate())
    if drafts(unit=EVERYWHERE):
        return True
    if not drafts():
        return False
    done = concerned()
    return not (done.old or done.new) or bool(drafts(unit=done.ground or EVERYWHERE))


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

"""What the operations for programs share: the package that is asked for, an act carried out."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.accounts.tokens import TokenAuth
from tinhgon.reorganisation import actions, queries
from tinhgon.reorganisation.deciding.entitlement import NotEntitled, ask_to_edit, decide
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.models import Package, Plan
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.ui.api import Problem


def anybody(request: HttpRequest) -> tuple[None, frozenset[str]] | None:
    """Whoever sends no token may read what is public; one that opens nothing is refused."""
    return None if "Authorization" in request.headers else (None, frozenset())


PLANNERS_TOO = [TokenAuth(), anybody]
"""What is public to read, and more of it for a program of somebody who plans."""


def seen_packages(request: HttpRequest) -> Any:
    """The packages that the caller may read."""
    caller, scopes = request.auth  # type: ignore[attr-defined]
    return queries.visible_to(caller, on=localdate(), scopes=scopes)


def seen_package(request: HttpRequest, code: str) -> Package:
    """The package of a code that the caller may read; else a problem."""
    found: Package | None = seen_packages(request).filter(code=code).first()
    if found is None:
        raise Problem(404, "no-such-plan", _("There is no package “%s”.") % code[:60])
    return found


def package_to_edit(request: HttpRequest, code: str) -> Package:
    """The package of a code that the caller works on; else a problem."""
    package, (caller, _scopes) = seen_package(request, code), request.auth  # type: ignore[attr-defined]
    try:
        ask_to_edit(caller, package)
    except NotEntitled as refused:
        raise Problem(403, "not-allowed", refusal_words(refused)[0]) from None
    return package


def plan_in(package: Package, code: str) -> Plan:
    """The plan of a code in a package; else a problem."""
    found = package.plans.filter(code=code).first()
    if found is None:
        raise Problem(404, "no-such-plan", _("This package has no plan “%s”.") % code[:60])
    found.package = package
    return found


def carried_out(
    request: HttpRequest,
    act: Callable[..., Any],
    package: Package,
    permission: str,
    **options: Any,
) -> Any:
    """What an act on a package gives; a refusal becomes a problem in words."""
    caller, _scopes = request.auth  # type: ignore[attr-defined]
    try:
        return decide(act, package, by=caller, permission=permission, **options)
    except NotEntitled as refused:
        raise Problem(403, "not-allowed", refusal_words(refused)[0]) from None
    except actions.Blocked as blocked:
        raise Problem(
            422,
            "blocked",
            _("The package may not be enacted."),
            findings=refusal_words(blocked, names(package)),
        ) from None
    except REFUSALS as refused:
        raise Problem(409, "refused", " ".join(refusal_words(refused, names(package)))) from None


def names(package: Package) -> Names:
    """How units are called where a package is spoken of."""
    return names_of(package, rearrangement(package))

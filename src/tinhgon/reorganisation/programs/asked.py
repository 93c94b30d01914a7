"""What the operations for programs share: the package that is asked for, an act carried out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Header

from tinhgon.accounts.tokens import TokenAuth
from tinhgon.reorganisation import actions, queries
from tinhgon.reorganisation.deciding.entitlement import (
    NotEntitled,
    ask_to_edit,
    begin,
    decide,
    edit,
)
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.editing.actions import NoSuchPlace
from tinhgon.reorganisation.editing.refusals import (
    EDIT_REFUSALS,
    edit_refusal_code,
    edit_refusal_words,
)
from tinhgon.reorganisation.models import Package, Plan
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.ui.api import Problem, caller


def anybody(request: HttpRequest) -> tuple[None, frozenset[str]] | None:
    """Whoever sends no token may read what is public; one that opens nothing is refused."""
    return None if "Authorization" in request.headers else (None, frozenset())


PLANNERS_TOO = [TokenAuth(), anybody]
"""What is public to read, and more of it for a program of somebody who plans."""


IfMatch = Annotated[str | None, Header(alias="If-Match", description="The edition that was seen.")]

STATUSES: dict[type[Exception], int] = {NotEntitled: 403, NoSuchPlace: 404}
"""How programs are told that an edit was refused; else 409."""


def seen_packages(request: HttpRequest) -> Any:
    """The packages that the caller may read."""
    asking, scopes = request.auth  # type: ignore[attr-defined]
    return queries.visible_to(asking, on=localdate(), scopes=scopes)


def seen_package(request: HttpRequest, code: str) -> Package:
    """The package of a code that the caller may read; else a problem."""
    found: Package | None = seen_packages(request).filter(code=code).first()
    if found is None:
        raise Problem(404, "no-such-plan", _("There is no package “%s”.") % code[:60])
    return found


def package_to_edit(request: HttpRequest, code: str) -> Package:
    """The package of a code that the caller works on; else a problem."""
    package = seen_package(request, code)
    with _told():
        ask_to_edit(caller(request), package)
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
    try:
        return decide(act, package, by=caller(request), permission=permission, **options)
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


def edited(
    request: HttpRequest, act: Callable[..., Any], subject: Package | Plan, **said: Any
) -> Any:
    """What an edit of a draft, or of a plan of it, gives; a refusal becomes a problem in words."""
    with _told():
        return edit(act, subject, by=caller(request), **said)


def begun(request: HttpRequest, act: Callable[..., Package], given: Any, **said: Any) -> Package:
    """The draft that an act makes of what is given; a refusal becomes a problem in words."""
    with _told():
        return begin(act, given, by=caller(request), **said)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except EDIT_REFUSALS as refused:
        status, code = STATUSES.get(type(refused), 409), edit_refusal_code(refused)
        raise Problem(status, code, edit_refusal_words(refused)) from None


def edition_seen(edition: int | None, if_match: str | None) -> int:
    """The edition that a program saw, from the body or from `If-Match`; else a problem."""
    said = (if_match or "").strip('W/" ')
    if edition is not None:
        return edition
    if said.isascii() and said.isdigit():
        return int(said)
    words = _("Say which edition you saw: `edition`, or the header If-Match.")
    raise Problem(422, "no-edition", words)


def names(package: Package) -> Names:
    """How units are called where a package is spoken of."""
    return names_of(package, rearrangement(package))

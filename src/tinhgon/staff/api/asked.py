"""What the operations share: the caller, an officer by a number, refusals as problems."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.registry.bearers import askable
from tinhgon.staff.ledger.entitlement import NotEntitled
from tinhgon.staff.ledger.refusals import Refused, refusal_words
from tinhgon.staff.models import Officer, Placement
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.posts.standing import last_placed
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.api import Problem, caller

MEMBERS = {
    "due_day": "due",
    "staff_kind": "kind",
    "valid_from": "on",
    "valid_to": "until",
    "instrument": "under",
}
"""The member of a body for what an act calls otherwise."""


def require(request: HttpRequest, permission: StaffPermission, unit: str) -> None:
    """Go on only if the caller holds the permission for a unit today."""
    if not caller(request).may(permission, unit=unit, on=localdate()):
        raise not_allowed(permission, unit)


def post_kept(request: HttpRequest, key: str) -> Placement:
    """Where a post stands today or stood last, if the caller keeps the people there."""
    placed = last_placed(key, today=localdate())
    if placed is None:
        raise Problem(404, "no-such-post", _("There is no post “%s”.") % key[:64])
    require(request, StaffPermission.KEEP, placed.unit.key)
    return placed


def officer_named(key: str | None) -> Officer | None:
    """The officer of a number; None where none is named, a problem where there is none."""
    if key is None:
        return None
    found = Officer.objects.filter(key=askable(key)).first()
    if found is None:
        words = _("Nobody was entered under the number “%s”.") % key
        raise Problem(422, "no-such-officer", words, fact="officer")
    return found


@contextmanager
def refusals(**members: str) -> Iterator[None]:
    """What refuses an act is told as a problem; `members` are names of this body alone."""
    try:
        yield
    except NotEntitled as wrong:
        raise not_allowed(StaffPermission.MOVE, wrong.unit) from None
    except Refused as refused:
        raise Problem(409, refused.code, refusal_words(refused), **_plain(refused)) from None
    except ValidationError as wrong:
        errors = _errors(wrong, {**MEMBERS, **members})
        raise Problem(422, "impossible", " ".join(wrong.messages), errors=errors) from None


def not_allowed(permission: StrEnum, unit: str) -> Problem:
    """The problem of whoever lacks a permission for a unit, or for everything."""
    if unit == EVERYWHERE:
        words = _("You may not do this: it needs the permission %s for everything.")
        return Problem(403, "not-allowed", words % permission.value)
    words = _("You may not do this: it needs the permission %(permission)s for %(unit)s.")
    return Problem(403, "not-allowed", words % {"permission": permission.value, "unit": unit})


def _plain(refused: Refused) -> dict[str, Any]:
    """The facts of a refusal, but for those that are only there for its sentence."""
    return {name: value for name, value in refused.facts.items() if name not in ("kind", "known")}


def _errors(wrong: ValidationError, members: dict[str, str]) -> list[dict[str, str]]:
    """Each thing that is wrong by the member of the body that it is about."""
    named = wrong.message_dict if hasattr(wrong, "error_dict") else {"": wrong.messages}
    return [
        {"where": _where(members.get(name, name)), "what": " ".join(what)}
        for name, what in named.items()
    ]


def _where(member: str) -> str:
    return "body" if member in ("", NON_FIELD_ERRORS) else f"body.{member}"

"""What the operations share: the caller, an instrument by its number, refusals as problems."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.documents.models import Instrument
from tinhgon.registry.queries import instrument_numbered
from tinhgon.staff.ledger.entitlement import NotEntitled
from tinhgon.staff.ledger.refusals import Refused, refusal_words
from tinhgon.staff.permissions import StaffPermission
from tinhgon.ui.api import Problem


def caller(request: HttpRequest) -> Any:
    """Whoever asks."""
    asking, _scopes = request.auth  # type: ignore[attr-defined]
    return asking


def require(request: HttpRequest, permission: StaffPermission, unit: str) -> None:
    """Go on only if the caller holds the permission for a unit today."""
    if not caller(request).may(permission, unit=unit, on=localdate()):
        words = _("You may not do this: it needs the permission %(permission)s for %(unit)s.")
        detail = words % {"permission": permission.value, "unit": unit}
        raise Problem(403, "not-allowed", detail)


def instrument(number: str | None) -> Instrument | None:
    """The instrument of a number; a problem where there is none."""
    found = instrument_numbered(number) if number else None
    if number and found is None:
        words = _("No instrument has the number %s.") % number[:64]
        raise Problem(422, "no-such-instrument", words, fact="under")
    return found


@contextmanager
def refusals() -> Iterator[None]:
    """What refuses an act is told as a problem."""
    try:
        yield
    except NotEntitled as wrong:
        words = _("You may not do this: it needs the permission %(permission)s for %(unit)s.")
        facts = {"permission": StaffPermission.MOVE.value, "unit": wrong.unit}
        raise Problem(403, "not-allowed", words % facts) from None
    except Refused as refused:
        raise Problem(409, refused.code, refusal_words(refused), **_plain(refused)) from None
    except ValidationError as wrong:
        raise Problem(422, "impossible", _sentence(wrong), errors=_errors(wrong)) from None


def _plain(refused: Refused) -> dict[str, Any]:
    """The facts of a refusal, but for those that the document has members for itself."""
    return {name: value for name, value in refused.facts.items() if name not in ("kind", "known")}


def _sentence(wrong: ValidationError) -> str:
    return " ".join(wrong.messages)


def _errors(wrong: ValidationError) -> list[dict[str, str]]:
    """Each thing that is wrong by the name of what it is about."""
    named = (
        wrong.message_dict if hasattr(wrong, "error_dict") else {NON_FIELD_ERRORS: wrong.messages}
    )
    return [{"where": name, "what": " ".join(what)} for name, what in named.items()]

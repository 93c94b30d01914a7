"""Correcting what is registered."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Router

from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.api.documents import no_unit
from tinhgon.registry.api.schemas import CorrectionIn, WrittenOut
from tinhgon.registry.correcting import Uncorrectable
from tinhgon.registry.models import Unit
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.registry.words import PROBLEMS as WORDS
from tinhgon.ui.api import PROBLEMS, Problem, needs

router = Router()


@router.post(
    "/units/{key}/corrections",
    response={201: WrittenOut, **PROBLEMS},
    operation_id="correct_unit",
)
@needs(RegistryPermission.CORRECT)
def correct_unit(request: HttpRequest, key: str, body: CorrectionIn) -> Any:
    """Correct what is registered of a unit; what was known before stays known."""
    unit = Unit.objects.filter(key=key).first()
    if unit is None:
        raise no_unit(key)
    caller, _scopes = request.auth  # type: ignore[attr-defined]
    if not caller.may(RegistryPermission.CORRECT, unit=key, on=localdate()):
        raise Problem(403, "not-allowed", _("You may not correct this unit."))
    given = body.dict(exclude_unset=True, exclude={"reason", "start", "end"})
    try:
        period = Period(body.start, body.end)
        written = actions.correct(unit, by=caller, reason=body.reason, period=period, facts=given)
    except Uncorrectable as wrong:
        detail = str(WORDS[wrong.code]) % wrong.facts
        raise Problem(422, wrong.code, detail, fact=wrong.fact) from None
    except ValueError as wrong:
        raise Problem(422, "bad-period", str(wrong)) from None
    return 201, {"written": dict(written)}

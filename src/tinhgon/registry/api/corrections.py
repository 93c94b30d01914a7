"""Correcting what is registered."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Router, Status

from tinhgon.domain.periods import Period
from tinhgon.registry import actions, queries
from tinhgon.registry.api.named import instrument_named
from tinhgon.registry.api.schemas import CorrectionIn, WrittenOut
from tinhgon.registry.correction.correcting import Uncorrectable
from tinhgon.registry.correction.refusals import correction_words
from tinhgon.registry.generic_form.words import PROBLEMS as PROBLEM_WORDS
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.ui.api import PROBLEMS, Problem, caller, needs, read_moment

router = Router()

NO_FACTS = {"reason", "start", "end", "seen", "under"}
"""What a correction says besides what is right."""


@router.post(
    "/units/{key}/corrections",
    response={201: WrittenOut, **PROBLEMS},
    operation_id="correct_unit",
)
@needs(RegistryPermission.CORRECT)
def correct_unit(request: HttpRequest, key: str, body: CorrectionIn) -> Any:
    """Correct what is registered of a unit; what was known before stays known."""
    today = localdate()
    unit = queries.unit(key, today)
    by = caller(request)
    if not by.may(RegistryPermission.CORRECT, unit=unit.key, on=today):
        raise Problem(403, "not-allowed", _("You may not correct this unit."))
    try:
        written = actions.correct(
            unit,
            by=by,
            reason=body.reason,
            period=_period(body),
            facts=body.dict(exclude_unset=True, exclude=NO_FACTS),
            under=instrument_named(body.under),
            seen=read_moment(body.seen),
        )
    except Uncorrectable as wrong:
        raise Problem(422, wrong.code, correction_words(wrong), fact=wrong.fact) from None
    return Status(201, {"written": dict(written)})


def _period(body: CorrectionIn) -> Period:
    try:
        return Period(body.start, body.end)
    except ValueError:
        words = PROBLEM_WORDS["ends-before-it-starts"] % {"start": body.start, "end": body.end}
        raise Problem(422, "bad-period", words, fact="end") from None

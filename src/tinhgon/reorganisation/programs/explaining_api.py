"""Why what the rules ask to be explained is as it is, for programs."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema

from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.explaining.actions import explain
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.asked import names, package_to_edit
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.ui.api import PROBLEMS, Body, Problem, caller, needs

router = Router()


class ExplanationIn(Body):
    """What is said to a finding."""

    text: str = Field(min_length=3, max_length=2000)


class ExplanationOut(Schema):
    """An explanation that is kept, until another takes its place."""

    rule: str
    text: str


@router.put(
    "/plans/{code}/findings/{int:number}/explanation",
    response={200: ExplanationOut, **PROBLEMS},
    operation_id="explain_finding",
)
@needs(PlanPermission.DRAFT)
def explain_finding(request: HttpRequest, code: str, number: int, body: ExplanationIn) -> Any:
    """Say why a finding stands that asks for it; `number` is its place in the list, from 1."""
    package = package_to_edit(request, code)
    found = rearrangement(package).findings
    if not 0 < number <= len(found):
        words = _("This package has no finding %s.") % number
        raise Problem(404, "no-such-finding", words)
    if not body.text.strip():
        raise Problem(422, "blank", _("This must say something."))
    said = {"finding": found[number - 1], "text": body.text}
    try:
        return explain(package, by=caller(request), on=localdate(), **said)
    except REFUSALS as refused:
        raise Problem(409, "refused", " ".join(refusal_words(refused, names(package)))) from None

"""Plans for programs."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema

from tinhgon.domain.structure import rules
from tinhgon.domain.structure.documents import plan_document
from tinhgon.registry.rearranging import Moved
from tinhgon.reorganisation import actions, queries, workflow
from tinhgon.reorganisation.continuity import Undecided
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.words import finding_advice, finding_words, refusal_words
from tinhgon.ui.api import PROBLEMS, Cursor, Limit, Page, Problem, needs, page, public

router = Router(tags=["plans"])


class PackageOut(Schema):
    """Plans of one day that are enacted and take effect as one."""

    code: str
    title: str
    day: date
    state: str = Field(description="draft, enacted, in-effect or withdrawn")


class PackageDetailOut(PackageOut):
    """A package with its plans in the documented JSON."""

    plans: list[dict[str, Any]]


class FindingOut(Schema):
    """What a rule found in a package."""

    rule: str
    severity: str
    units: list[str]
    says: str
    do: str


class FindingsOut(Schema):
    """What the rules found, and whether the package may be enacted."""

    may_be_enacted: bool
    findings: list[FindingOut]


class ActIn(Schema):
    """The legal day of an act; today by default."""

    on: date | None = None


class WithdrawalIn(ActIn):
    """Why a package is withdrawn."""

    reason: str = Field(min_length=3, max_length=500)


class OutcomeOut(Schema):
    """The state of a package after an act, and how many rows of each kind it wrote or moved."""

    state: str
    counts: dict[str, int]


@router.get(
    "/plans", response={200: Page[PackageOut], **PROBLEMS}, operation_id="list_plans", auth=None
)
@public
def list_plans(request: HttpRequest, cursor: Cursor, limit: Limit) -> Any:
    """All packages of plans, latest day first."""
    return page(list(queries.packages()), cursor, limit)


@router.get(
    "/plans/{code}",
    response={200: PackageDetailOut, **PROBLEMS},
    operation_id="get_plan",
    auth=None,
)
@public
def get_plan(request: HttpRequest, code: str) -> Any:
    """A package with all it says."""
    package = _package(code)
    plans = [plan_document(plan) for plan in queries.plan_values(package)]
    known = {name: getattr(package, name) for name in ("code", "title", "day", "state")}
    return {**known, "plans": plans}


@router.get(
    "/plans/{code}/findings",
    response={200: FindingsOut, **PROBLEMS},
    operation_id="check_plan",
    auth=None,
)
@public
def check_plan(request: HttpRequest, code: str) -> Any:
    """What the rules find in a package now."""
    found = queries.check(_package(code))
    return {
        "may_be_enacted": not rules.blocks(found),
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "units": [*finding.units],
                "says": finding_words(finding),
                "do": finding_advice(finding),
            }
            for finding in found
        ],
    }


@router.post(
    "/plans/{code}/enactment", response={201: OutcomeOut, **PROBLEMS}, operation_id="enact_plan"
)
@needs(PlanPermission.ENACT)
def enact_plan(request: HttpRequest, code: str, body: ActIn) -> Any:
    """Enact a package; on or after its day it takes effect at once. Repeating changes nothing."""
    return _do(request, actions.enact, code, on=body.on or localdate())


@router.post(
    "/plans/{code}/effect",
    response={201: OutcomeOut, **PROBLEMS},
    operation_id="put_plan_into_effect",
)
@needs(PlanPermission.TAKE_EFFECT)
def put_plan_into_effect(request: HttpRequest, code: str, body: ActIn) -> Any:
    """Put an enacted package into effect. Repeating changes nothing."""
    return _do(request, actions.take_effect, code, on=body.on or localdate())


@router.post(
    "/plans/{code}/withdrawal", response={201: OutcomeOut, **PROBLEMS}, operation_id="withdraw_plan"
)
@needs(PlanPermission.WITHDRAW)
def withdraw_plan(request: HttpRequest, code: str, body: WithdrawalIn) -> Any:
    """Withdraw a package before it takes effect."""
    return _do(request, actions.withdraw, code, on=body.on or localdate(), reason=body.reason)


def _package(code: str) -> Package:
    found = queries.packages().filter(code=code).first()
    if found is None:
        raise Problem(404, "no-such-plan", _("There is no package “%s”.") % code[:60])
    return found


def _do(request: HttpRequest, act: Any, code: str, **options: Any) -> Any:
    caller, _scopes = request.auth  # type: ignore[attr-defined]
    try:
        outcome = act(_package(code), by=caller, **options)
    except actions.Blocked as blocked:
        raise Problem(
            422,
            "blocked",
            _("The package may not be enacted."),
            findings=refusal_words(blocked),
        ) from None
    except (actions.TooEarly, workflow.Refused, Moved, Undecided) as refused:
        raise Problem(409, "refused", " ".join(refusal_words(refused))) from None
    return 201, {"state": outcome.state, "counts": outcome.counts}

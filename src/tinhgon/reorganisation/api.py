"""Plans for programs."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from tinhgon.domain.structure import rules
from tinhgon.reorganisation import queries
from tinhgon.reorganisation.deciding.acts import (
    APPRAISE,
    APPROVE,
    ENACT,
    GIVE_BACK,
    SEAL,
    TAKE_EFFECT,
    WITHDRAW,
    Act,
)
from tinhgon.reorganisation.findings.words import finding_advice, finding_words
from tinhgon.reorganisation.models import Sealing
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.programs.allotting_api import router as allotting
from tinhgon.reorganisation.programs.asked import (
    PLANNERS_TOO,
    carried_out,
    seen_package,
    seen_packages,
)
from tinhgon.reorganisation.programs.compensating_api import router as compensating
from tinhgon.reorganisation.programs.consulting_api import router as consulting
from tinhgon.reorganisation.programs.editing_api import DRAFTED, draft_plan
from tinhgon.reorganisation.programs.editing_api import router as editing
from tinhgon.reorganisation.programs.events_api import router as after_effect
from tinhgon.reorganisation.programs.evidence_api import router as evidence
from tinhgon.reorganisation.programs.exchange_api import router as exchange
from tinhgon.reorganisation.programs.explaining_api import router as explaining
from tinhgon.reorganisation.programs.life_api import router as life
from tinhgon.reorganisation.programs.papers_api import router as papers
from tinhgon.reorganisation.programs.variants_api import router as variants
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.ui.api import PROBLEMS, Body, Cursor, Limit, Page, needs, page, public

router = Router(tags=["plans"])
router.add_router("", editing)
router.add_router("", evidence)
router.add_router("", explaining)
router.add_router("", compensating)
router.add_router("", allotting)
router.add_router("", after_effect)
router.add_router("", life)
router.add_router("", papers)
router.add_router("", exchange)
router.add_router("", consulting)
router.add_router("", variants)
router.post("/plans", response=DRAFTED, operation_id="draft_plan")(draft_plan)


class PackageOut(Schema):
    """Plans of one day that are enacted and take effect as one."""

    code: str
    title: str
    day: date
    state: str = Field(
        description="draft, appraised, sealed, approved, enacted, in-effect or withdrawn"
    )


class PackageDetailOut(PackageOut):
    """A package with its plans in the documented JSON; `digest` is that of its seal."""

    edition: int
    digest: str | None
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


class ActIn(Body):
    """The legal day of an act; today by default."""

    on: date | None = None


class WithdrawalIn(ActIn):
    """Why a package is withdrawn."""

    reason: str = Field(min_length=3, max_length=500)


class AppraisalIn(ActIn):
    """What the appraiser says."""

    opinion: str = Field(default="", max_length=5000)


class ReturnIn(ActIn):
    """Why a package is given back."""

    reason: str = Field(min_length=3, max_length=500)


class ApprovalIn(ActIn):
    """The seal that was looked at."""

    digest: str = Field(max_length=64)


class OutcomeOut(Schema):
    """The state of a package after an act, and how many rows of each kind it wrote or moved.

    `digest` is that of the seal that it bears then.
    """

    state: str
    counts: dict[str, int]
    digest: str | None = None


OUTCOMES = {200: OutcomeOut, 201: OutcomeOut, **PROBLEMS}
"""What an act may answer: 201 where it was done now, 200 where it had been done before."""


@router.get(
    "/plans",
    response={200: Page[PackageOut], **PROBLEMS},
    operation_id="list_plans",
    auth=PLANNERS_TOO,
)
@public
def list_plans(request: HttpRequest, cursor: Cursor, limit: Limit) -> Any:
    """Packages of plans, latest day first; drafts only for those who plan."""
    return page(seen_packages(request), cursor, limit)


@router.get(
    "/plans/{code}",
    response={200: PackageDetailOut, **PROBLEMS},
    operation_id="get_plan",
    auth=PLANNERS_TOO,
)
@public
def get_plan(request: HttpRequest, code: str) -> Any:
    """A package with all it says."""
    package = seen_package(request, code)
    known = {name: getattr(package, name) for name in ("code", "title", "day", "state", "edition")}
    digest = package.sealing.digest if hasattr(package, "sealing") else None
    return {**known, "digest": digest, "plans": queries.plan_documents(package)}


@router.get(
    "/plans/{code}/findings",
    response={200: FindingsOut, **PROBLEMS},
    operation_id="check_plan",
    auth=PLANNERS_TOO,
)
@public
def check_plan(request: HttpRequest, code: str) -> Any:
    """What the rules found in a package when it was enacted; in a draft, what they find now."""
    package = seen_package(request, code)
    done = rearrangement(package)
    names = names_of(package, done)
    return {
        "may_be_enacted": not rules.blocks(done.findings),
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "units": [*finding.units],
                "says": finding_words(finding, names),
                "do": finding_advice(finding),
            }
            for finding in done.findings
        ],
    }


@router.post("/plans/{code}/appraisal", response=OUTCOMES, operation_id="appraise_plan")
@needs(APPRAISE.permission)
def appraise_plan(request: HttpRequest, code: str, body: AppraisalIn) -> Any:
    """Appraise a draft: what the rules find now is kept until the next edit."""
    return _do(request, APPRAISE, code, on=body.on, opinion=body.opinion)


@router.post("/plans/{code}/sealing", response=OUTCOMES, operation_id="seal_plan")
@needs(SEAL.permission)
def seal_plan(request: HttpRequest, code: str, body: ActIn) -> Any:
    """Seal an appraised package. Repeating changes nothing."""
    return _do(request, SEAL, code, on=body.on)


@router.post("/plans/{code}/return", response=OUTCOMES, operation_id="give_plan_back")
@needs(GIVE_BACK.permission)
def give_plan_back(request: HttpRequest, code: str, body: ReturnIn) -> Any:
    """Lift the seal of a package, so that it can be edited again."""
    return _do(request, GIVE_BACK, code, on=body.on, reason=body.reason)


@router.post("/plans/{code}/approval", response=OUTCOMES, operation_id="approve_plan")
@needs(APPROVE.permission)
def approve_plan(request: HttpRequest, code: str, body: ApprovalIn) -> Any:
    """Approve a package under the seal that was looked at. Repeating changes nothing."""
    return _do(request, APPROVE, code, on=body.on, digest=body.digest)


@router.post("/plans/{code}/enactment", response=OUTCOMES, operation_id="enact_plan")
@needs(ENACT.permission)
def enact_plan(request: HttpRequest, code: str, body: ActIn) -> Any:
    """Enact a package; on or after its day it takes effect at once. Repeating changes nothing."""
    return _do(request, ENACT, code, on=body.on)


@router.post("/plans/{code}/effect", response=OUTCOMES, operation_id="put_plan_into_effect")
@needs(TAKE_EFFECT.permission)
def put_plan_into_effect(request: HttpRequest, code: str, body: ActIn) -> Any:
    """Put an enacted package into effect. Repeating changes nothing."""
    return _do(request, TAKE_EFFECT, code, on=body.on)


@router.post("/plans/{code}/withdrawal", response=OUTCOMES, operation_id="withdraw_plan")
@needs(WITHDRAW.permission)
def withdraw_plan(request: HttpRequest, code: str, body: WithdrawalIn) -> Any:
    """Withdraw a package before it takes effect. Repeating changes nothing."""
    return _do(request, WITHDRAW, code, on=body.on, reason=body.reason)


def _do(request: HttpRequest, act: Act, code: str, **options: Any) -> Any:
    """Carry out one act on a package: 201 where it was done now, 200 where it had been before."""
    package = seen_package(request, code)
    outcome = carried_out(request, act.function, package, act.permission, **options)
    status = 201 if outcome.anew else 200
    digest = Sealing.objects.filter(package=package).values_list("digest", flat=True).first()
    return Status(status, {"state": outcome.state, "counts": outcome.counts, "digest": digest})

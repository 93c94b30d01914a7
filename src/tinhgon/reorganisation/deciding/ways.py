"""What the reader may do with a package now, and what stands in the way."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.actions import Blocked, FactsMissing, SealBroken
from tinhgon.reorganisation.continuity.moving import Undecided
from tinhgon.reorganisation.deciding.acts import ACTS, TAKE_EFFECT, Act, stops
from tinhgon.reorganisation.deciding.entitlement import may_decide, may_edit
from tinhgon.reorganisation.deciding.refusals import refusal_words
from tinhgon.reorganisation.findings.appraisal import advice, blocked
from tinhgon.reorganisation.findings.words import FINDINGS
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.rearrangement.value import Rearrangement


def ways(request: HttpRequest, package: Package, done: Rearrangement) -> dict[str, Any]:
    """The pages of the acts that are open to the reader, by name, and whether the day has come.

    `blocked` says what stops a draft, `advice` what to do about it, in order; `editor`, `evidence`
    and `allotments` are the pages of what is still open to whoever drafts.
    """
    stopped = {act.name: stops(act, package, done, localdate()) for act in ACTS}
    stop = _stop(stopped)
    says, do = _in_the_way(stop, names_of(package, done))
    offered = {act: _way(request, act, package, stopped[act.name]) for act in ACTS}
    return {
        "acts": [(act, page) for act, page in offered.items() if page and act is not TAKE_EFFECT],
        "take_effect": offered[TAKE_EFFECT],
        "is_due": stopped["take-effect"] is None,
        "blocked": says,
        "blocked_title": _("It has moved since it was sealed")
        if isinstance(stop, SealBroken)
        else _("It cannot be enacted yet"),
        "blocked_page": PAGES.get(type(stop), "reorganisation:findings"),
        "advice": do,
        "lacking": _lacking(stopped["seal"], names_of(package, done)),
        "compensates": package.state is State.IN_EFFECT and _may_draft(request, package),
        "drafts": workflow.allows(package, "edit") and may_edit(request.user, package),
    }


PAGES: dict[type, str] = {Undecided: "reorganisation:allotments", SealBroken: ""}
"""Where more is to be seen of what stops a package; of a broken seal all is told at once."""


def _stop(stopped: dict[str, Exception | None]) -> Exception | None:
    """What stops a package on its way: a broken seal before anything else."""
    broken = (one for one in stopped.values() if isinstance(one, SealBroken))
    return next(broken, None) or stopped["enact"] or stopped["seal"]


def _lacking(stopped: Exception | None, names: Names) -> list[str]:
    """What the law wants before the seal and is not there."""
    return refusal_words(stopped, names) if isinstance(stopped, FactsMissing) else []


def _may_draft(request: HttpRequest, package: Package) -> bool:
    signed_in = request.user.is_authenticated
    return signed_in and may_decide(request.user, PlanPermission.DRAFT, package)


def _in_the_way(stopped: Exception | None, names: Names) -> tuple[str, list[str]]:
    """What stops a draft and what to do about it."""
    if isinstance(stopped, Blocked):
        return blocked(stopped.findings), advice(stopped.findings)
    if isinstance(stopped, SealBroken):
        first, *moved = refusal_words(stopped, names)
        return first, moved
    if isinstance(stopped, Undecided):
        return " ".join(refusal_words(stopped, names)), [str(FINDINGS["no-main-successor"].do)]
    return "", []


def _way(request: HttpRequest, act: Act, package: Package, stopped: Exception | None) -> str | None:
    """The page of an act, for whoever may do it while nothing is in its way."""
    if stopped or not request.user.is_authenticated:
        return None
    may = may_decide(request.user, act.permission, package)
    return reverse(act.page, args=[package.code]) if may else None

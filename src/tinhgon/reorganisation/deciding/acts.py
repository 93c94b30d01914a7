"""The acts on a package: one table for pages, API and commands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.domain.structure import rules
from tinhgon.reorganisation import actions, workflow
from tinhgon.reorganisation.continuity.counting import undecided
from tinhgon.reorganisation.continuity.decisions import decisions_of
from tinhgon.reorganisation.continuity.moving import Undecided
from tinhgon.reorganisation.deciding import consequences
from tinhgon.reorganisation.deciding.forms import (
    ActForm,
    AppraisalForm,
    ApprovalForm,
    ReasonForm,
)
from tinhgon.reorganisation.evidence.required import missing
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.reorganisation.sealing.contents import moved_since


@dataclass(frozen=True, eq=False)
class Act:
    """An act by its name in `workflow`: what carries it out, who may, its page and its words.

    `foretold` says what it does as an act of a day; in the states `done_in` it is done already.
    """

    name: str
    function: Callable[..., actions.Outcome]
    permission: PlanPermission
    page: str
    done_in: frozenset[State]
    foretold: Callable[[Package, Rearrangement, date], Iterator[str]]
    question: Promise
    button: Promise
    done_already: Promise
    form: type[ActForm] = ActForm


APPRAISE = Act(
    name="appraise",
    function=actions.appraise,
    permission=PlanPermission.APPRAISE,
    page="reorganisation:appraisal",
    done_in=frozenset(),
    foretold=consequences.appraising,
    question=_("Appraise this package?"),
    button=_("Appraise"),
    done_already=_("This package is appraised already."),
    form=AppraisalForm,
)
SEAL = Act(
    name="seal",
    function=actions.seal,
    permission=PlanPermission.SEAL,
    page="reorganisation:sealing",
    done_in=frozenset({State.SEALED, State.APPROVED, State.ENACTED, State.IN_EFFECT}),
    foretold=consequences.sealing,
    question=_("Seal this package?"),
    button=_("Seal"),
    done_already=_("This package is sealed already. Nothing was changed."),
)
GIVE_BACK = Act(
    name="give-back",
    function=actions.give_back,
    permission=PlanPermission.APPROVE,
    page="reorganisation:return",
    done_in=frozenset(),
    foretold=consequences.giving_back,
    question=_("Give this package back?"),
    button=_("Give it back"),
    done_already=_("This package is not sealed."),
    form=ReasonForm,
)
APPROVE = Act(
    name="approve",
    function=actions.approve,
    permission=PlanPermission.APPROVE,
    page="reorganisation:approval",
    done_in=frozenset({State.APPROVED, State.ENACTED, State.IN_EFFECT}),
    foretold=consequences.approving,
    question=_("Approve this package?"),
    button=_("Approve"),
    done_already=_("This package is approved already. Nothing was changed."),
    form=ApprovalForm,
)
ENACT = Act(
    name="enact",
    function=actions.enact,
    permission=PlanPermission.ENACT,
    page="reorganisation:enactment",
    done_in=frozenset({State.ENACTED, State.IN_EFFECT}),
    foretold=consequences.enacting,
    question=_("Enact this package?"),
    button=_("Enact"),
    done_already=_("This package is enacted already. Nothing was changed."),
)
TAKE_EFFECT = Act(
    name="take-effect",
    function=actions.take_effect,
    permission=PlanPermission.TAKE_EFFECT,
    page="reorganisation:effect",
    done_in=frozenset({State.IN_EFFECT}),
    foretold=consequences.taking_effect,
    question=_("Put this package into effect?"),
    button=_("Put it into effect"),
    done_already=_("This package is in effect already. Nothing was changed."),
)
WITHDRAW = Act(
    name="withdraw",
    function=actions.withdraw,
    permission=PlanPermission.WITHDRAW,
    page="reorganisation:withdrawal",
    done_in=frozenset({State.WITHDRAWN}),
    foretold=consequences.withdrawing,
    question=_("Withdraw this package?"),
    button=_("Withdraw"),
    done_already=_("This package is withdrawn already. Nothing was changed."),
    form=ReasonForm,
)


ACTS = (APPRAISE, SEAL, APPROVE, ENACT, TAKE_EFFECT, GIVE_BACK, WITHDRAW)
"""In the order in which they are offered: what leads on comes before what leads back."""


def stops(act: Act, package: Package, done: Rearrangement, today: date) -> Exception | None:
    """What would refuse an act today, as far as it can be seen beforehand; None if nothing."""
    wanted = workflow.way_to_enact(package, today) if act is ENACT else act.name
    if not workflow.allows(package, wanted):
        return workflow.Refused(act.name, package.state)
    if act is TAKE_EFFECT and today < package.day:
        return actions.TooEarly(package.day)
    if act in (APPROVE, ENACT) and hasattr(package, "sealing"):
        return _broken(package)
    return _open(package, done, act) if act in (SEAL, ENACT) else None


def _broken(package: Package) -> Exception | None:
    found = moved_since(package)
    return actions.SealBroken(found) if found else None


def _open(package: Package, done: Rearrangement, act: Act) -> Exception | None:
    """What rules, allotments or facts leave open."""
    if blocking := rules.blocks(done.findings):
        return actions.Blocked(blocking)
    if hanging := undecided(done.heirs, package.day, decisions_of(package)):
        return Undecided(hanging)
    lacking = missing(package, done) if act is SEAL else []
    return actions.FactsMissing(lacking) if lacking else None

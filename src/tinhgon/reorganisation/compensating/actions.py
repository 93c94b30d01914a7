"""Drafting the plan that takes back the effect of another."""

from collections.abc import Mapping
from datetime import date

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.domain.structure.packages import Plan as PlanValue
from tinhgon.reorganisation import actions, workflow
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.queries import held
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.reversal import restored, reversal


class NotInEffect(workflow.Refused):
    """Only what is in effect is taken back by another plan; before, it is withdrawn."""

    def __init__(self, state: State) -> None:
        super().__init__("compensate", state)


@act
def compensate(
    package: Package, *, by: Actor, on: date, code: str, titles: Mapping[str, str]
) -> Package:
    """Draft the package that takes back what another did, as of the day `on`.

    Raises `NotInEffect`, and whatever `actions.draft` raises.
    """
    package = held(package)
    if package.state is not State.IN_EFFECT:
        raise NotInEffect(package.state)
    done = rearrangement(package)
    plan = PlanValue(code="plan", day=on, operations=reversal(done, restored(done, package)))
    made = actions.draft(code, by=by, on=on, plans=[plan], titles=titles)
    made.undoes = package
    made.save(update_fields=["undoes"])
    record("plan.compensates", by=by, target=made.chain, undoes=package.code)
    return made

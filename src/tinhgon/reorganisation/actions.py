"""What may be done with plans: draft, enact, put into effect, withdraw."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from tinhgon.audit.acts import act, act_alone
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.domain.structure import rules
from tinhgon.domain.structure.documents import operation_document
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition
from tinhgon.domain.structure.packages import Plan as PlanValue
from tinhgon.registry import actions as registry
from tinhgon.registry.rearranging import enter, retract
from tinhgon.registry.seals import rows_recorded_at
from tinhgon.reorganisation import continuity, workflow
from tinhgon.reorganisation.models import (
    Effect,
    Enactment,
    Operation,
    Package,
    Plan,
    State,
    Withdrawal,
)
from tinhgon.reorganisation.queries import compose

Progress = Callable[[str, int], None]


class Blocked(Exception):
    """A package that the rules stop, with every finding that does."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


class Taken(Exception):
    """There is already a package of this code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TooEarly(Exception):
    """The day of effect has not come."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


@dataclass(frozen=True)
class Outcome:
    """What an act did to a package: its state afterwards and how many rows of each kind."""

    state: State
    counts: Mapping[str, int]


@act
def draft(
    code: str,
    *,
    by: Actor,
    on: date,
    plans: list[PlanValue],
    titles: Mapping[str, str],
    plan_titles: Mapping[str, Mapping[str, str]] | None = None,
) -> Package:
    """Keep plans as one package with a day of effect (soạn gói phương án), or raise `Taken`."""
    if Package.objects.filter(code=code).exists():
        raise Taken(code)
    package = Package.objects.create(code=code, titles=dict(titles), day=on)
    for value in plans:
        plan = Plan.objects.create(
            package=package,
            code=value.code,
            titles=dict((plan_titles or {}).get(value.code, titles)),
            instrument=Instrument.objects.filter(number=value.instrument).first(),
        )
        Operation.objects.bulk_create(
            [
                Operation(plan=plan, place=place, document=operation_document(operation))
                for place, operation in enumerate(value.operations)
            ],
            batch_size=2000,
        )
    record(
        "plan.drafted",
        by=by,
        target=f"plan:{code}",
        day=on.isoformat(),
        operations={plan.code: len(plan.operations) for plan in plans},
    )
    return package


@act_alone
def enact(
    package: Package, *, by: Actor, on: date, progress: Progress = lambda what, count: None
) -> Outcome:
    """Write the future structure into the register (ban hành); on or after its day, effect follows.

    `on` is the legal day of the act. Raises `Blocked` with what the rules found, `Moved` where the
    register has moved on, `continuity.Undecided` where something would be left hanging. Enacting
    what is enacted changes nothing.
    """
    package = _held(package)
    if package.state in (State.ENACTED, State.IN_EFFECT):
        return Outcome(package.state, {})
    workflow.check(package, "enact")
    progress("checking", 0)
    composition = compose(package)
    blocking = rules.blocks(rules.findings(composition))
    if blocking:
        raise Blocked(blocking)
    progress("enacting", len(composition.said))
    at = timezone.now()
    counts = enter(composition, at=at, instruments=_instruments(package))
    Enactment.objects.create(package=package, **_done(by, at, on), counts=counts)
    registry.changed()
    record(
        "plan.enacted",
        by=by,
        target=f"plan:{package.code}",
        at=at,
        on=on.isoformat(),
        counts=counts,
        rows=rows_recorded_at(at),
    )
    if on < package.day:
        return Outcome(State.ENACTED, counts)
    return _into_effect(package, composition, by, on, progress)


@act_alone
def take_effect(
    package: Package, *, by: Actor, on: date, progress: Progress = lambda what, count: None
) -> Outcome:
    """Move everything that hangs on the units that end (có hiệu lực thi hành), in one transaction.

    Raises `TooEarly` before the day, `workflow.Refused` where the package is not enacted. Doing it
    again changes nothing.
    """
    package = _held(package)
    if package.state is State.IN_EFFECT:
        return Outcome(State.IN_EFFECT, package.effect.counts)
    workflow.check(package, "take-effect")
    if on < package.day:
        raise TooEarly(package.day)
    return _into_effect(package, compose(package), by, on, progress)


@act_alone
def withdraw(package: Package, *, by: Actor, on: date, reason: str) -> Outcome:
    """Take a package back before its effect (thu hồi): the register says what it said before."""
    package = _held(package)
    workflow.check(package, "withdraw")
    now = timezone.now()
    counts: dict[str, int] = {}
    if package.state is State.ENACTED:
        counts = retract(package.enactment.at, now=now)
        registry.changed()
    Withdrawal.objects.create(package=package, **_done(by, now, on), reason=reason)
    record(
        "plan.withdrawn",
        by=by,
        target=f"plan:{package.code}",
        at=now,
        on=on.isoformat(),
        reason=reason,
        rows=rows_recorded_at(now),
    )
    return Outcome(State.WITHDRAWN, counts)


def _into_effect(
    package: Package, composition: Composition, by: Actor, on: date, progress: Progress
) -> Outcome:
    progress("moving", len(composition.ended))
    at = timezone.now()
    before = continuity.last_rows()
    counts = continuity.move_dependants(continuity.heirs(composition), package.day)
    moved = continuity.bounds_after(before)
    Effect.objects.create(package=package, **_done(by, at, on), counts=counts)
    record(
        "plan.took-effect",
        by=by,
        target=f"plan:{package.code}",
        at=at,
        on=on.isoformat(),
        counts=counts,
        moved=moved,
        rows=continuity.moved_rows(moved),
    )
    return Outcome(State.IN_EFFECT, counts)


def _held(package: Package) -> Package:
    """The package as it stands now, held against others until the act is over."""
    return (
        Package.objects.select_for_update(of=("self",))
        .select_related("enactment", "effect", "withdrawal")
        .get(pk=package.pk)
    )


def _instruments(package: Package) -> dict[str, int | None]:
    return dict(package.plans.values_list("code", "instrument"))


def _done(by: Any, at: datetime, on: date) -> dict[str, Any]:
    person = by if getattr(by, "pk", None) else None
    return {"by": person, "by_name": str(getattr(by, "name", by.audit_name)), "at": at, "on": on}

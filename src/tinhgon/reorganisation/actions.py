"""What may be done with a package on its way: from a draft through the seal to its effect."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from tinhgon.audit.acts import act, act_alone
from tinhgon.audit.record import Actor, record
from tinhgon.domain.structure import rules
from tinhgon.domain.structure.documents import finding_document
from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.packages import Plan as PlanValue
from tinhgon.domain.structure.readings import Moved as Reading
from tinhgon.registry.rearranging import enter, retract
from tinhgon.registry.revision import changed
from tinhgon.registry.seals import rows_recorded_at
from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.continuity.counting import resting, undecided
from tinhgon.reorganisation.continuity.decisions import decisions_of
from tinhgon.reorganisation.continuity.heirs import went
from tinhgon.reorganisation.continuity.moving import Undecided, move_dependants
from tinhgon.reorganisation.continuity.returning import hand_back
from tinhgon.reorganisation.continuity.sealing import bounds_after, last_rows, moved_rows
from tinhgon.reorganisation.events.announcing import announce
from tinhgon.reorganisation.evidence.required import Wanted, missing
from tinhgon.reorganisation.keeping import check_codes, drafters, keep_plans, person, who
from tinhgon.reorganisation.models import (
    Appraisal,
    Approval,
    Drafting,
    Effect,
    Enactment,
    Package,
    Sealing,
    State,
    Withdrawal,
)
from tinhgon.reorganisation.queries import compose, held
from tinhgon.reorganisation.rearrangement.composing import composed
from tinhgon.reorganisation.rearrangement.judging import chosen_for, found_in
from tinhgon.reorganisation.rearrangement.reading import instruments_of, rearrangement
from tinhgon.reorganisation.rearrangement.reversal import restored
from tinhgon.reorganisation.rearrangement.tallies import levels
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.reorganisation.sealing.contents import contents, hashed, moved_since
from tinhgon.staff.ledger.handing_on import Ground
from tinhgon.temporal.bulk import collecting_later

Progress = Callable[[str, int], None]


class Blocked(Exception):
    """A package that the rules stop, with every finding that does."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


class TooEarly(Exception):
    """The day of effect has not come."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class FactsMissing(Exception):
    """The law wants something done before, and it is not there or not enough."""

    def __init__(self, lacking: Sequence[Wanted]) -> None:
        super().__init__(", ".join(one.fact.key for one in lacking))
        self.lacking = lacking


class OwnPlan(Exception):
    """Whoever drafted or edited a package does not approve it."""


class OtherSeal(Exception):
    """The seal that was looked at is not the one that the package bears: `digest` is."""

    def __init__(self, digest: str) -> None:
        super().__init__(digest)
        self.digest = digest


class SealBroken(Exception):
    """Something that was sealed has moved since."""

    def __init__(self, moved: Sequence[Reading]) -> None:
        super().__init__(", ".join(f"{one.kind} {one.about}" for one in moved))
        self.moved = moved


@dataclass(frozen=True)
class Outcome:
    """What an act did to a package: its state afterwards and how many rows of each kind.

    Not `anew` is what had been done before; then nothing was changed.
    """

    state: State
    counts: Mapping[str, int]
    anew: bool = True


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
    """Keep plans as one package with a day of effect (soạn gói phương án).

    Raises `Taken`, `NotACode`, `UnknownInstrument` and `SharedInstrument`.
    """
    check_codes(code, plans)
    package = Package.objects.create(code=code, titles=dict(titles), day=on)
    keep_plans(package, plans, plan_titles or {})
    entry = record(
        "plan.drafted",
        by=by,
        target=package.chain,
        day=on.isoformat(),
        operations={plan.code: len(plan.operations) for plan in plans},
    )
    Drafting.objects.create(package=package, **_done(by, entry.at, timezone.localdate(entry.at)))
    return package


@act
def appraise(package: Package, *, by: Actor, on: date, opinion: str = "") -> Outcome:
    """Keep what the rules find now and how much hangs on the units that end (thẩm định).

    It holds until the next edit. What blocks may be found too; then it cannot be sealed.
    """
    package = held(package)
    workflow.check(package, "appraise")
    done, at = rearrangement(package), timezone.now()
    found = {
        "edition": package.edition,
        "findings": [finding_document(finding) for finding in done.findings],
        "levels": levels(done.standing),
        "resting": resting(done.ended, package.day),
        "opinion": opinion.strip(),
    }
    Appraisal.objects.update_or_create(package=package, defaults={**found, **_done(by, at, on)})
    _note(package, "plan.appraised", by, at, on, edition=package.edition, resting=found["resting"])
    return Outcome(State.APPRAISED, {})


@act
def seal(package: Package, *, by: Actor, on: date) -> Outcome:
    """Hash all that is decided upon (niêm phong), so that nothing of it moves unnoticed.

    Raises `Blocked`, `Undecided`, and `FactsMissing` where the law wants something done first.
    Sealing what is sealed changes nothing.
    """
    package = held(package)
    if package.state is State.SEALED:
        return Outcome(State.SEALED, {}, anew=False)
    workflow.check(package, "seal")
    done = rearrangement(package)
    _check_decided(package, done)
    if lacking := missing(package, done):
        raise FactsMissing(lacking)
    at, sealed = timezone.now(), contents(package)
    sealing = Sealing.objects.create(
        package=package, digest=hashed(sealed), contents=sealed, **_done(by, at, on)
    )
    _note(package, "plan.sealed", by, at, on, digest=sealing.digest)
    return Outcome(State.SEALED, {})


@act
def give_back(package: Package, *, by: Actor, on: date, reason: str) -> Outcome:
    """Lift the seal so that the package can be edited again (trả lại)."""
    package = held(package)
    workflow.check(package, "give-back")
    lifted, at = package.sealing.digest, timezone.now()
    Approval.objects.filter(package=package).delete()
    Sealing.objects.filter(package=package).delete()
    _note(package, "plan.given-back", by, at, on, reason=reason, digest=lifted)
    return Outcome(State.APPRAISED, {})


@act
def approve(package: Package, *, by: Actor, on: date, digest: str) -> Outcome:
    """Approve what was sealed (phê duyệt); `digest` is that of the seal that was looked at.

    Raises `OwnPlan` for those who drafted or edited it, `OtherSeal` where it was sealed anew,
    `SealBroken` where anything has moved. Approving what is approved changes nothing.
    """
    package = held(package)
    if package.state is State.APPROVED:
        return Outcome(State.APPROVED, {}, anew=False)
    workflow.check(package, "approve")
    if who(by) in drafters(package):
        raise OwnPlan
    if digest != package.sealing.digest:
        raise OtherSeal(package.sealing.digest)
    _check_seal(package)
    at = timezone.now()
    Approval.objects.create(package=package, digest=digest, **_done(by, at, on))
    _note(package, "plan.approved", by, at, on, digest=digest)
    return Outcome(State.APPROVED, {})


@act_alone
@collecting_later()
def enact(
    package: Package, *, by: Actor, on: date, progress: Progress = lambda what, count: None
) -> Outcome:
    """Write the future structure into the register (ban hành); on or after its day, effect follows.

    `on` is the legal day of the act. Raises `SealBroken` where anything has moved since it was
    sealed, `Blocked` with what the rules found, `Undecided` where nobody would answer afterwards
    for what hangs on a unit that ends, `Moved` where the register has moved on. Enacting what is
    enacted changes nothing. What no instrument orders is `Blocked` too.
    """
    package = held(package)
    if package.state in (State.ENACTED, State.IN_EFFECT):
        return Outcome(package.state, {}, anew=False)
    at = timezone.now()
    workflow.check(package, workflow.way_to_enact(package, timezone.localdate(at)))
    progress("checking", 0)
    if package.state is State.APPROVED:
        _check_seal(package)
    composition, instruments = compose(package), instruments_of(package)
    done = composed(composition, instruments, ())
    found = found_in(composition, done, chosen_for(package.pk))
    done = replace(done, findings=tuple(found))
    _check_decided(package, done)
    if unnamed := [*_unnamed(done)]:
        raise Blocked(unnamed)
    progress("enacting", len(composition.said))
    counts = enter(composition, at=at, instruments=instruments)
    _note_enactment(package, done, counts, by=by, at=at, on=on)
    if on < package.day:
        return Outcome(State.ENACTED, counts)
    return _into_effect(package, done, by, on, progress)


@act_alone
@collecting_later()
def take_effect(
    package: Package, *, by: Actor, on: date, progress: Progress = lambda what, count: None
) -> Outcome:
    """Move everything that hangs on the units that end (có hiệu lực thi hành), in one transaction.

    What ends and who takes over is what was enacted, whatever was entered since. Raises `TooEarly`
    before the day, `workflow.Refused` where the package is not enacted, `Undecided` where nobody
    would answer for what has come to hang on a unit that ends. Doing it again changes nothing.
    """
    package = held(package)
    if package.state is State.IN_EFFECT:
        return Outcome(State.IN_EFFECT, package.effect.counts, anew=False)
    workflow.check(package, "take-effect")
    if on < package.day:
        raise TooEarly(package.day)
    return _into_effect(package, rearrangement(package), by, on, progress)


@act_alone
def withdraw(package: Package, *, by: Actor, on: date, reason: str) -> Outcome:
    """Take a package back before its effect (thu hồi): the register says what it said before.

    Raises `workflow.Refused` where it is in effect. Doing it again changes nothing.
    """
    package = held(package)
    if package.state is State.WITHDRAWN:
        return Outcome(State.WITHDRAWN, {}, anew=False)
    workflow.check(package, "withdraw")
    now = timezone.now()
    counts: dict[str, int] = {}
    if package.state is State.ENACTED:
        counts = retract(package.enactment.at, now=now)
        changed()
    Withdrawal.objects.create(package=package, **_done(by, now, on), reason=reason)
    announce(package, "plan.withdrawn", now)
    record(
        "plan.withdrawn",
        by=by,
        target=package.chain,
        at=now,
        on=on.isoformat(),
        reason=reason,
        rows=rows_recorded_at(now),
    )
    return Outcome(State.WITHDRAWN, counts)


def _into_effect(
    package: Package, done: Rearrangement, by: Actor, on: date, progress: Progress
) -> Outcome:
    progress("moving", len(done.ended))
    at = timezone.now()
    before, ground = last_rows(), _ground(package, done, by, at)
    returned = Counter(_given_back(package, ground))
    counts = returned + Counter(
        move_dependants(done.heirs, package.day, ground, decisions_of(package))
    )
    moved = bounds_after(before)
    hanging = sum(resting(done.ended, package.day).values())
    Effect.objects.create(package=package, **_done(by, at, on), counts=counts, hanging=hanging)
    announce(package, "plan.took-effect", at)
    record(
        "plan.took-effect",
        by=by,
        target=package.chain,
        at=at,
        on=on.isoformat(),
        counts=counts,
        moved=moved,
        rows=moved_rows(moved),
    )
    return Outcome(State.IN_EFFECT, counts)


def _note_enactment(
    package: Package,
    done: Rearrangement,
    counts: Mapping[str, int],
    *,
    by: Actor,
    at: datetime,
    on: date,
) -> None:
    """Keep that it was enacted and what was found then; tell the caches and the record."""
    Enactment.objects.create(
        package=package,
        **_done(by, at, on),
        counts=counts,
        findings=[finding_document(finding) for finding in done.findings],
        levels=levels(done.standing),
    )
    announce(package, "plan.enacted", at)
    changed()
    record(
        "plan.enacted",
        by=by,
        target=package.chain,
        at=at,
        on=on.isoformat(),
        counts=counts,
        rows=rows_recorded_at(at),
    )


def _ground(package: Package, done: Rearrangement, by: Actor, at: datetime) -> Ground:
    """On what ground posts go on by a package: the instrument of each unit, and its title."""
    said = f"{package.titles.get('vi', '')} ({package.code})".strip()
    return Ground(by.audit_name, at, said[:500], {**done.begun, **done.ended})


def _given_back(package: Package, ground: Ground) -> dict[str, int]:
    """What a package that takes back the effect of another gives back."""
    former = package.undoes
    if former is None:
        return {}
    done, decided = rearrangement(former), decisions_of(former)
    return hand_back(restored(done, former), went(done, decided), former.day, package.day, ground)


def _check_decided(package: Package, done: Rearrangement) -> None:
    """Raise `Blocked` or `Undecided` where rules or allotments leave something open."""
    if blocking := rules.blocks(done.findings):
        raise Blocked(blocking)
    if hanging := undecided(done.heirs, package.day, decisions_of(package)):
        raise Undecided(hanging)


def _unnamed(done: Rearrangement) -> Iterator[Finding]:
    """The plans of no instrument: what may be drafted so is not decided so."""
    for finding in done.findings:
        if finding.rule == "no-instrument":
            yield replace(finding, severity=Severity.BLOCK)


def _check_seal(package: Package) -> None:
    """Raise `SealBroken` where anything has moved since the package was sealed."""
    if found := moved_since(package):
        raise SealBroken(found)


def _note(package: Package, act: str, by: Actor, at: datetime, on: date, **facts: Any) -> None:
    record(act, by=by, target=package.chain, at=at, on=on.isoformat(), **facts)


def _done(by: Any, at: datetime, on: date) -> dict[str, Any]:
    return {**person(by), "at": at, "on": on}

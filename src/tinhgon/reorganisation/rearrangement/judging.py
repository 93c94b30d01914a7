"""What the rules of bodies, posts and mandates find in a package (định mức): it becomes findings.

They judge what would stand on the day, with what the new units take over. What they would say
without the package is left out: it is not the package that does it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from tinhgon.domain.norms.verdicts import Severity as Weight
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.structure import rules
from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.packages import Composition
from tinhgon.norms.json_documents import verdict_document
from tinhgon.norms.queries import Judged, judged
from tinhgon.norms.reading import Chosen, Recorded, recorded_on
from tinhgon.reorganisation.models import Allotment
from tinhgon.reorganisation.rearrangement.composing import composed
from tinhgon.reorganisation.rearrangement.value import Rearrangement

MOST_SINGLY = 20
"""Of one rule and weight so many findings stand singly; more of them are told as one."""

RELATIONS = {
    "staff.Movement.target_unit": "posts",
    "staff.Placement.unit": "people",
    "registry.Mandate.unit": "mandates",
}
"""The relations by which what norms look at goes on when its unit ends."""

NOBODY = Chosen()


def findings(composition: Composition, chosen: Chosen = NOBODY) -> list[Finding]:
    """All that rules say of a composition: those of plans and those of norms."""
    return found_in(composition, composed(composition, {}, ()), chosen)


def found_in(
    composition: Composition, done: Rearrangement, chosen: Chosen = NOBODY
) -> list[Finding]:
    """The same where what the composition does is known already."""
    return rules.in_order([*rules.findings(composition), *of_norms(done, chosen)])


def of_norms(done: Rearrangement, chosen: Chosen = NOBODY) -> list[Finding]:
    """What norms say of the structure that a package makes and not of the one that it finds."""
    recorded = recorded_on(done.day)
    after = _after(done, chosen, recorded).verdicts
    known: set[tuple[object, ...]] = set()
    if rules_of := {one.rule for one in after if _could_stand(one, done)}:
        before = judged(done.before, done.day, only=rules_of, recorded=recorded)
        known = {_said(one) for one in before.verdicts}
    return [*told(one for one in after if _said(one) not in known)]


def _could_stand(verdict: Verdict, done: Rearrangement) -> bool:
    """Whether the like could be said without the package: nothing is said of what is yet to be."""
    return not verdict.units or verdict.units[0] in done.before


def figures(done: Rearrangement, chosen: Chosen = NOBODY) -> list[str]:
    """The names of the figures of law by which norms judge a package."""
    return _after(done, chosen, recorded_on(done.day)).figures


def chosen_for(package: int) -> Chosen:
    """Who was chosen to take what of units that end with a package; one query."""
    found: dict[str, dict[str, str]] = {name: {} for name in RELATIONS.values()}
    made = Allotment.objects.filter(package=package, relation__in=RELATIONS)
    for relation, unit, heir in made.values_list("relation", "unit", "heir"):
        found[RELATIONS[relation]][unit] = heir
    return Chosen(**found)


def _after(done: Rearrangement, chosen: Chosen, recorded: Recorded) -> Judged:
    return judged(
        done.after,
        done.day,
        new=[key for key in done.begun if key not in done.before],
        heirs={key: heir for key, heir in done.heirs.items() if heir},
        chosen=chosen,
        recorded=recorded,
    )


def _said(verdict: Verdict) -> tuple[object, ...]:
    if verdict.severity is Weight.UNJUDGED:  # of how many units makes no difference
        return verdict.identifier, verdict.severity
    return verdict.identifier, verdict.severity, verdict.found, verdict.limit


def told(verdicts: Iterable[Verdict]) -> Iterator[Finding]:
    """A finding for each verdict, or one for all where there are many alike."""

    def alike(one: Verdict) -> tuple[str, str]:
        return one.rule, _weight(one)

    for (rule, weight), group in groupby(sorted(verdicts, key=alike), key=alike):
        many = [*group]
        gathered = [many] if len(many) > MOST_SINGLY else [[one] for one in many]
        for one in gathered:
            yield Finding(
                rule=rule,
                severity=Severity(weight),
                units=tuple(dict.fromkeys(unit for each in one for unit in each.units)),
                facts={"verdict": verdict_document(one[0]), "count": len(one)},
            )


def _weight(verdict: Verdict) -> Severity:
    """What a plan may not bring about stops it; what it makes worse must be explained.

    What the law gives time for is worth knowing, and so is what follows from forming anything new.
    """
    if verdict.severity is Weight.BLOCK:
        return Severity.BLOCK
    missed = verdict.limit is not None and verdict.until is None
    if verdict.severity is Weight.OVER or (verdict.severity is Weight.WARN and missed):
        return Severity.EXPLAIN
    return Severity.NOTE

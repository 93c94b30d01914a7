"""What may be done with a draft: its operations added, changed, moved, taken out, and that undone.

Whoever edits says which edition they saw; `Stale` is raised where somebody else was quicker.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import F
from django.utils import timezone

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.domain.structure.documents import Json, operation_document
from tinhgon.domain.structure.operations import Operation as OperationValue
from tinhgon.domain.structure.packages import Plan as PlanValue
from tinhgon.reorganisation import actions, workflow
from tinhgon.reorganisation.keeping import check_codes, instrument_for, keep_plans, person
from tinhgon.reorganisation.models import Appraisal, Edit, Operation, Package, Plan
from tinhgon.reorganisation.queries import held, plan_values

ASIDE = 1_000_000
"""Further than any plan is long: where places wait while others are counted anew."""


class Stale(Exception):
    """Somebody edited the draft meanwhile: `edition` is the one that stands now."""

    def __init__(self, edition: int) -> None:
        super().__init__(str(edition))
        self.edition = edition


class NoSuchPlace(Exception):
    """The plan has no operation at this place."""

    def __init__(self, place: int) -> None:
        super().__init__(str(place))
        self.place = place


class NothingToUndo(Exception):
    """No edit of the draft is left that was not undone."""


@act
def add(
    plan: Plan, *, operation: OperationValue, by: Actor, edition: int, place: int | None = None
) -> Edit:
    """Put an operation into a plan, at a place counted from 0 or at its end."""
    at = plan.operations.count() if place is None else place
    return _splice(plan, by, edition, at, 0, [operation_document(operation)])


@act
def change(plan: Plan, *, place: int, operation: OperationValue, by: Actor, edition: int) -> Edit:
    """Put an operation in place of another."""
    return _splice(plan, by, edition, place, 1, [operation_document(operation)])


@act
def remove(plan: Plan, *, place: int, by: Actor, edition: int) -> Edit:
    """Take an operation out of a plan."""
    return _splice(plan, by, edition, place, 1, [])


@act
def move(plan: Plan, *, place: int, to: int, by: Actor, edition: int) -> Edit:
    """Let an operation stand elsewhere in its plan. The order says nothing but to its readers."""
    first, last = sorted((place, to))
    between = list(
        plan.operations.filter(place__range=(first, last)).values_list("document", flat=True)
    )
    if len(between) != last - first + 1:
        raise NoSuchPlace(to)
    between.insert(to - first, between.pop(place - first))
    return _splice(plan, by, edition, first, len(between), between)


@act
def rewrite(plan: Plan, *, operations: Sequence[OperationValue], by: Actor, edition: int) -> Edit:
    """Put these operations in place of all that a plan says."""
    documents = [operation_document(operation) for operation in operations]
    return _splice(plan, by, edition, 0, plan.operations.count(), documents)


@act
def undo(package: Package, *, by: Actor, edition: int) -> Edit:
    """Take back the last edit that was not taken back yet. Raises `NothingToUndo`."""
    last = package.edits.filter(undoes=None, undone_by=None).order_by("-edition").first()
    if last is None:
        raise NothingToUndo
    return _splice(last.plan, by, edition, last.place, len(last.after), last.before, undoes=last)


@act
def add_plan(
    package: Package,
    *,
    value: PlanValue,
    by: Actor,
    edition: int,
    titles: Mapping[str, str] | None = None,
) -> Plan:
    """Add a plan, that of another instrument. Raises what `actions.draft` raises."""
    package = _opened(package, edition)
    known = [PlanValue(code=one.code, day=one.day, operations=()) for one in plan_values(package)]
    check_codes(None, [*known, value])
    keep_plans(package, [value], {value.code: titles} if titles else {})
    _noted(package, by, plan=value.code, operations=len(value.operations))
    return package.plans.get(code=value.code)


@act
def remove_plan(plan: Plan, *, by: Actor, edition: int) -> None:
    """Take a plan with all it says out of its package; this cannot be undone."""
    package = _opened(plan.package, edition)
    removed = plan.operations.count()
    plan.delete()
    _noted(package, by, plan=plan.code, removed=removed)


@act
def describe(
    package: Package, *, by: Actor, edition: int, on: date, titles: Mapping[str, str]
) -> Package:
    """Give a package another title or day of effect."""
    package = _opened(package, edition)
    package.day, package.titles = on, dict(titles)
    package.save(update_fields=["day", "titles"])
    _noted(package, by, day=on.isoformat(), titles=dict(titles))
    return package


@act
def describe_plan(
    plan: Plan, *, by: Actor, edition: int, titles: Mapping[str, str], instrument: str | None
) -> Plan:
    """Give a plan another title or instrument. Raises as `actions.draft` does."""
    package = _opened(plan.package, edition)
    plan.titles = dict(titles)
    plan.instrument_id = instrument_for(package, plan, instrument)
    plan.save(update_fields=["titles", "instrument"])
    _noted(package, by, plan=plan.code, instrument=instrument)
    return plan


@act
def copy(package: Package, *, by: Actor, on: date, code: str, titles: Mapping[str, str]) -> Package:
    """Copy a package as a variant of it (bản phương án so sánh), a draft again.

    `on` is its day of effect. Raises what `actions.draft` raises.
    """
    plans = [
        PlanValue(code=one.code, day=on, operations=one.operations, instrument=one.instrument)
        for one in plan_values(package)
    ]
    called = {plan.code: plan.titles for plan in package.plans.all()}
    made = actions.draft(code, by=by, on=on, plans=plans, titles=titles, plan_titles=called)
    made.variant_of = package.variant_of or package
    made.save(update_fields=["variant_of"])
    record("plan.copied", by=by, target=made.chain, of=package.code)
    return made


def _splice(
    plan: Plan,
    by: Actor,
    edition: int,
    place: int,
    removed: int,
    documents: Sequence[Json],
    undoes: Edit | None = None,
) -> Edit:
    """From a place on, let so many operations give way to others, and keep that it was done."""
    package = _opened(plan.package, edition)
    rows = list(plan.operations.filter(place__gte=place, place__lt=place + removed))
    if len(rows) != removed or place > plan.operations.count():
        raise NoSuchPlace(place)
    before = [row.document for row in rows]
    _put(plan, rows, place, documents)
    entry = _noted(package, by, plan=plan.code, place=place, out=removed, into=len(documents))
    return Edit.objects.create(
        package=package,
        edition=package.edition,
        plan=plan,
        place=place,
        before=before,
        after=list(documents),
        undoes=undoes,
        at=entry.at,
        **person(by),
    )


def _put(plan: Plan, rows: list[Operation], place: int, documents: Sequence[Json]) -> None:
    """Rows keep their place in the database as long as there is something to put into them."""
    for row, document in zip(rows, documents, strict=False):
        row.document = document
    kept = rows[: len(documents)]
    Operation.objects.bulk_update(kept, ["document"], batch_size=500)
    plan.operations.filter(pk__in=[row.pk for row in rows[len(kept) :]]).delete()
    _shift(plan, place + len(rows), len(documents) - len(rows))
    Operation.objects.bulk_create(
        [
            Operation(plan=plan, place=place + number, document=documents[number])
            for number in range(len(kept), len(documents))
        ],
        batch_size=2000,
    )


def _shift(plan: Plan, start: int, by: int) -> None:
    """Count the places from one on anew; in two steps, since no two may be alike in between."""
    if by:
        plan.operations.filter(place__gte=start).update(place=F("place") + ASIDE)
        plan.operations.filter(place__gte=ASIDE).update(place=F("place") + by - ASIDE)


def _opened(package: Package, edition: int) -> Package:
    """The draft as it stands now, held. Raises `workflow.Refused` and `Stale`."""
    package = held(package)
    workflow.check(package, "edit")
    if package.edition != edition:
        raise Stale(package.edition)
    return package


def _noted(package: Package, by: Actor, **facts: Any) -> Any:
    """Count the edition on and tell the record; what was appraised is no more."""
    package.edition += 1
    package.save(update_fields=["edition"])
    Appraisal.objects.filter(package=package).delete()
    return record(
        "plan.edited",
        by=by,
        target=package.chain,
        at=timezone.now(),
        edition=package.edition,
        **facts,
    )

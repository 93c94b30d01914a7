"""Questions about plans."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from tinhgon.domain.along import composed
from tinhgon.domain.structure.documents import Json, read_operation, read_plan
from tinhgon.domain.structure.packages import Composition
from tinhgon.domain.structure.packages import Plan as PlanValue
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import jurisdiction, structure
from tinhgon.reorganisation.models import REACHED_BY, Invitation, Operation, Package, Plan, State
from tinhgon.reorganisation.permissions import PlanPermission


def packages() -> QuerySet[Package]:
    """All packages with what was done to them, latest day first.

    What the rules found and how many rows were written is read only where it is asked for.
    """
    rows = [row for _state, row in REACHED_BY]
    done = Package.objects.select_related("drafting", *rows).defer(*HEAVY)
    return done.order_by("-day", "code")


def held(package: Package) -> Package:
    """The package as it stands now, held against others until the transaction is over.

    It is held first and read then: what is read while one waits is of before the waiting.
    """
    Package.objects.select_for_update().get(pk=package.pk)
    return packages().get(pk=package.pk)


def by_state(packages: QuerySet[Package]) -> dict[State, int]:
    """How many packages there are in each state, in one query; only the states that occur."""
    counted = packages.order_by().values(stands=STATE).annotate(many=Count("pk"))
    return {State(one["stands"]): one["many"] for one in counted}


def in_state(packages: QuerySet[Package], state: str) -> QuerySet[Package]:
    """Those packages that are in a state."""
    return packages.alias(stands=STATE).filter(stands=state)


HEAVY = (
    *("appraisal__findings", "sealing__contents"),
    *("enactment__findings", "enactment__counts"),
)
"""What is read only where it is asked for."""

STATE = Case(
    *(When(**{f"{row}__isnull": False}, then=Value(state.value)) for state, row in REACHED_BY),
    default=Value(State.DRAFT.value),
)
"""`Package.state` as the database sees it."""


def visible_to(
    user: Any, *, on: date, scopes: Collection[str] = tuple(PlanPermission)
) -> QuerySet[Package]:
    """The packages that somebody may read on a day: those ever enacted, and drafts for planners.

    Whoever was invited to a draft reads that one. `scopes` limits what a program may do in
    somebody's name.
    """
    planning = [permission for permission in PlanPermission if permission in scopes]
    if not (planning and getattr(user, "is_authenticated", False)):
        return packages().filter(enactment__isnull=False)
    if user.may_any(planning, on=on):
        return packages()
    invited = Invitation.objects.filter(reader=user.pk).values("package")
    return packages().filter(Q(enactment__isnull=False) | Q(pk__in=invited))


def plans_of(package: Package) -> QuerySet[Plan]:
    """The plans of a package with their instruments and how many operations each has."""
    return package.plans.select_related("instrument").annotate(many=Count("operations"))


def due(on: date) -> QuerySet[Package]:
    """The enacted packages whose day has come and that are not in effect, the earliest first."""
    waiting = packages().filter(enactment__isnull=False, effect=None, withdrawal=None)
    return waiting.filter(day__lte=on).order_by("day", "code")


def passing_on(on: date) -> QuerySet[Package]:
    """The packages in effect on a day by which something passed to others, the latest first."""
    held = packages().filter(effect__isnull=False, day__lte=on)
    return held.filter(enactment__counts__succession__gt=0)


def concerning(unit: Unit) -> list[Package]:
    """The packages, enacted and not withdrawn, by which a unit began, changed, ended or shared."""
    touched = RawSQL(_TOUCHED, [unit.pk] * 5)
    return list(packages().filter(enactment__at__in=touched, withdrawal=None))


_TOUCHED = """
    SELECT recorded_from FROM registry_version WHERE unit_id = %s
    UNION SELECT recorded_from FROM registry_code WHERE unit_id = %s
    UNION SELECT recorded_from FROM registry_tie WHERE unit_id = %s
    UNION SELECT recorded_from FROM registry_succession WHERE predecessor_id = %s
    UNION SELECT recorded_from FROM registry_succession WHERE successor_id = %s
"""
"""When anything about a unit was recorded."""


def plan_documents(package: Package) -> list[Json]:
    """The plans of a package as JSON, as they are kept; two queries."""
    operations: dict[int, list[Json]] = {}
    for plan, document in (
        Operation.objects.filter(plan__package=package)
        .order_by("plan", "place")
        .values_list("plan", "document")
    ):
        operations.setdefault(plan, []).append(document)
    return [
        {
            "plan": plan.code,
            "day": package.day.isoformat(),
            "instrument": plan.instrument.number if plan.instrument else None,
            "operations": operations.get(plan.pk, []),
        }
        for plan in package.plans.select_related("instrument")
    ]


def plan_values(package: Package) -> list[PlanValue]:
    """The plans of a package as values, with two queries."""
    return [read_plan(document) for document in plan_documents(package)]


def plan_value(plan: Plan) -> PlanValue:
    """One plan as a value, with one query."""
    operations = plan.operations.order_by("place").values_list("document", flat=True)
    return PlanValue(
        code=plan.code,
        day=plan.package.day,
        instrument=plan.instrument.number if plan.instrument else None,
        operations=tuple(map(read_operation, operations)),
    )


def compose(package: Package) -> Composition:
    """What a drafted package would do to the structure that its day finds."""
    return composed(plan_values(package), structure(package.day), jurisdiction())

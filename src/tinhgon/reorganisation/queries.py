"""Questions about plans."""

from datetime import timedelta

from django.db.models import QuerySet

from tinhgon.domain.structure import rules
from tinhgon.domain.structure.documents import read_operation
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition
from tinhgon.domain.structure.packages import Plan as PlanValue
from tinhgon.domain.structure.units import Structure
from tinhgon.registry.queries import jurisdiction, structure
from tinhgon.reorganisation.models import Operation, Package, State


def packages() -> QuerySet[Package]:
    """All packages with what was done to them, latest day first."""
    return Package.objects.select_related("enactment", "effect", "withdrawal").order_by(
        "-day", "code"
    )


def plan_values(package: Package) -> list[PlanValue]:
    """The plans of a package as values, with two queries."""
    operations: dict[int, list] = {}
    for plan, document in (
        Operation.objects.filter(plan__package=package)
        .order_by("plan", "place")
        .values_list("plan", "document")
    ):
        operations.setdefault(plan, []).append(read_operation(document))
    return [
        PlanValue(
            code=plan.code,
            day=package.day,
            instrument=plan.instrument.number if plan.instrument else None,
            operations=tuple(operations.get(plan.pk, ())),
        )
        for plan in package.plans.select_related("instrument")
    ]


def found_by(package: Package) -> Structure:
    """What the package finds: the structure on its day or, once entered, on the day before."""
    entered = package.state in (State.ENACTED, State.IN_EFFECT)
    return structure(package.day - timedelta(days=1) if entered else package.day)


def compose(package: Package) -> Composition:
    """What the package does, or would do, to the structure it finds."""
    return Composition(plan_values(package), found_by(package), jurisdiction().levels)


def check(package: Package) -> list[Finding]:
    """What the rules say about a package, the heaviest first."""
    return rules.findings(compose(package))

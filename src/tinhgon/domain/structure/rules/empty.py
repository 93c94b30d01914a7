"""A plan says nothing, or there is no plan."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    if not composition.plans:
        yield Finding(rule="empty")
    for plan in composition.plans:
        if not plan.operations:
            yield Finding(rule="empty", facts={"plan": plan.code})

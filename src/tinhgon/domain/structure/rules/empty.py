"""A plan says nothing."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for plan in composition.plans:
        if not plan.operations:
            yield Finding(rule="empty", facts={"plan": plan.code})

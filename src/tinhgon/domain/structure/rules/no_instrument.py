"""A plan names no instrument: it can be drafted and judged, and is not enacted before it does."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for plan in composition.plans:
        if plan.instrument is None:
            facts = {"plan": plan.code}
            yield Finding(rule="no-instrument", severity=Severity.NOTE, facts=facts)

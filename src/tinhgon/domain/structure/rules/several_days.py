"""The plans of a package have different days of effect."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    days = sorted({plan.day.isoformat() for plan in composition.plans})
    if len(days) > 1:
        yield Finding(rule="several-days", facts={"days": days})

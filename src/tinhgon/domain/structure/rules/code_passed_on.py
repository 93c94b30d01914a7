"""A code passes to another unit: whoever asks by code must name the day."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    before = {unit.code: unit for unit in composition.before if unit.code}
    passed = [
        (before[unit.code], unit)
        for unit in composition.after
        if unit.code in before and before[unit.code].key != unit.key
    ]
    if passed:
        renamed = sum(old.name != new.name for old, new in passed)
        yield Finding(
            rule="code-passed-on",
            severity=Severity.NOTE,
            units=tuple(sorted(new.key for _, new in passed)),
            facts={"count": len(passed), "renamed": renamed},
        )

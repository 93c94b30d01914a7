"""A code passes to another unit: whoever asks by code must name the day."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.packages import Composition
from tinhgon.domain.structure.units import Unit


def check(composition: Composition) -> Iterator[Finding]:
    before = {unit.code: unit for unit in composition.before if unit.code}
    passed = [
        (before[unit.code], unit)
        for unit in composition.after
        if unit.code in before
        and before[unit.code].key != unit.key
        and not _bore_it(composition, unit)
    ]
    if passed:
        renamed = sum(old.name != new.name for old, new in passed)
        yield Finding(
            rule="code-passed-on",
            severity=Severity.NOTE,
            units=tuple(sorted(new.key for _, new in passed)),
            facts={"count": len(passed), "renamed": renamed},
        )


def _bore_it(composition: Composition, unit: Unit) -> bool:
    """Whether the unit has the code already: then two had it, and nothing passes."""
    own = composition.before.get(unit.key)
    return own is not None and own.code == unit.code

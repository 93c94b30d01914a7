"""Two units of one kind under one parent would bear one name."""

from collections import defaultdict
from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    new = {(unit.parent, unit.kind, unit.name) for unit in composition.touched}
    bearers: dict[tuple[str | None, str, str], list[str]] = defaultdict(list)
    for unit in composition.after:
        if (unit.parent, unit.kind, unit.name) in new:
            bearers[unit.parent, unit.kind, unit.name].append(unit.key)
    for (_, kind, name), keys in sorted(bearers.items(), key=lambda item: item[1]):
        if len(keys) > 1:
            facts = {"kind": kind, "name": name}
            yield Finding(
                rule="same-name", severity=Severity.EXPLAIN, units=tuple(sorted(keys)), facts=facts
            )

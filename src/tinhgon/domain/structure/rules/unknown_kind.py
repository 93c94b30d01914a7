"""A unit would be of a level or kind that the jurisdiction does not know on that day."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for unit in composition.touched:
        if not composition.levels.kind(unit.level, unit.kind, composition.day):
            facts = {"level": unit.level, "kind": unit.kind}
            yield Finding(rule="unknown-kind", units=(unit.key,), facts=facts)

"""A unit would stand under one that has ended: it must be moved, or end too."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for unit in sorted(composition.after, key=lambda unit: unit.key):
        for hierarchy, parent in unit.parents:
            if parent not in composition.after:
                facts = {"hierarchy": hierarchy}
                yield Finding(rule="parent-gone", units=(unit.key, parent), facts=facts)

"""A unit would begin at a level that is abolished on the same day."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for unit in composition.touched:
        if unit.level in composition.abolished:
            yield Finding(rule="level-abolished", units=(unit.key,), facts={"level": unit.level})

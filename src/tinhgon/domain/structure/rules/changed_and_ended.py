"""A unit that ends in the package is renamed, moved or otherwise changed by it."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    changed = {unit for unit, _, _ in composition.changes}
    for key in sorted(changed & composition.ended):
        yield Finding(rule="changed-and-ended", units=(key,))

"""An operation speaks of a unit that does not stand on the day and is not formed by the package."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition, reads


def check(composition: Composition) -> Iterator[Finding]:
    known = set(composition.formed)
    for key in sorted({*reads(composition.plans)} - known):
        if key not in composition.before:
            yield Finding(rule="unknown-unit", units=(key,))

"""A unit is concluded although no part of it goes anywhere."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for key in sorted(composition.concluded):
        if key not in composition.claims:
            yield Finding(rule="concluded-without-parts", units=(key,))

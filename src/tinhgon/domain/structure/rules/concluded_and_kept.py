"""A unit is concluded although it keeps something of itself."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for key in sorted(composition.concluded):
        if composition.keeps(key):
            yield Finding(rule="concluded-and-kept", units=(key,))

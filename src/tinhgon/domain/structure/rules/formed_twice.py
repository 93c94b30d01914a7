"""Two units begin under one key, or a unit begins under a key that another bears."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for key, units in composition.formed.items():
        if len(units) > 1 or key in composition.before:
            yield Finding(rule="formed-twice", units=(key,))

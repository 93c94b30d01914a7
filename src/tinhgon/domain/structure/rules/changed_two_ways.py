"""Two operations give one fact of a unit two values."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for (key, attribute, hierarchy), changes in composition.changes.items():
        values = sorted({change.value or "" for change in changes})
        if len(values) > 1:
            facts = {"attribute": attribute, "hierarchy": hierarchy, "values": values}
            yield Finding(rule="changed-two-ways", units=(key,), facts=facts)

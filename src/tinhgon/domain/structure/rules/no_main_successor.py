"""A unit ends, others take of it, and none of them is the one to take what no rule places."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for key in sorted(composition.ended & {*composition.claims}):
        if composition.main_successor(key) is None:
            yield Finding(rule="no-main-successor", severity=Severity.EXPLAIN, units=(key,))

"""A level is abolished that the jurisdiction does not know."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for level in sorted(composition.abolished - {*composition.levels}):
        yield Finding(rule="unknown-level", facts={"level": level})

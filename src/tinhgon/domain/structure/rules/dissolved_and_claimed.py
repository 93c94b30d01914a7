"""A unit is dissolved although others take something of it: conclude it instead."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for key in sorted(composition.dissolved_by_name & {*composition.claims}):
        yield Finding(rule="dissolved-and-claimed", units=(key,))

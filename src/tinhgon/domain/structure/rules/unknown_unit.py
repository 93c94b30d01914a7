"""An operation changes or takes of a unit that does not stand, or leads to one that never will."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition, reads


def check(composition: Composition) -> Iterator[Finding]:
    """What begins on the day may be led to, but nothing can be done to it yet."""
    before = composition.before
    acted_upon = {
        *composition.claims,
        *composition.concluded,
        *composition.dissolved_by_name,
        *(unit for unit, _, _ in composition.changes),
    }
    led_to = {*reads(composition.plans)} - {*composition.formed}
    for key in sorted(acted_upon | led_to):
        if key not in before:
            yield Finding(rule="unknown-unit", units=(key,))

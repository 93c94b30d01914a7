"""Something is taken of a unit that units of its level do not hold."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for source, claims in composition.claims.items():
        unit = composition.before.get(source)
        held = composition.holds(unit) if unit else frozenset()
        for claim in claims:
            if unit and not any(claim.touches(aspect) for aspect in held):
                yield Finding(rule="nothing-to-take", units=(source, claim.successor))

"""A successor takes something and does not stand after the day of effect."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    takers = {claim.successor for claims in composition.claims.values() for claim in claims}
    for key in sorted(takers & composition.ended):
        yield Finding(rule="successor-gone", units=(key,))

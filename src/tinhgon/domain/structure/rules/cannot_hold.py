"""A successor takes what units of its level do not hold: it would be lost with the next change."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for source, claims in composition.claims.items():
        unit = composition.before.get(source)
        for claim in claims:
            taker = composition.after.get(claim.successor)
            if unit and taker:
                beyond = composition.holds(unit) - composition.holds(taker)
                lost = sorted(aspect for aspect in beyond if claim.touches(aspect))
                if lost:
                    facts = {"aspects": lost}
                    yield Finding(rule="cannot-hold", units=(source, taker.key), facts=facts)

"""Something of a unit is taken twice: the whole beside a part, or the rest by two successors."""

from collections.abc import Iterator

from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for source, claims in composition.claims.items():
        for aspect in _holds(composition, source):
            touching = [claim for claim in claims if claim.touches(aspect)]
            extents = [claim.extent for claim in touching]
            whole, rest = extents.count(Extent.WHOLE), extents.count(Extent.REST)
            same = len({(c.successor, c.extent) for c in touching}) < len(touching)
            if (whole and len(touching) > 1) or rest > 1 or same:
                takers = sorted({claim.successor for claim in touching})
                facts = {
                    "aspect": aspect,
                    "extent": "whole" if whole else "rest" if rest else "part",
                }
                yield Finding(rule="claimed-twice", units=(source, *takers), facts=facts)


def _holds(composition: Composition, source: str) -> list[Aspect]:
    unit = composition.before.get(source)
    return sorted(composition.holds(unit)) if unit else []

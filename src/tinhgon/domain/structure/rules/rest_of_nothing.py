"""The rest of a unit is taken although no part of it goes elsewhere."""

from collections.abc import Iterator

from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for source, claims in composition.claims.items():
        if all(claim.extent is Extent.REST for claim in claims):
            takers = sorted({claim.successor for claim in claims})
            yield Finding(rule="rest-of-nothing", units=(source, *takers))

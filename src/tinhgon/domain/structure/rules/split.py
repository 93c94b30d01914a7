"""Units are shared among several successors: what hangs on them must be placed."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    shares = {
        source: len({claim.successor for claim in claims})
        for source, claims in composition.claims.items()
    }
    split = {source: count for source, count in shares.items() if count > 1}
    if split:
        facts = {"count": len(split), "parts": sum(split.values()), "most": max(split.values())}
        yield Finding(rule="split", severity=Severity.NOTE, units=tuple(sorted(split)), facts=facts)

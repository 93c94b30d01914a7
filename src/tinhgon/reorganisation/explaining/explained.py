"""Which findings ask for an explanation, and which of them have one."""

from collections.abc import Iterable

from tinhgon.audit.hashing import digest
from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.reorganisation.models import Explanation, Package


def about(finding: Finding) -> str:
    """What a finding is about, short: another unit or another figure needs another explanation."""
    return digest({"units": sorted(finding.units), "facts": repr(sorted(finding.facts.items()))})


def wanting(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that ask for an explanation."""
    return [finding for finding in findings if finding.severity is Severity.EXPLAIN]


def explained(
    package: Package, findings: Iterable[Finding]
) -> list[tuple[Finding, Explanation | None]]:
    """Each finding that asks for an explanation, with the one it has."""
    made = {(one.rule, one.about): one for one in package.explanations.all()}
    return [(finding, made.get((finding.rule, about(finding)))) for finding in wanting(findings)]

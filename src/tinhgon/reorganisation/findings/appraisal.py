"""What the rules found in a package (kết luận thẩm định), in words, with the units it concerns."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.norms.judging import rules as rules_of_norms
from tinhgon.domain.structure import rules
from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.norms.finding.grounds import Grounds
from tinhgon.reorganisation.findings.words import (
    alike_in,
    finding_advice,
    finding_words,
    verdict_of,
)
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.words import SEVERITIES
from tinhgon.ui import writing

MOST_NAMED = 5


@dataclass(frozen=True)
class Told:
    """A finding in words; `number` is its place among all, from 1."""

    number: int
    finding: Finding
    says: str
    do: str
    named: tuple[tuple[str, str], ...]

    @property
    def grounds(self) -> Grounds | None:
        """What a rule of norms rests on; nothing for a rule of plans."""
        verdict = verdict_of(self.finding)
        return Grounds(verdict) if verdict else None

    @property
    def many(self) -> bool:
        """Whether it tells of many verdicts alike."""
        return alike_in(self.finding) > 1

    @property
    def more(self) -> int:
        """How many units it concerns that are not named here."""
        return len(self.finding.units) - len(self.named)


def told(findings: Iterable[Finding], names: Names, first: int = 1) -> list[Told]:
    """Findings in words, the first units of each by name and page."""
    return [
        Told(
            number,
            finding,
            finding_words(finding, names),
            finding_advice(finding),
            tuple((names(key), names.url(key)) for key in finding.units[:MOST_NAMED]),
        )
        for number, finding in enumerate(findings, first)
    ]


def counted(findings: Iterable[Finding]) -> str:
    """«1 chặn, 2 cần giải trình»."""
    found = Counter(finding.severity for finding in findings)
    words = [
        f"{writing.count(found[one])} {str(SEVERITIES[one]).lower()}"
        for one in Severity
        if found[one]
    ]
    return ", ".join(words)


def passed(findings: Iterable[Finding]) -> str:
    """How many rules found nothing."""
    told = {finding.rule for finding in findings}
    count = len(rules.rules()) + len(rules_of_norms()) - len(told)
    if not told:
        return _("All %s checks found nothing") % writing.count(count)
    words = ngettext("%s other check found nothing", "%s other checks found nothing", count)
    return words % writing.count(count)


def advice(findings: Iterable[Finding]) -> list[str]:
    """What is to be done before a package may be enacted, each once, in order."""
    return list(dict.fromkeys(finding_advice(finding) for finding in findings))


def blocked(findings: list[Finding]) -> str:
    """Why a package may not be enacted, in a sentence."""
    count = len(findings)
    words = ngettext(
        "%s finding stops it. In this order:", "%s findings stop it. In this order:", count
    )
    return words % writing.count(count)


def when(package: Any) -> str:
    """Of when the findings are."""
    if hasattr(package, "enactment"):
        return _("As found when it was enacted, %s.") % writing.day(package.enactment.at)
    return _("As found now.")

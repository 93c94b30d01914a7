"""Sentences for what rules find in plans and for why an act on a package is refused."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.domain.structure.findings import Finding

FINDINGS: dict[str, Promise] = {}


def finding_words(finding: Finding) -> str:
    return f"{finding.rule} {finding.units[:5]} {dict(finding.facts)}"


def refusal_words(refused: Any) -> list[str]:
    return [str(refused)]


assert _ and gettext_lazy

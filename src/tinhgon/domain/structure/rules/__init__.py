"""What makes a package impossible, or needs to be explained: one rule a file, found by itself.

A rule is a module whose docstring is the sentence people read in the catalogue of rules, and whose
`check(composition)` yields findings. Figures of law never stand here: rules that need them get them
as values.
"""

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from types import ModuleType

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.packages import Composition

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


@cache
def rules() -> dict[str, ModuleType]:
    """Every rule by its name."""
    return {
        module.name.replace("_", "-"): importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
        if not module.ispkg
    }


def findings(composition: Composition) -> list[Finding]:
    """Everything the rules say about a package, the heaviest first, in an order no plan decides."""
    return in_order(finding for rule in rules().values() for finding in rule.check(composition))


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """Findings, the heaviest first, and in an order that nothing but themselves decides."""
    return sorted(found, key=lambda f: (_WEIGHT[f.severity], f.rule, f.units, repr(f.facts)))


def blocks(found: Iterable[Finding]) -> list[Finding]:
    """Those findings that stop a package."""
    return [finding for finding in found if finding.severity is Severity.BLOCK]

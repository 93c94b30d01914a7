"""Judging: every rule over a world, in an order that nothing but the verdicts decides."""

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from types import ModuleType

from tinhgon.domain.norms import rules as folder
from tinhgon.domain.norms.verdicts import Severity, Verdict
from tinhgon.domain.norms.world import World

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


@cache
def rules() -> dict[str, ModuleType]:
    """Every rule by its name."""
    return {
        module.name.replace("_", "-"): importlib.import_module(f"{folder.__name__}.{module.name}")
        for module in pkgutil.iter_modules(folder.__path__)
        if not module.ispkg
    }


def judge(world: World, only: Iterable[str] = ()) -> list[Verdict]:
    """What the rules say of a world, all or only some of them; the heaviest first."""
    wanted = [*only] or [*rules()]
    found = [verdict for name in wanted for verdict in rules()[name].check(world)]
    return sorted(found, key=_order)


def _order(verdict: Verdict) -> tuple[int, str, tuple[str, ...], str]:
    return _WEIGHT[verdict.severity], verdict.rule, verdict.units, verdict.about

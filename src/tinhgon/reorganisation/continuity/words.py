"""What rests on the units that a package ends, and what becomes of it, in words."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.reorganisation.continuity.counting import resting
from tinhgon.reorganisation.continuity.impact import By
from tinhgon.reorganisation.continuity.returning import KEPT
from tinhgon.reorganisation.continuity.table import Identity, Rule, moving
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.reorganisation.words import RELATIONS

BECOMES = {
    By.ENDS: gettext_lazy("ends with the unit"),
    By.MAIN: gettext_lazy("goes to the main successor"),
    By.ABOVE: gettext_lazy("goes to the unit above"),
    By.DECIDED: gettext_lazy("goes where somebody decided"),
    By.OPEN: gettext_lazy("waits for a decision"),
}
"""What becomes of what hangs on a unit, by what settles it."""


@dataclass(frozen=True)
class Resting:
    """What rested on units that ended: `rows` (what, how many, what becomes of it).

    `hanging` is how much still hung on them after the effect; None before it. `kept` is how many
    posts could not be given back to restored units.
    """

    rows: list[dict[str, Any]]
    hanging: int | None
    kept: int = 0

    @property
    def total(self) -> int:
        """How many there are of all relations."""
        return sum(row["count"] for row in self.rows)


def resting_on(package: Package, done: Rearrangement) -> Resting | None:
    """What moved when the package took effect, or would move; None where it was withdrawn."""
    if package.state is State.WITHDRAWN or not done.ended:
        return None
    if hasattr(package, "effect"):
        counts = package.effect.counts
        return Resting(_rows(counts), package.effect.hanging, counts.get(KEPT, 0))
    return Resting(_rows(resting(done.ended, done.day)), None)


def _rows(counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"what": capfirst(str(RELATIONS[name])), "count": counts.get(name, 0), "then": _then(rule)}
        for name, rule in moving().items()
    ]


def _then(rule: Rule) -> str:
    if isinstance(rule, Identity):
        return _("end with the unit")
    return _("go to whoever answers afterwards")

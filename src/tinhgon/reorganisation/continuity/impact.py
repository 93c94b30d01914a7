"""The impact of a package (tác động): what hangs on each unit that ends and what becomes of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tinhgon.reorganisation.continuity.counting import resting_on_units
from tinhgon.reorganisation.continuity.decisions import Decided, decisions_of
from tinhgon.reorganisation.continuity.heirs import Heirs
from tinhgon.reorganisation.continuity.table import Identity, moving
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.rearrangement.value import Rearrangement


class By(StrEnum):
    """By what it is settled what becomes of what hangs on a unit."""

    ENDS = "ends"
    MAIN = "main"
    ABOVE = "above"
    DECIDED = "decided"
    OPEN = "open"


@dataclass(frozen=True)
class Line:
    """So many rows of a relation hang on a unit; they end, go to `heir`, or wait."""

    relation: str
    unit: str
    count: int
    by: By
    heir: str | None = None


def impact(package: Package, done: Rearrangement) -> list[Line]:
    """What hangs on the units that end, as counted now; one query a relation."""
    return [*_lines(done, done.heirs, decisions_of(package))]


def _lines(done: Rearrangement, heir_of: Heirs, decided: Decided) -> Iterator[Line]:
    keys = json.dumps(sorted(done.ended))
    for relation, rule in moving().items():
        chosen = decided.get(relation, {})
        for unit, count in resting_on_units(relation, keys, done.day):
            if isinstance(rule, Identity):
                yield Line(relation, unit, count, By.ENDS)
            elif unit in chosen:
                yield Line(relation, unit, count, By.DECIDED, chosen[unit].heir)
            else:
                heir = heir_of.get(unit)
                by = By.OPEN if heir is None else By.MAIN if unit in done.forward else By.ABOVE
                yield Line(relation, unit, count, by, heir)

"""What people decided about what hangs on units that end, where no rule decides (phân giao)."""

from collections.abc import Mapping
from dataclasses import dataclass

from tinhgon.reorganisation.models import Package


@dataclass(frozen=True)
class Decision:
    """All that hangs on a unit goes to `heir`, but the rows that `named` gives to others."""

    heir: str
    named: tuple[tuple[str, tuple[int, ...]], ...] = ()

    @property
    def heirs(self) -> tuple[str, ...]:
        """All that get something."""
        return (self.heir, *(heir for heir, _rows in self.named))


Decided = Mapping[str, Mapping[str, Decision]]
"""By relation of `table`, then by the key of the unit that ends."""

NOTHING: Decided = {}


def decisions_of(package: Package) -> Decided:
    """What was decided for a package; one query."""
    found: dict[str, dict[str, Decision]] = {}
    for one in package.allotments.all():
        named = tuple((heir, tuple(rows)) for heir, rows in sorted(one.named.items()))
        found.setdefault(one.relation, {})[one.unit] = Decision(one.heir, named)
    return found

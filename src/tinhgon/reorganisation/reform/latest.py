"""The latest reform of a place in one picture, and what it shows."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.reorganisation import queries
from tinhgon.reorganisation.flow.view import NotConcerned, Strand, View, followed
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.reorganisation.reform.picture import Picture, picture

MOST_STRANDS = 2000
"""More than this are not seen apart; then there is no picture."""

MOST_LOOKED_AT = 3
"""So many packages are looked at, the latest first, for one that concerns the place."""


@dataclass(frozen=True, eq=False)
class Reform:
    """What passed at a place; `place` is its key, None where it is the whole."""

    done: Rearrangement
    place: str | None

    @cached_property
    def strands(self) -> list[Strand]:
        """All that passed there. Raises `NotConcerned`."""
        return View(self.done, self.place).strands

    @cached_property
    def ways(self) -> Counter[str]:
        """For each old unit how many new ones it is in."""
        return Counter(strand.old.key for strand in self.strands)

    @cached_property
    def shared(self) -> dict[str, int]:
        """The old units that are in several new ones."""
        return {key: count for key, count in self.ways.items() if count > 1}

    @cached_property
    def most_shared(self) -> list[str]:
        """The keys of those in the most new ones; several where they are alike."""
        most = max(self.shared.values(), default=0)
        return [key for key, count in self.shared.items() if count == most]

    @cached_property
    def followed(self) -> str | None:
        """The unit in gold."""
        return followed(View(self.done, self.place), None, self.place)

    @property
    def old(self) -> list[Unit]:
        """All old units of the level of those that passed, the ones that did not included."""
        return self._all(self.done.before, {strand.old.level for strand in self.strands})

    @property
    def new(self) -> list[Unit]:
        """All new units of the level of those that came of it."""
        return self._all(self.done.after, {strand.new.level for strand in self.strands})

    def _all(self, structure: Structure, levels: Collection[str]) -> list[Unit]:
        units = structure.under(self.place) if self.place else iter(structure)
        return [unit for unit in units if unit.level in levels and unit.key != self.place]

    @cached_property
    def unchanged(self) -> int:
        """How many old units go on as they were, or under another unit only."""
        return sum(unit.key in self.done.after for unit in self.old)

    @cached_property
    def picture(self) -> Picture:
        """Everything placed."""
        return picture(self.strands, self.followed)


def latest_reform(place: str | None, on: date) -> tuple[Package, Reform] | None:
    """The latest package in effect by which something passed at a place, or nothing."""
    for package in queries.passing_on(on)[:MOST_LOOKED_AT]:
        reform = _reform(rearrangement(package), place)
        if reform:
            return package, reform
    return None


@lru_cache(maxsize=8)
def _reform(done: Rearrangement, place: str | None) -> Reform | None:
    reform = Reform(done, place)
    try:
        return reform if 1 < len(reform.strands) <= MOST_STRANDS else None
    except NotConcerned:
        return None

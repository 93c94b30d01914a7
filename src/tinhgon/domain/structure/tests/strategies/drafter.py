"""Who drafts random packages: knows what is still free to be taken, and what has been said."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from hypothesis import strategies as st

from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.tests.strategies.structures import CODES, KINDS, NAMES
from tinhgon.domain.structure.tests.world import DAY, LEVELS
from tinhgon.domain.structure.units import Structure, Unit

ALWAYS_KINDS = KINDS | {"commune": ("xã", "phường")}


@dataclass
class Drafter:
    """The state of one draft. No scene ends `parents`; `abolishing`: the districts end."""

    draw: st.DrawFn
    before: Structure
    day: date
    parents: tuple[str, ...]
    abolishing: bool
    taken: set[str] = field(default_factory=set)
    said: list[Operation] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(50))

    @property
    def districts_are_known(self) -> bool:
        """Whether the law still knows districts on the day."""
        return self.day < DAY

    def one(self, *choices: Any) -> Any:
        """One of several things."""
        return self.draw(st.sampled_from(choices))

    def free(self, level: str, least: int = 1, most: int = 1) -> list[str]:
        """Units of a level that no scene has taken, taken by this; none where there are too few."""
        keys = [
            unit.key
            for unit in sorted(self.before, key=lambda unit: unit.key)
            if unit.level == level and unit.key not in self.taken
        ]
        if len(keys) < max(least, 1):
            return []
        chosen = st.lists(st.sampled_from(keys), min_size=least, max_size=most, unique=True)
        taken = self.draw(chosen)
        self.taken.update(taken)
        return taken

    def new(self, level: str = "commune", **facts: Any) -> Unit:
        """A unit that does not stand yet."""
        given = {
            "key": f"n{next(self.numbers)}@{self.day}",
            "level": level,
            "kind": self.one(*ALWAYS_KINDS[level]),
            "name": self.one(*NAMES),
            "code": self.code(level),
            "parent": self.parent(level),
        }
        return Unit(**given | facts)

    def code(self, level: str) -> str | None:
        """A code that nobody bears, or none."""
        number = next(self.numbers)
        return CODES[level].format(number) if level in CODES and self.one(1, 1, 0) else None

    def parent(self, level: str) -> str:
        """An area that goes on, under which units of a level may stand."""
        rank = LEVELS[level].rank
        return str(
            self.one(*(key for key in self.parents if LEVELS[self.before[key].level].rank < rank))
        )

    def say(self, *operations: Operation) -> None:
        """Put operations into the draft."""
        self.said += operations

"""Answers: a result with the steps by which it came about, down to articles, days and inputs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tinhgon.law.book import NOTHING, Figure, Words
from tinhgon.law.marks import is_verified, weakest

RULE, FIGURE, INPUT = "rule", "figure", "input"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: a rule with what it rests on below, a figure of law, or something given."""

    kind: str
    name: str
    value: Any
    figure: Figure | None = None
    steps: tuple["Step", ...] = ()

    def provisions(self) -> tuple[Figure, ...]:
        """The figures it rests on, each once, in the order they were read."""
        own = (self.figure,) if self.figure else ()
        below = (figure for step in self.steps for figure in step.provisions())
        return tuple({(one.name, one.of, one.since): one for one in (*own, *below)}.values())


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the law says to a question on a day.

    `value` is None where the law leaves it to another document, which `left_to` names. `mark` is
    the weakest of the figures that had a say.
    """

    name: str
    on: date
    value: Any
    unit: str
    step: Step

    @property
    def steps(self) -> tuple[Step, ...]:
        """What the result rests on directly."""
        return self.step.steps

    @property
    def provisions(self) -> tuple[Figure, ...]:
        """Every figure that had a say."""
        return self.step.provisions()

    @property
    def mark(self) -> str:
        """How surely the result is known: as surely as the weakest figure under it."""
        return weakest(figure.mark for figure in self.provisions)

    @property
    def is_verified(self) -> bool:
        """Whether everything it rests on was read in the text of the law itself."""
        return is_verified(self.mark)

    @property
    def left_to(self) -> Words:
        """The document to which the law leaves the figure, in each language."""
        if self.value is not None:
            return NOTHING
        return next((one.left_to for one in self.provisions if one.left_to), NOTHING)

"""What rules ask of the law, as values: whoever judges hands in something that answers."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tinhgon.domain.norms.verdicts import Provision, weakest

Value = int | bool | date | None


class Unjudged(Exception):
    """The law, or what is known of a unit, gives no answer: `reason` says why, `about` of what.

    Reasons: `unknown` input, or why the law says nothing (`law.refusals`): not yet, not any more,
    text not obtained. `day` is the first on which it does.
    """

    def __init__(self, reason: str, about: str, day: date | None = None) -> None:
        super().__init__(f"{reason} {about}")
        self.reason, self.about, self.day = reason, about, day


@dataclass(frozen=True)
class Ruling:
    """What the law answers; a `value` of None leaves it to another document."""

    value: Value
    provisions: tuple[Provision, ...] = ()

    @property
    def mark(self) -> str:
        """How surely it is known: as surely as the weakest of what it rests on."""
        return weakest(one.mark for one in self.provisions)

    @property
    def number(self) -> int | None:
        """The value as a number; None where the law leaves it open."""
        return self.value if isinstance(self.value, int) else None


class Figures(Protocol):
    """The law of one day; `used` are the names of the figures that its answers rested on."""

    @property
    def used(self) -> set[str]: ...

    def asks(self, name: str) -> tuple[str, ...]:
        """The inputs that a question needs. Raises `Unjudged` where nothing is provided."""

    def choices(self, given: str) -> tuple[object, ...]:
        """What an input may be; nothing where it is a number or a day."""

    def rule(self, name: str, **given: object) -> Ruling:
        """The answer to a question. Raises `Unjudged` where nothing is provided."""

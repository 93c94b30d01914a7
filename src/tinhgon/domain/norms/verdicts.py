"""Verdicts (kết luận): what a rule says of units on a day; words are put to it at the door."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

MARKS = ("P", "Pq", "O", "R", "K", "K?")
"""How surely something is verified, from the text itself down to a guess."""


class Severity(StrEnum):
    """How much a verdict weighs, the heaviest first.

    A new unit may not come about so (BLOCK); one that stands is over what the law allows (OVER); it
    must be put right, maybe by a day (WARN); it could not be judged (UNJUDGED).
    """

    BLOCK = "block"
    OVER = "over"
    WARN = "warn"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, kw_only=True)
class Provision:
    """A figure that had a say: where it stands, since when, and how surely it is verified."""

    name: str
    of: tuple[str, ...] = ()
    instrument: str | None = None
    issued: date | None = None
    article: str | None = None
    since: date | None = None
    mark: str = "K"


@dataclass(frozen=True)
class Remedy:
    """One thing that would satisfy the rule: `code` names the sentence, `number` is how many."""

    code: str
    number: int | None = None


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What one rule says of some units.

    The first of `units` is the one it is about; `about` tells apart what a rule finds of it several
    times (a kind of staff, a function). `found` stands against `limit`. `answers` is the unit that
    must put it right, and `until` the last day on which it need not be yet. `inputs` is what the
    law was asked with.
    """

    rule: str
    severity: Severity
    units: tuple[str, ...] = ()
    about: str = ""
    found: int | None = None
    limit: int | None = None
    remedies: tuple[Remedy, ...] = ()
    provisions: tuple[Provision, ...] = ()
    inputs: Mapping[str, object] = field(default_factory=dict, hash=False)
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    answers: str | None = None
    until: date | None = None

    @property
    def identifier(self) -> str:
        """The same for the same thing on every run, whatever becomes of its figures."""
        unjudged = self.severity is Severity.UNJUDGED
        said = json.dumps([self.rule, self.units[:1], self.about, unjudged])
        return hashlib.sha256(said.encode()).hexdigest()[:20]

    @property
    def mark(self) -> str:
        """How surely the law behind it is verified."""
        return weakest(one.mark for one in self.provisions)


def weakest(marks: Iterable[str]) -> str:
    """Of several marks the one that says least; where there is none, nothing is known."""
    return max(marks, key=MARKS.index, default=MARKS[-1])

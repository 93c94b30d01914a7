"""The law of a day as rules ask it: `law.queries` with what was asked once kept.

The statutes do not change while a process runs, so an answer is kept for good.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from tinhgon.domain.norms.figures import Ruling, Unjudged
from tinhgon.domain.norms.verdicts import Provision
from tinhgon.law import queries
from tinhgon.law.book import Figure
from tinhgon.law.inputs import CHOICE, INPUTS, YES_NO
from tinhgon.law.refusals import Refused


@dataclass(frozen=True)
class LawOfDay:
    """What the law says on one day; `used` are the names of the figures that answers rest on."""

    on: date
    used: set[str] = field(default_factory=set, compare=False)

    def asks(self, name: str) -> tuple[str, ...]:
        """The inputs that a question needs on the day. Raises `Unjudged`."""
        return _kept(_asks(name, self.on))

    def choices(self, given: str) -> tuple[object, ...]:
        """What an input may be; nothing where it is a number or a day."""
        asked = INPUTS[given]
        if asked.kind == YES_NO:
            return True, False
        return tuple(asked.choices) if asked.kind == CHOICE else ()

    def rule(self, name: str, **given: object) -> Ruling:
        """The answer to a question. Raises `Unjudged`."""
        ruling: Ruling = _kept(_rule(name, self.on, tuple(given.items())))
        self.used.update(one.name for one in ruling.provisions)
        return ruling


def _kept(found: Any) -> Any:
    if isinstance(found, Unjudged):
        raise Unjudged(found.reason, found.about, found.day)
    return found


@lru_cache(maxsize=1_000)
def _asks(name: str, on: date) -> tuple[str, ...] | Unjudged:
    try:
        return queries.inputs_of(name, on)
    except Refused as refused:
        return _unjudged(name, refused)


@lru_cache(maxsize=20_000)
def _rule(name: str, on: date, given: tuple[tuple[str, Any], ...]) -> Ruling | Unjudged:
    inputs: Mapping[str, Any] = dict(given)
    try:
        answer = queries.answer(name, on=on, **inputs)
    except Refused as refused:
        return _unjudged(name, refused)
    value = answer.value
    plain = value.item() if hasattr(value, "item") else value
    return Ruling(plain, tuple(map(_provision, answer.provisions)))


def _unjudged(name: str, refused: Refused) -> Unjudged:
    day = refused.facts.get("first")
    return Unjudged(refused.code, name, day if isinstance(day, date) else None)


def _provision(figure: Figure) -> Provision:
    cited = figure.instrument
    return Provision(
        name=figure.name,
        of=figure.of,
        instrument=cited.number if cited else None,
        issued=cited.issued if cited else None,
        article=figure.article,
        since=figure.since,
        mark=figure.mark,
    )

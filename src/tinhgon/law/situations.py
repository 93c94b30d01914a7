"""Situations (tình huống): worked examples that a lawyer can read, and whether the rules keep them.

A file of `tinhgon/statutes/situations` is a list of situations. Each names what it `asks`, what is
`given` in all its cases, and the `cases` themselves: a day, what else is given, and the `answer`;
or `no:` with the reason why there is none.

    - situation: {vi: …, en: A division of a department with six posts}
      asks: division_minimum_posts
      given: {province_class: class_3}
      cases:
        - {on: 2025-06-15, answer: 5, mark: K}
        - {on: 2025-06-16, answer: 7, mark: P}
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from tinhgon.law.answers import Answer
from tinhgon.law.files import load
from tinhgon.law.json_documents import plain
from tinhgon.law.queries import answer
from tinhgon.law.refusals import Refused
from tinhgon.statutes import SITUATIONS

OWN = {"on", "answer", "mark", "no"}


@dataclass(frozen=True)
class Case:
    """One question of a situation and the answer that must come."""

    file: str
    titles: Mapping[str, str]
    asks: str
    on: date
    inputs: Mapping[str, Any]
    expected: Mapping[str, Any]

    def __str__(self) -> str:
        given = ", ".join(f"{key}={value}" for key, value in self.inputs.items())
        return f"{self.file}: {self.asks}({given}) {self.on}"

    def fault(self) -> str:
        """What comes instead of what must; nothing where it holds."""
        try:
            came = _told(answer(self.asks, on=self.on, **self.inputs))
        except Refused as refused:
            came = {"no": refused.code}
        wrong = {key: came.get(key) for key in self.expected if came.get(key) != self.expected[key]}
        return f"{dict(self.expected)} ≠ {came}" if wrong else ""


@cache
def cases() -> tuple[Case, ...]:
    """Every case of every file; read once."""
    files = sorted(SITUATIONS.iterdir(), key=lambda file: file.name)
    return tuple(
        case for file in files for situation in load(file) for case in _cases(file.name, situation)
    )


def _cases(file: str, situation: Mapping[str, Any]) -> Iterator[Case]:
    for row in situation["cases"]:
        given = {**situation.get("given", {}), **row}
        inputs = {key: value for key, value in given.items() if key not in OWN}
        expected = {key: plain(row[key]) for key in ("answer", "mark", "no") if key in row}
        yield Case(file, situation["situation"], situation["asks"], row["on"], inputs, expected)


def _told(came: Answer) -> dict[str, Any]:
    return {"answer": plain(came.value), "mark": came.mark}

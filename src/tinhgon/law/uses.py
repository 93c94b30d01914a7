"""Which figures a rule reads: found by asking it everything once, so that no list need be kept."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from typing import Any

from tinhgon.law import system
from tinhgon.law.inputs import CHOICE, DAY, INPUTS, NUMBER
from tinhgon.law.queries import answer, inputs_of, judge, rule_names
from tinhgon.law.refusals import Refused

SAMPLES: dict[str, tuple[Any, ...]] = {
    NUMBER: (0, 50),
    DAY: (date(2025, 6, 20),),
    "yes_no": (False, True),
}
LONG_AGO, TRIED = date(2025, 6, 20), date(2025, 7, 1)


@cache
def figures_used_by(rule: str) -> tuple[str, ...]:
    """The parameters that a rule reads, in order of names."""
    starts = (date.fromisoformat(day) for day in system.rules()[rule].formulas)
    days = {max(day, LONG_AGO) if day.year < 2000 else day for day in starts} | {TRIED}
    return tuple(sorted({name for day in days for name in _read(rule, day)}))


@cache
def used_in(parameter: str) -> tuple[str, ...]:
    """The rules that read a parameter."""
    return tuple(rule for rule in rule_names() if parameter in figures_used_by(rule))


def _read(rule: str, day: date) -> Iterator[str]:
    """The figures read on a day for every choice; a row without an answer is passed over."""
    try:
        asked = inputs_of(rule, day)
    except Refused:
        return
    rows = list(product(*(_samples(key) for key in asked)))
    try:
        columns = dict(zip(asked, map(list, zip(*rows, strict=True)), strict=True))
        yield from (figure.name for figure in judge(rule, on=day, **columns).provisions)
    except Refused:
        for row in rows:
            yield from _read_once(rule, day, dict(zip(asked, row, strict=True)))


def _read_once(rule: str, day: date, inputs: dict[str, Any]) -> Iterator[str]:
    try:
        yield from (figure.name for figure in answer(rule, on=day, **inputs).provisions)
    except Refused:
        return


def _samples(key: str) -> tuple[Any, ...]:
    asked = INPUTS[key]
    return tuple(asked.choices) if asked.kind == CHOICE else SAMPLES[asked.kind]

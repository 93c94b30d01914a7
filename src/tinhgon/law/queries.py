"""What other modules ask the law.

    figure("departments.most", on=day, province_class="special").value      # 15
    answer("division_deputies", on=day, posts=14, province_class="class_3")   # with its steps
    judge("division_deputies", on=day, posts=posts, province_class=classes)   # a column of many
    versions(["departments.most"], on=day)                                    # for a seal

Each raises a `Refused` (tinhgon.law.refusals) where there is no answer; none gives a silent 0.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np

from tinhgon.law import system
from tinhgon.law.answers import FIGURE, INPUT, Answer, Step
from tinhgon.law.book import Figure, Of, Parameter, book
from tinhgon.law.inputs import INPUTS
from tinhgon.law.marks import weakest
from tinhgon.law.reading import read_column, read_one
from tinhgon.law.refusals import BadInput, NoProvision, UnknownInput, UnknownName
from tinhgon.law.speaking import spoken
from tinhgon.law.tracing import computing, steps_of


@dataclass(frozen=True)
class Judged:
    """A column of results, masked where the law leaves one open, and the figures they rest on."""

    values: np.ma.MaskedArray[Any, Any]
    provisions: tuple[Figure, ...]

    @property
    def mark(self) -> str:
        """The weakest mark of all: none of the results is known less surely."""
        return weakest(one.mark for one in self.provisions)


@dataclass(frozen=True)
class Change:
    """A figure that is another from a day on; `before` is None where it is the first."""

    day: date
    before: Figure | None
    after: Figure


def figure(name: str, *, on: date, **of: Any) -> Figure:
    """The figure of a parameter that holds on a day, for the case that the keywords name."""
    parameter = known_parameter(name)
    _refuse_others(of, parameter.by, name)
    keys = tuple(read_one(key, of[key]) for key in parameter.by)
    case = parameter.case(keys)
    if case is None:
        raise NoProvision("no-such-case", name=name, of=keys)
    return in_force(parameter, case, on)


def in_force(parameter: Parameter, case: Of, on: date) -> Figure:
    """The version of a case that holds on a day; `NoProvision` says why there is none."""
    figures = parameter.cases[case]
    found = next((one for one in figures if on in one), None)
    if found is None:
        first = figures[0].since
        raise NoProvision("before-first-provision", name=parameter.name, on=on, first=first)
    if found.value is None:
        code = "text-not-obtained" if found.is_unknown else "ended"
        raise NoProvision(code, name=parameter.name, on=on, figure=found)
    return found


def answer(name: str, *, on: date, **inputs: Any) -> Answer:
    """What a rule, or a figure, gives on a day for these inputs, with every step."""
    if name in book():
        found = figure(name, on=on, **inputs)
        given = tuple(
            Step(kind=INPUT, name=key, value=read_one(key, inputs[key])) for key in inputs
        )
        step = Step(kind=FIGURE, name=name, value=found.value, figure=found, steps=given)
        return Answer(name=name, on=on, value=found.value, unit=found.unit, step=step)
    asked = inputs_of(name, on)
    _refuse_others(inputs, asked, name)
    simulation = system.simulation(1, trace=True)
    with computing(name, on):
        for key in asked:
            simulation.set_input(key, on.isoformat(), read_column(key, [inputs[key]]))
        simulation.calculate(name, on.isoformat())
    step = steps_of(simulation.tracer.trees[0])
    return Answer(name=name, on=on, value=step.value, unit=unit_of(name), step=step)


def judge(name: str, *, on: date, **columns: Any) -> Judged:
    """What a rule gives for many units at once; every column has a row for each of them."""
    asked = inputs_of(name, on)
    _refuse_others(columns, asked, name)
    read = {key: read_column(key, columns[key]) for key in asked}
    lengths = {len(column) for column in read.values()}
    if len(lengths) > 1:
        raise BadInput("columns-differ", lengths={key: len(one) for key, one in read.items()})
    simulation = system.simulation(max(lengths, default=1), trace=True)
    with computing(name, on):
        for key, column in read.items():
            simulation.set_input(key, on.isoformat(), column)
        values = np.ma.asarray(simulation.calculate(name, on.isoformat()))
    used = steps_of(simulation.tracer.trees[0], values=False).provisions()
    return Judged(values, used)


def known_parameter(name: str) -> Parameter:
    """The parameter of this name."""
    if name not in book():
        raise UnknownName("no-such-name", name=name)
    return book()[name]


def rule_names() -> list[str]:
    """The rules, in the order in which they are listed."""
    return list(system.rules())


@cache
def inputs_of(name: str, on: date | None = None) -> tuple[str, ...]:
    """What a rule, or a figure, asks on a day; without a day all it ever asks."""
    if name in book():
        return book()[name].by
    if name not in system.rules():
        raise UnknownName("no-such-name", name=name)
    rule = system.rules()[name]
    formulas = [rule.get_formula(on.isoformat())] if on else list(rule.formulas.values())
    if formulas == [None]:
        first = date.fromisoformat(next(iter(rule.formulas)))
        raise NoProvision("before-first-provision", name=name, on=on, first=first)
    asked = (key for formula in formulas for key in _inputs_of(formula, on))
    return tuple(dict.fromkeys(asked))


def _inputs_of(formula: Any, on: date | None) -> Iterator[str]:
    for word in spoken(formula):
        if word in INPUTS:
            yield word
        elif word in system.rules():
            yield from inputs_of(word, on)


def read_inputs(given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given, typed or as itself, read as values."""
    return {key: read_one(key, value) for key, value in given.items()}


def unit_of(name: str) -> str:
    """What a result is counted in."""
    if name in book():
        return book()[name].unit
    kind = system.rules()[name].value_type
    return {bool: "yes_no", date: "day"}.get(kind, "number")


def changes(after: date, until: date) -> list[Change]:
    """The figures that begin, change or end on a day after the first and up to the last."""
    found = [
        Change(now.since, before, now)
        for parameter in book().values()
        for figures in parameter.cases.values()
        for before, now in zip((None, *figures), figures, strict=False)
        if after < now.since <= until
    ]
    return sorted(found, key=lambda one: (one.day, one.after.name, one.after.of))


def versions(names: Iterable[str], *, on: date) -> dict[str, Any]:
    """The figures in force on a day as plain values, for a seal that must see them move."""
    return {
        ".".join((name, *case)): _sealed(next((one for one in figures if on in one), None))
        for name in sorted(names)
        for case, figures in known_parameter(name).cases.items()
    }


def _sealed(found: Figure | None) -> Any:
    if found is None:
        return None
    number = found.instrument.number if found.instrument else None
    value = list(found.value) if isinstance(found.value, tuple) else found.value
    return {
        "value": value if isinstance(value, int | list | None) else str(value),
        "since": found.since.isoformat(),
        "instrument": number,
        "article": found.article,
        "mark": found.mark,
    }


def _refuse_others(given: Mapping[str, Any], asked: Iterable[str], name: str) -> None:
    """Everything asked must be given, and nothing else."""
    asked = tuple(asked)
    for key in given:
        if key not in asked:
            raise UnknownInput("not-asked", input=key, name=name, asked=asked)
    for key in asked:
        if key not in given:
            raise BadInput("missing", input=key, name=name, asked=asked)

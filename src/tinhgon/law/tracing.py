"""From OpenFisca's trace of a computation to steps, and from its errors to refusals."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import numpy as np
from openfisca_core.errors import ParameterNotFoundError
from openfisca_core.indexed_enums import EnumArray

from tinhgon.law.answers import FIGURE, INPUT, RULE, Step
from tinhgon.law.book import Figure, Of, book
from tinhgon.law.inputs import INPUTS
from tinhgon.law.refusals import BadInput, NoProvision


@contextmanager
def computing(name: str, on: date) -> Iterator[None]:
    """What OpenFisca cannot compute is refused in our words."""
    try:
        yield
    except ParameterNotFoundError as missing:
        raise _refusal(missing, name) from None
    except OverflowError:
        raise BadInput("too-large", name=name) from None


def steps_of(node: Any, *, values: bool = True) -> Step:
    """A step and those below it; without `values` only what it rests on."""
    value = _plain(node.value) if values else None
    if node.name in INPUTS:
        return Step(kind=INPUT, name=node.name, value=value)
    figures = {(one.name, one.of, one.since): one for one in map(_figure, node.parameters)}
    read = tuple(
        Step(kind=FIGURE, name=one.name, value=one.value, figure=one) for one in figures.values()
    )
    below = {child.name: steps_of(child, values=values) for child in node.children}
    return Step(kind=RULE, name=node.name, value=value, steps=(*below.values(), *read))


def _figure(read: Any) -> Figure:
    """The version of a parameter that was read."""
    name, case = _place(read.name)
    day = date.fromisoformat(str(read.period))
    return next(one for one in book()[name].cases[case] if day in one)


def _place(dotted: str) -> tuple[str, Of]:
    """The parameter and the case of a name of OpenFisca's."""
    parts = tuple(part for part in re.split(r"[.\[\]]", dotted) if part)
    for cut in range(len(parts), 0, -1):
        if ".".join(parts[:cut]) in book():
            return ".".join(parts[:cut]), parts[cut:]
    raise KeyError(dotted)


def _refusal(missing: ParameterNotFoundError, rule: str) -> NoProvision:
    """Why a parameter has no value on a day: not yet, not any more, or not obtained."""
    # Its `name` is lost: AttributeError, from which it derives, sets it anew.
    place, case = _place(str(missing).split("'")[1])
    figures = book()[place].cases[case]
    on = date.fromisoformat(missing.instant_str)
    found = next((one for one in figures if on in one), None)
    facts = {"name": rule, "on": on}
    if found is None:
        return NoProvision("before-first-provision", first=figures[0].since, **facts)
    return NoProvision("text-not-obtained" if found.is_unknown else "ended", figure=found, **facts)


def _plain(column: Any) -> Any:
    """The one value of a column, as Python has it; None where it is left open."""
    if isinstance(column, EnumArray):
        return str(column.possible_values.names[column[0]])
    value = column[0]
    if value is np.ma.masked:
        return None
    if isinstance(value, np.datetime64):
        return value.astype(object)
    return value.item() if hasattr(value, "item") else value

"""An act: one transaction behind the write gate, with its entry in the record.

An act is marked, so that a test can tell whether every function of an `actions.py` is one.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from tinhgon.temporal.gate import behind_gate

Given = ParamSpec("Given")
Result = TypeVar("Result")


def act(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """An act beside which others may go on. Raises `Busy` where it has waited too long."""
    return _act(function, alone=False)


def act_alone(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """An act beside which nobody else writes: loading, enacting, taking effect."""
    return _act(function, alone=True)


def _act(function: Callable[Given, Result], alone: bool) -> Callable[Given, Result]:
    @wraps(function)
    def carried_out(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        with behind_gate(alone):
            return function(*args, **kwargs)

    carried_out.is_act = True  # type: ignore[attr-defined]
    return carried_out

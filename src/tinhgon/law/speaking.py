"""What the formulas of rules speak of: found in the compiled code, so that no list need be kept."""

from collections.abc import Iterator
from types import CodeType, FunctionType
from typing import Any


def spoken(formula: Any) -> Iterator[str]:
    """The texts in a formula and in the functions of its file that it calls, in order."""
    yield from _texts(formula.__code__)
    for name in formula.__code__.co_names:
        called = formula.__globals__.get(name)
        if isinstance(called, FunctionType) and called.__module__ == formula.__module__:
            yield from spoken(called)


def _texts(code: CodeType) -> Iterator[str]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _texts(constant)
        elif isinstance(constant, str):
            yield constant
        elif isinstance(constant, tuple):
            yield from (one for one in constant if isinstance(one, str))

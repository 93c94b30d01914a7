"""What was given, read as the inputs of a rule: one value, or a column of many.

A number must be whole, not negative and exact in 64 bits; a choice one of those there are.
"""

from datetime import date
from typing import Any

import numpy as np

from tinhgon.law.inputs import CHOICE, DAY, INPUTS, NUMBER, Input
from tinhgon.law.refusals import BadInput, UnknownInput

Column = np.ndarray[Any, Any]

YES = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
LARGEST = 10**16
"""Beyond every headcount and every sum of money; a hundred times it still fits 64 bits."""


def known(name: str) -> Input:
    """The input of this name."""
    if name not in INPUTS:
        raise UnknownInput("no-such-input", input=name, known=sorted(INPUTS))
    return INPUTS[name]


def read_one(name: str, given: Any) -> Any:
    """One value of an input, given as itself or as it is typed."""
    asked = known(name)
    if asked.kind == CHOICE:
        return _choice(name, asked, given)
    if asked.kind == DAY:
        return _day(name, given)
    if asked.kind == NUMBER:
        return _number(name, given)
    if isinstance(given, bool):
        return given
    if str(given).strip().lower() not in YES:
        raise BadInput("not-yes-or-no", input=name, given=given)
    return YES[str(given).strip().lower()]


def read_column(name: str, given: Any) -> Column:
    """A column of an input: whole arrays are looked at as such."""
    asked = known(name)
    column = np.asarray(given)
    if asked.kind == NUMBER and column.dtype.kind in "iu":
        if column.size and (column.min() < 0 or column.max() > LARGEST):
            raise BadInput("not-a-number", input=name, given=int(column.min()))
        return column.astype(np.int64)
    if asked.kind == DAY and column.dtype.kind == "M":
        return column.astype("datetime64[D]")
    if asked.kind not in (NUMBER, CHOICE, DAY) and column.dtype.kind == "b":
        return column
    if asked.kind == CHOICE:
        return _choices(name, asked, column)
    return np.array([read_one(name, one) for one in column.tolist()], dtype=DTYPES[asked.kind])


DTYPES = {NUMBER: np.int64, DAY: "datetime64[D]"} | {"yes_no": np.bool_}


def _choices(name: str, asked: Input, column: Column) -> Column:
    """The places of the chosen among the choices."""
    places = {key: place for place, key in enumerate(asked.choices)}
    different, inverse = np.unique(column.astype(str), return_inverse=True)
    codes = [places[_choice(name, asked, one)] for one in different.tolist()]
    return np.array(codes, dtype=np.uint8)[inverse]


def _choice(name: str, asked: Input, given: Any) -> str:
    key = asked.words.get(str(given), str(given))
    if key not in asked.choices:
        raise BadInput("not-a-choice", input=name, given=given, choices=list(asked.choices))
    return key


def _number(name: str, given: Any) -> int:
    try:
        number = int(given) if not isinstance(given, float) or given.is_integer() else -1
    except (TypeError, ValueError):
        number = -1
    if isinstance(given, bool) or not 0 <= number <= LARGEST:
        raise BadInput("not-a-number", input=name, given=given)
    return number


def _day(name: str, given: Any) -> date:
    if isinstance(given, date):
        return given
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        raise BadInput("not-a-day", input=name, given=given) from None

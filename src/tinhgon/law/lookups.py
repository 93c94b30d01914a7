"""How rules read figures: for each unit the figure of its case, without a loop over units.

`by` takes the figure of a parameter that has cases; `steps` counts how many are allowed where one
more is allowed from each of several numbers on. Only cases that occur are read, so that a result
rests on the figures it used and on no others.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from openfisca_core.indexed_enums import EnumArray

from tinhgon.law.book import book
from tinhgon.law.refusals import NoProvision

Column = np.ndarray[Any, Any]


def by(node: Any, *keys: EnumArray) -> Column:
    """For each row the figure of the case that its keys name."""
    found = [(rows, figure) for rows, figure in _cases(node, keys)]
    column = np.zeros(len(keys[0]), dtype=np.asarray(found[0][1]).dtype if found else np.int64)
    for rows, figure in found:
        column[rows] = figure
    return column


def steps(node: Any, count: Column, *keys: EnumArray) -> Column:
    """One, and one more from each of the figure's numbers on: [10, 15] gives 1, 2 and 3."""
    if not keys:
        return _climbed(node, count)
    column = np.zeros(len(count), dtype=np.int64)
    for rows, figure in _cases(node, keys):
        column[rows] = _climbed(figure, count[rows])
    return column


def left_open(values: Any, where: Column) -> Column:
    """The values, without one where the law leaves it to another document."""
    return np.ma.array(np.broadcast_to(values, where.shape).copy(), mask=where)


def _climbed(numbers: list[int], count: Column) -> Column:
    return 1 + np.searchsorted(np.asarray(numbers, dtype=np.int64), count, side="right")


def _cases(node: Any, keys: tuple[EnumArray, ...]) -> Iterator[tuple[Column, Any]]:
    """Each case that occurs: where, and its figure on the day."""
    parameter = book()[getattr(node, "parameter_node_at_instant", node)._name]
    code = np.zeros(len(keys[0]), dtype=np.int64)
    for key in keys:
        code = code * len(key.possible_values.names) + np.asarray(key)
    for one in np.flatnonzero(np.bincount(code)):
        rows = np.flatnonzero(code == one)
        named = tuple(str(key.possible_values.names[key[rows[0]]]) for key in keys)
        case = parameter.case(named)
        if case is None:
            raise NoProvision("no-such-case", name=parameter.name, of=named)
        figure = node
        for step in case:
            figure = figure[step]
        yield rows, figure

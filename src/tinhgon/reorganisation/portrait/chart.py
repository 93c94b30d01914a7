"""Before and after as bars: two of them for each level or kind, all from zero.

A level has its own scale, for a country has a hundred communes to a province; kinds of one level
are drawn to one scale.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from tinhgon.reorganisation.portrait.numbers import Row
from tinhgon.ui import writing

FULL = 100
"""How long the longest bar of a scale is."""


@dataclass(frozen=True)
class Pair:
    """So many before and after, with the lengths of their bars."""

    label: str
    before: int
    after: int
    old: float
    new: float


@dataclass(frozen=True)
class Chart:
    """Pairs of bars; `shared` where all have one scale."""

    pairs: tuple[Pair, ...]
    shared: bool

    @property
    def label(self) -> str:
        """The picture in a sentence, for those who do not see it."""
        told = [
            f"{pair.label} {writing.count(pair.before)} → {writing.count(pair.after)}"
            for pair in self.pairs
        ]
        return _("Before and after, as bars: %s. The table has the same.") % "; ".join(told)


def chart(table: Iterable[Row]) -> Chart:
    """The levels that differ; the kinds of the only one that does, or those that differ at all."""
    table = [*table]
    if not any(row.is_level for row in table):
        return _to_one_scale([row for row in table if row.difference])
    levels = _levels(table)
    differing = [rows for rows in levels if rows[0].difference]
    if len(differing) > 1:
        return Chart(tuple(_pair(rows[0], _most(rows[:1])) for rows in differing), shared=False)
    if differing:
        (rows,) = differing
        return _to_one_scale(rows[1:] or rows)
    kinds = [row for rows in levels for row in rows[1:] if row.difference]
    return _to_one_scale(kinds)


def _levels(table: Iterable[Row]) -> list[list[Row]]:
    """Each level with its kinds after it."""
    levels: list[list[Row]] = []
    for is_level, rows in groupby(table, key=lambda row: row.is_level):
        if is_level:
            levels += [[row] for row in rows]
        else:
            levels[-1] += rows
    return levels


def _to_one_scale(rows: list[Row]) -> Chart:
    return Chart(tuple(_pair(row, _most(rows)) for row in rows), shared=True)


def _most(rows: Iterable[Row]) -> int:
    return max(max(row.before, row.after) for row in rows) or 1


def _pair(row: Row, most: int) -> Pair:
    old, new = (round(FULL * number / most, 2) for number in (row.before, row.after))
    return Pair(row.label, row.before, row.after, old, new)

"""Counting: days, working days, seconds and office seconds are all a row of units with positions.

A `position` is how many units there are up to a moment, that of a day itself included; `at` is the
day or moment with which so many are full. Whatever is counted, a pause then is a stretch of units
that do not count, and the end of a term is a sum.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

Stretch = tuple[int, int | None]
"""The positions before and after units that do not count; None: none after counts any more."""

EPOCH = datetime(1, 1, 1)
SECOND = timedelta(seconds=1)


def end_of(start: int, length: int, pauses: Sequence[Stretch] = ()) -> int | None:
    """The position of the last of `length` units after `start` that no pause holds.

    Pauses may overlap and come in any order. None: a pause without end comes before it.
    """
    reached, passed = start + length, start
    for begins, ends in sorted(pauses, key=lambda pause: pause[0]):
        begins = max(begins, passed)
        if begins >= reached:
            break
        if ends is None:
            return None
        reached += max(ends - begins, 0)
        passed = max(ends, passed)
    return reached


class EveryDay:
    """Every day counts."""

    def position(self, day: date) -> int:
        return day.toordinal()

    def before(self, day: date) -> int:
        return day.toordinal() - 1

    def at(self, position: int) -> date:
        return date.fromordinal(position)


class EverySecond:
    """Every second counts."""

    def position(self, moment: datetime) -> int:
        return (moment - EPOCH) // SECOND

    def at(self, position: int) -> datetime:
        return EPOCH + position * SECOND

"""Stretches of days for which works are counted: months and weeks, up to a day."""

from datetime import date, timedelta
from enum import StrEnum

from tinhgon.work.listing.stood import ONE_DAY, Stretch

MANY = 12
"""So many stretches make a trend."""


class Step(StrEnum):
    """How long a stretch of a trend is."""

    MONTH = "month"
    WEEK = "week"


def trend(last: date, step: Step) -> list[Stretch]:
    """The last stretches up to a day, the earliest first; the last of them ends on that day."""
    found = []
    for _place in range(MANY):
        first = last.replace(day=1) if step is Step.MONTH else last - timedelta(last.weekday())
        found.append(Stretch(first=first, last=last))
        last = first - ONE_DAY
    return found[::-1]


def year(number: int, today: date) -> Stretch:
    """A year, or what there is of it up to today."""
    return Stretch(first=date(number, 1, 1), last=min(date(number, 12, 31), today))


def year_before(stretch: Stretch) -> Stretch:
    """The whole of the year before that in which a stretch begins."""
    number = stretch.first.year - 1
    return Stretch(first=date(number, 1, 1), last=date(number, 12, 31))

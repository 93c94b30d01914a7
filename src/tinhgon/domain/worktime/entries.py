"""What is said of single days: off or worked, for what, by which document, known since when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tinhgon.domain.jurisdiction_file import Words


class Because(StrEnum):
    """Why a day is off or worked.

    The week as such; a holiday (ngày nghỉ lễ, tết); a day off in lieu (nghỉ bù) of a holiday on a
    weekly rest day; a swap (hoán đổi ngày làm việc), off on one day and worked on the other; worked
    although it was said to be off.
    """

    WEEK = "week"
    HOLIDAY = "holiday"
    IN_LIEU = "in-lieu"
    SWAPPED = "swapped"
    MADE_UP = "made-up"
    WORKED_AFTER_ALL = "worked-after-all"


@dataclass(frozen=True, kw_only=True)
class Source:
    """Who says it: `known` is the day from which it could be known, None: as long as anybody knows.

    `mark` says how surely what it says is verified, `known_mark` how surely that day is.
    """

    title: Words | None = None
    number: str | None = None
    issued: date | None = None
    article: str | None = None
    known: date | None = None
    mark: str = "K"
    known_mark: str = "K"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """That a day is worked or not: `occasion` is for what, `other` the day it was swapped with."""

    day: date
    works: bool
    because: Because
    source: Source
    occasion: Words | None = None
    other: date | None = None

"""The parts of a work that went to many: how many of them stand how, each number with its list."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from tinhgon.registry.models import Unit
from tinhgon.work.listing.desks import Reader
from tinhgon.work.listing.inbox import Desk, Question, Show, inbox
from tinhgon.work.models import Work

MOST_LINES = 10
"""With more parts than that they are counted, and not listed one by one."""


@dataclass(frozen=True)
class Figure:
    """How many parts there are of those that a list shows."""

    show: Show
    count: int
    address: str


@dataclass(frozen=True)
class Parts:
    """The parts that one unit gave of a work."""

    giver: str
    figures: tuple[Figure, ...]

    @property
    def every(self) -> int:
        return sum(one.count for one in self.figures if one.show in (Show.OPEN, Show.CLOSED))


def parts_of(work: Work, reader: Reader) -> list[Parts]:
    """The parts by the unit that gave them: mostly one. What the reader may not see is not there.

    Three queries for each unit, however many parts.
    """
    givers = Unit.objects.filter(pk__in=work.parts.values("giver")).order_by("pk")
    return [_parts(work, unit, reader) for unit in givers if reader.sees(unit)]


def _parts(work: Work, giver: Unit, reader: Reader) -> Parts:
    alike: dict[str, Any] = {"desk": Desk.GIVEN, "unit": giver, "on": reader.on, "parent": work.pk}
    still = inbox(Question(**alike), most=0)
    counts = {
        Show.OPEN: still.every,
        Show.LATE: still.late,
        Show.WAITING: inbox(Question(**alike, show=Show.WAITING), most=0).matching,
        Show.CLOSED: inbox(Question(**alike, show=Show.CLOSED), most=0).matching,
    }
    asked = {"desk": Desk.GIVEN, "unit": giver.key, "parent": work.key}
    figures = (Figure(show, n, urlencode({**asked, "show": show})) for show, n in counts.items())
    return Parts(giver.key, tuple(figures))

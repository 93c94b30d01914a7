"""The report of a year as a value: what page, file and JSON say alike."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from tinhgon.directives.progress.asking import Asked
from tinhgon.directives.progress.figures import Figures, count
from tinhgon.directives.progress.lying import Handed, handed, lying, most_moved
from tinhgon.directives.progress.progress import Lain, Progress, in_parts, lain
from tinhgon.directives.progress.stretches import year, year_before
from tinhgon.directives.report.carried import Carried, carried
from tinhgon.registry.models import Unit
from tinhgon.staff.staffing import Names
from tinhgon.work.listing.inbox import Desk, Found, Question, inbox
from tinhgon.work.listing.stood import Stood, Stretch, Which
from tinhgon.work.people import called

MOST_LATE = 200
MOST_MOVED = 20
FIRST_YEAR = 2018
"""That in which the working calendar begins."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """A year of works that a unit gave, compiled `at` an instant; `before` is the year before."""

    at: datetime
    number: int
    unit: str
    progress: Progress
    before: Figures
    stretch_before: Stretch
    late: Found
    people: dict[int, str]
    names: Names
    handed: Handed
    lain: list[Lain]
    moved: list[tuple[str, str, int]]
    carried: Carried

    @property
    def asked(self) -> Asked:
        """The set, and the days of the year up to the instant."""
        return self.progress.asked

    @property
    def figures(self) -> Figures:
        """The figures of the year."""
        return self.progress.figures


class NoSuchYear(ValueError):
    """A year of which nothing can be told: before the calendar begins, or still to come."""


def compiled(unit: Unit, number: int, *, at: datetime, deep: bool = False) -> Report:
    """Compile the report of a year in a fixed number of queries. Raises `NoSuchYear`."""
    today = localdate(at)
    if not FIRST_YEAR <= number <= today.year:
        raise NoSuchYear(number)
    stretch, names = year(number, today), Names()
    before = year_before(stretch)
    asked = Asked(unit=unit, stretch=stretch, deep=deep)
    counted = count(asked.given, [stretch, before])
    late = _late(asked, stretch.last)
    return Report(
        at=at,
        number=number,
        unit=names.unit(unit.key),
        progress=in_parts(asked, counted, names),
        before=counted.figures[1],
        stretch_before=before,
        late=late,
        people=called([row.officer for row in late.rows if row.officer], stretch.last),
        names=names,
        handed=handed(asked.given, stretch),
        lain=lain(lying(asked.given, stretch, MOST_MOVED), names),
        moved=most_moved(asked.given, stretch, MOST_MOVED),
        carried=carried(asked.given, stretch),
    )


def _late(asked: Asked, on: date) -> Found:
    wish = Stood(since=asked.stretch.first, which=Which.OPEN_LATE)
    question = Question(desk=Desk.GIVEN, unit=asked.unit, deep=asked.deep, on=on, stood=wish)
    return inbox(question, most=MOST_LATE)

"""The report of a year as a value: what page, file and JSON say alike."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from tinhgon.directives.progress.asking import Asked, WorksAsked
from tinhgon.directives.progress.figures import Figures, count
from tinhgon.directives.progress.lying import Handed, handed, lying, most_moved
from tinhgon.directives.progress.progress import Lain, Progress, in_parts, lain
from tinhgon.directives.progress.stretches import year, year_before
from tinhgon.directives.report.carried import Carried, carried
from tinhgon.registry.models import Unit
from tinhgon.staff.posts.heads import Head, heads
from tinhgon.staff.staffing import Names
from tinhgon.work.listing.inbox import Found, Question, Row, inbox
from tinhgon.work.listing.stood import Stood, Stretch, Which
from tinhgon.work.people import called

MOST_LATE = 200
MOST_MOVED = 20
FIRST_YEAR = 2018
"""That in which the working calendar begins."""


@dataclass(frozen=True, kw_only=True)
class YearOfWorks:
    """A year of a set of works, compiled `at` an instant; `before` is the year before.

    The report of a body is this and what else that body tells of its year.
    """

    at: datetime
    number: int
    progress: Progress
    before: Figures
    stretch_before: Stretch
    late: Found
    people: dict[int, str]
    heads: dict[str, Head]
    names: Names
    carried: Carried

    @property
    def asked(self) -> WorksAsked:
        """The set, and the days of the year up to the instant."""
        return self.progress.asked

    @property
    def figures(self) -> Figures:
        """The figures of the year."""
        return self.progress.figures

    def person(self, row: Row) -> str:
        """Who answers for a work: whoever has to do it, else the head of the unit that has it."""
        if row.officer:
            return self.people.get(row.officer, "")
        head = self.heads[row.unit]
        return f"{head.name}, {head.title}" if head.name else ""


@dataclass(frozen=True, kw_only=True)
class Report(YearOfWorks):
    """A year of works that a unit gave, and where their days went."""

    of: Asked
    unit: str
    handed: Handed
    lain: list[Lain]
    moved: list[tuple[str, str, int]]


class NoSuchYear(ValueError):
    """A year of which nothing can be told: before the calendar begins, or still to come."""


def compiled(unit: Unit, number: int, *, at: datetime, deep: bool = False) -> Report:
    """Compile the report of a year in a fixed number of queries. Raises `NoSuchYear`."""
    stretch = days_of(number, at)
    asked, names = Asked(unit=unit, stretch=stretch, deep=deep), Names()
    return Report(
        **year_of_works(asked, number, at, names),
        of=asked,
        unit=names.unit(unit.key),
        handed=handed(asked.given, stretch),
        lain=lain(lying(asked.given, stretch, MOST_MOVED, at), names),
        moved=most_moved(asked.given, stretch, MOST_MOVED),
    )


def days_of(number: int, at: datetime) -> Stretch:
    """The days of a year up to an instant. Raises `NoSuchYear`."""
    today = localdate(at)
    if not FIRST_YEAR <= number <= today.year:
        raise NoSuchYear(number)
    return year(number, today)


def year_of_works(asked: WorksAsked, number: int, at: datetime, names: Names) -> dict[str, Any]:
    """What the report of any body tells of works, by the names of `YearOfWorks`."""
    stretch, before = asked.stretch, year_before(asked.stretch)
    counted = count(asked.given, [stretch, before])
    late = Stood(since=stretch.first, which=Which.OPEN_LATE)
    found = inbox(Question.then(asked.given, late, stretch.last), most=MOST_LATE)
    headless = {row.unit for row in found.rows if not row.officer}
    return {
        "at": at,
        "number": number,
        "progress": in_parts(asked, counted, names),
        "before": counted.figures[1],
        "stretch_before": before,
        "late": found,
        "people": called([row.officer for row in found.rows if row.officer], stretch.last),
        "heads": heads(headless, stretch.last),
        "names": names,
        "carried": carried(asked.given, stretch),
    }

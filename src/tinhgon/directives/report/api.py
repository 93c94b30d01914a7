"""Progress of what a unit gave, and the report of its year, for programs."""

from datetime import date, datetime
from typing import Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import localdate
from ninja import Router, Schema

from tinhgon.directives.progress.asking import asked_of, unit_seen
from tinhgon.directives.progress.progress import progress
from tinhgon.directives.report.compiled import NoSuchYear, compiled
from tinhgon.directives.report.json_documents import progress_document, report_document
from tinhgon.directives.report.words import no_such_year
from tinhgon.registry import queries
from tinhgon.ui.api import PROBLEMS, Problem, caller, needs
from tinhgon.work.listing.desks import Reader
from tinhgon.work.permissions import WorkPermission

router = Router(tags=["directives"])


class ProgressFiguresOut(Schema):
    """Counts of works; the six from `done_in_time` to `withdrawn` add up to `every`.

    `every` is `new`, given in the period, and `carried` over into it. `at_risk` is open in time.
    """

    every: int
    new: int
    carried: int
    done_in_time: int
    done_late: int
    open_in_time: int
    open_late: int
    suspended: int
    withdrawn: int
    at_risk: int


class ProgressPointOut(Schema):
    """The figures of a month or a week, as they stood at the end of its last day."""

    first: date
    last: date
    figures: ProgressFiguresOut


class ProgressPartOut(Schema):
    """The figures of one unit, kind or instrument."""

    key: str
    name: str
    figures: ProgressFiguresOut


class LainOut(Schema):
    """How many days works lay with a unit, until the end of the period."""

    unit: str
    works: int
    average: float
    longest: float
    longest_work: str


class ProgressOut(Schema):
    """How the works stood that a unit gave; parts and units are the first fifty of each."""

    unit: str
    deep: bool
    under: str | None
    part_of: str | None
    first: date
    last: date
    figures: ProgressFiguresOut
    trend: list[ProgressPointOut]
    units: list[ProgressPartOut]
    kinds: list[ProgressPartOut]
    instruments: list[ProgressPartOut]
    lain: list[LainOut]
    handed_over: int
    times: int
    ownerless: int
    days_to_acceptance: float | None


class LateWorkOut(Schema):
    """A work that is late: who answers for it, and since when."""

    work: str
    title: str
    unit: str
    since: datetime
    due: date | None
    days_late: int


class MovedWorkOut(Schema):
    """A work that changed hands, and how often."""

    work: str
    title: str
    times: int


class DueMonthOut(Schema):
    """Works still to be done that are due in a month; `none`: on no day."""

    month: str
    works: int


class ExtensionsOut(Schema):
    """Of how many works more time was asked for, granted and refused."""

    asked: int
    granted: int
    refused: int


class YearOfWorksOut(Schema):
    """What the report of any body tells of works, compiled from the record at an instant."""

    year: int
    first: date
    last: date
    compiled_at: datetime
    invented: bool
    figures: ProgressFiguresOut
    year_before: ProgressFiguresOut
    units: list[ProgressPartOut]
    kinds: list[ProgressPartOut]
    instruments: list[ProgressPartOut]
    late: list[LateWorkOut]
    late_in_all: int
    extensions: ExtensionsOut
    carried_over: list[DueMonthOut]


class YearReportOut(YearOfWorksOut):
    """The report of a year of what a unit gave."""

    unit: str
    deep: bool
    handed_over: int
    times: int
    moved_most: list[MovedWorkOut]
    lain: list[LainOut]


@router.get(
    "/units/{key}/progress", response={200: ProgressOut, **PROBLEMS}, operation_id="get_progress"
)
@needs(WorkPermission.SEE)
def get_progress(
    request: HttpRequest,
    key: str,
    first: date | None = None,
    last: date | None = None,
    step: Literal["month", "week"] = "month",
    deep: bool = False,
    part_of: str = "",
) -> Any:
    """How the works stood that a unit gave, on a day of now or before, and their trend."""
    unit = queries.unit(key, localdate())
    named = {"unit": unit.key, "step": step, "parent": part_of[:64]}
    days = {"from": first.isoformat() if first else "", "to": last.isoformat() if last else ""}
    asked = asked_of(_reader(request), {**named, **days, "deep": "1" * deep})
    assert asked
    return progress_document(asked, progress(asked))


@router.get(
    "/units/{key}/report",
    response={200: YearReportOut, **PROBLEMS},
    operation_id="get_year_report",
)
@needs(WorkPermission.SEE)
def get_year_report(
    request: HttpRequest, key: str, year: int | None = None, deep: bool = False
) -> Any:
    """The report of a year of what a unit gave; without a year, of this one."""
    year = localdate().year if year is None else year
    unit = unit_seen(_reader(request), queries.unit(key, localdate()).key)
    try:
        return report_document(compiled(unit, year, at=timezone.now(), deep=deep))
    except NoSuchYear as refused:
        raise Problem(404, "no-such-year", no_such_year(refused)) from None


def _reader(request: HttpRequest) -> Reader:
    return Reader(caller(request), localdate())

"""A committee's own report of a year, for programs."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from tinhgon.directives.committees.api import (
    CommitteeItemOut,
    CommitteeMemberOut,
    CommitteeSessionOut,
    ask_scope,
    known,
)
from tinhgon.directives.committees.report.compiled import committee_year
from tinhgon.directives.committees.report.json_documents import committee_report_document
from tinhgon.directives.report.api import YearOfWorksOut
from tinhgon.directives.report.compiled import NoSuchYear
from tinhgon.directives.report.words import no_such_year
from tinhgon.ui.api import PROBLEMS, Problem, caller, signed_in
from tinhgon.work.permissions import WorkPermission

router = Router(tags=["committees"])


class CommitteeItemFiguresOut(Schema):
    """Counts of items; the six from `done` to `draft` add up to `all`, `moved` are among them."""

    all: int
    done: int
    open: int
    late: int
    dropped: int
    lapsed: int
    draft: int
    moved: int


class CommitteeYearPlanOut(Schema):
    """The plan of the year as it stood at its end; nothing counts while `adopted_on` is null."""

    adopted_on: date | None
    under: str | None
    figures: CommitteeItemFiguresOut
    items: list[CommitteeItemOut]


class CommitteeYearMemberOut(CommitteeMemberOut):
    """Somebody who was a member in the year, and the items for which they answer."""

    items: CommitteeItemFiguresOut


class CommitteeConclusionOut(Schema):
    """A conclusion that the caller may read."""

    directive: str
    title: str
    day: date


class CommitteeYearSessionOut(CommitteeSessionOut):
    """A session of the year; `dealt_with` are items of plans."""

    dealt_with: list[int]
    conclusions: list[CommitteeConclusionOut]


class CommitteeProposalOut(Schema):
    """An item proposed for the next year: left over, or because it recurs."""

    item: int
    what: str
    month: int | None
    day: date | None
    member: int | None
    answers: str
    unit: str | None
    left_over: bool


class CommitteeNextPlanOut(Schema):
    """The plan of the next year as it is drafted or adopted, and what is proposed besides."""

    adopted_on: date | None
    under: str | None
    items: list[CommitteeItemOut]
    proposed: list[CommitteeProposalOut]


class CommitteeReportOut(YearOfWorksOut):
    """A committee's year: its plan, members, sessions, the works under its conclusions, the next.

    Only works and conclusions that the caller may see are told and counted. `ends` is the day from
    which the committee is no more, if it has nothing of the next year.
    """

    committee: str
    titles: dict[str, str]
    ends: date | None
    plan: CommitteeYearPlanOut
    members: list[CommitteeYearMemberOut]
    sessions: list[CommitteeYearSessionOut]
    next_plan: CommitteeNextPlanOut


@router.get(
    "/committees/{key}/report",
    response={200: CommitteeReportOut, **PROBLEMS},
    operation_id="get_committee_report",
)
@signed_in
def get_committee_report(request: HttpRequest, key: str, year: int | None = None) -> Any:
    """The report of a committee's year, with the works that the caller may see; else of this one.

    The token needs the scopes `directives.see` and `work.see`.
    """
    ask_scope(request, WorkPermission.SEE)
    committee, at = known(request, key), timezone.now()
    year = timezone.localdate(at).year if year is None else year
    try:
        found = committee_year(committee, year, by=caller(request), at=at)
    except NoSuchYear as refused:
        raise Problem(404, "no-such-year", no_such_year(refused)) from None
    return committee_report_document(found)

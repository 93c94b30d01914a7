"""A committee's year as a value: what page, file and JSON say alike."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.committees.membership import Seated, members_during
from tinhgon.directives.committees.people import member_names
from tinhgon.directives.committees.planning.lines import Line, last_day, lines
from tinhgon.directives.committees.planning.outcomes import Outcome, tally
from tinhgon.directives.committees.planning.proposal import Proposal, proposed
from tinhgon.directives.committees.report.sittings import Sitting, sittings
from tinhgon.directives.committees.report.works import WorksOf, works_seen
from tinhgon.directives.models import Committee, YearPlan
from tinhgon.directives.report.compiled import (
    FIRST_YEAR,
    NoSuchYear,
    YearOfWorks,
    days_of,
    year_of_works,
)
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing


@dataclass(frozen=True, kw_only=True)
class CommitteeReport(YearOfWorks):
    """What a committee's plan asked and what became of it; its sessions, works, next plan.

    `lines` stand as at the end of the year, or now where it goes on; those of the next plan as
    now. `called` has the names of all members who are named, by id.
    """

    of: WorksOf
    plan: YearPlan | None
    lines: list[Line]
    tally: dict[Outcome, int]
    seats: list[Seated]
    sittings: list[Sitting]
    next_plan: YearPlan | None
    next_lines: list[Line]
    proposals: list[Proposal]
    called: dict[int, str]

    @property
    def committee(self) -> Committee:
        """Whose year it is."""
        return self.of.committee

    @property
    def ends(self) -> date | None:
        """From which day on it is no more, if there is nothing of the next year for it."""
        end = self.committee.valid_to
        return end if end and end <= date(self.number + 1, 1, 1) else None

    @property
    def invented(self) -> bool:
        """Whether some of it is made up."""
        return self.committee.invented or self.carried.invented

    def answering(self, one: Line | Proposal) -> list[str]:
        """Who answers for an item, and the unit that prepares it, if there is one."""
        name = self.called[one.member.pk] if one.member else _("nobody answers for it yet")
        return [name, *([self.names.unit(one.unit.key)] if one.unit else [])]


def committee_year(committee: Committee, number: int, *, by: Any, at: datetime) -> CommitteeReport:
    """Compile a committee's year for somebody, in a fixed number of queries.

    Raises `NoSuchYear`, also for a year on no day of which there was the committee.
    """
    stretch, today, names = days_of(number, at), localdate(at), Names()
    if number not in years_told(committee, today):
        raise NoSuchYear(number)
    asked = WorksOf(committee=committee, works=works_seen(committee, by, on=today), stretch=stretch)
    plans = {one.year: one for one in committee.plans.select_related("instrument")}
    return CommitteeReport(
        **year_of_works(asked, number, at, names),
        **_planned(committee, number, stretch.last, today),
        of=asked,
        plan=plans.get(number),
        next_plan=plans.get(number + 1),
        seats=members_during(committee, stretch.first, stretch.last),
        sittings=sittings(committee, stretch, by, on=today),
    )


def years_told(committee: Committee, today: date) -> range:
    """The years of which there is a report: those in which it was there, the latest first."""
    begun, end = committee.valid_from or today, writing.last_day(committee.valid_to) or today
    if begun > today:
        return range(0)
    return range(min(end, today).year, max(begun.year, FIRST_YEAR) - 1, -1)


def _planned(committee: Committee, number: int, last: date, today: date) -> dict[str, Any]:
    """The plan of the year and that of the next, with what is proposed for it."""
    found = lines(committee, number, last)
    coming = lines(committee, number + 1, today)
    left = proposed(committee, number, last)
    named = [
        *(one.member for one in (*found, *coming, *left)),
        *(event.member for one in found for event in one.events),
    ]
    return {
        "lines": found,
        "tally": tally(found),
        "next_lines": coming,
        "proposals": sorted(left, key=lambda one: last_day(number + 1, one.month, one.day)),
        "called": member_names([one for one in named if one], last),
    }

"""A committee's report as an official paper: by the State form or the Party form, DOCX or PDF."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from tinhgon.directives.committees.entitlement import units_at
from tinhgon.directives.committees.report.addresses import report_url
from tinhgon.directives.committees.report.compiled import CommitteeReport, committee_year
from tinhgon.directives.committees.report.sections import SECTIONS
from tinhgon.directives.models import Capacity, Committee, Role
from tinhgon.directives.report.paper import Reporting, office_of, paper_of, written
from tinhgon.documents.papers.layout import Form, Office
from tinhgon.documents.papers.value import Paper
from tinhgon.ui import writing


def committee_file(
    committee: Committee, year: int, kind: str, *, by: Any, at: datetime, site: str, form: str = ""
) -> bytes:
    """The report as a file; for the same reader the same record gives the same bytes."""

    def paper(chosen: Form) -> Paper:
        return committee_paper(committee_year(committee, year, by=by, at=at), chosen, site)

    return written(kind, form, paper)


def committee_paper(report: CommitteeReport, form: Form, site: str) -> Paper:
    """A committee's report as a paper whose links lead to the site."""
    office, facts = _office(report, form)
    title = report.committee.title
    named = {"committee": title, "year": report.number, "next": report.number + 1}
    reporting = Reporting(
        office=office,
        facts=facts,
        subject=_("On the work of %(committee)s in %(year)s and the plan proposed for %(next)s")
        % named,
        compiled_from=compiled_from(report),
        closing=_("This is the report on the work of %(committee)s in %(year)s.") % named,
        page=report_url(report),
        invented=report.invented,
    )
    return paper_of(reporting, form, site, SECTIONS, report)


def compiled_from(report: CommitteeReport) -> str:
    """What it was made from and when; whose works are counted."""
    facts = {
        "at": writing.moment(report.at),
        "day": writing.day(report.asked.stretch.last),
        "committee": report.committee.title,
    }
    return (
        _(
            "Compiled at %(at)s from the record of %(committee)s as it stood at the end of "
            "%(day)s, with the conclusions and works that whoever compiled it may see"
        )
        % facts
    )


def _office(report: CommitteeReport, form: Form) -> tuple[Office, dict[str, Any]]:
    """The committee under the unit in whose name it stood; its head signs."""
    stood = units_at(report.committee, report.asked.stretch.last)
    office, facts = office_of(stood[Capacity.NAME].unit, form)
    title = report.committee.title
    facts |= {"COMMITTEE": title.upper(), "HEAD": str(Role.HEAD.label).upper()}
    body = (*office.body[-1:], "{COMMITTEE}")
    return replace(office, body=body, called=title, symbol="", signs=("{HEAD}",)), facts

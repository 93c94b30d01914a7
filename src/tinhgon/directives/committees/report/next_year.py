"""The last section of a committee's report: what is carried over, the plan proposed next."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from tinhgon.directives.committees.planning.lines import Line
from tinhgon.directives.committees.planning.proposal import Proposal
from tinhgon.directives.committees.report.addresses import item_url, next_plan_url
from tinhgon.directives.committees.report.compiled import CommitteeReport
from tinhgon.directives.committees.words import when
from tinhgon.directives.report.blocks import heading, linked, row, said
from tinhgon.documents.papers.value import Block, Column, Paragraph, Row, Run, Table
from tinhgon.ui import writing

MOST_ITEMS = 500
"""So many items a table of the report has; it says how many more there are."""


def next_year(report: CommitteeReport, site: str) -> Iterator[Block]:
    """What the plan of the next year has already, and what is proposed to be carried over into it.

    Of a committee that is no more, nothing is proposed.
    """
    yield heading(_("Carried over, and the plan proposed for %s") % (report.number + 1))
    if report.ends:
        words = _("This committee is no more since %s: nothing is proposed for the next year.")
        yield said(words % writing.day(report.ends))
        return
    yield Paragraph(_standing(report, site))
    rows = [
        *(_planned(report, one, site) for one in report.next_lines),
        *(_proposed(report, one, site) for one in report.proposals),
    ]
    if not rows:
        yield said(_("Nothing is left over and nothing recurs."))
        return
    columns = (
        Column(_("What is planned"), 65),
        Column(_("When"), 25),
        Column(_("Who answers, who prepares"), 45),
        Column(_("Why it stands here"), 35),
    )
    yield Table(columns, tuple(rows[:MOST_ITEMS]))
    if (more := len(rows) - MOST_ITEMS) > 0:
        yield said(_("%s more are not listed.") % writing.count(more))


def _standing(report: CommitteeReport, site: str) -> tuple[Run, ...]:
    plan, year = report.next_plan, report.number + 1
    if plan is None:
        words = _("The plan of %s is not drafted yet; what follows is proposed for it.") % year
        return (Run(words),)
    if plan.adopted_on is None:
        words = _("The plan of %s is drafted and not adopted yet.") % year
    else:
        facts = {"year": year, "day": writing.day(plan.adopted_on)}
        words = _("The plan of %(year)s was adopted on %(day)s.") % facts
    return linked(words, site, next_plan_url(report))


def _planned(report: CommitteeReport, line: Line, site: str) -> Row:
    year, before = report.number + 1, line.item.carried_from
    why = _("carried over from %s") % before.plan.year if before else _("new in the plan")
    return row(
        linked(line.item.what, site, item_url(line.item)),
        when(year, line.month, line.day),
        report.answering(line),
        why,
    )


def _proposed(report: CommitteeReport, one: Proposal, site: str) -> Row:
    item = one.line.item
    why = _("proposed: not done") if one.is_left_over else _("proposed: recurs every year")
    return row(
        linked(item.what, site, item_url(item)),
        when(report.number + 1, one.month, one.day),
        report.answering(one),
        why,
    )

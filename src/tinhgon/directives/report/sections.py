"""The sections of a year's report, in order: each says its part as blocks of a paper.

Another body's report takes those it wants and adds its own: a section is a function of a report
and of the address of the site.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from tinhgon.directives.progress.progress import IN_PARTS, STANDING, TOLD, Parts
from tinhgon.directives.report.blocks import counted, heading, row, said, work
from tinhgon.directives.report.compiled import Report, YearOfWorks
from tinhgon.documents.papers.value import Block, Column, Paragraph, Row, Run, Table
from tinhgon.ui import writing
from tinhgon.work.listing.inbox import Row as Listed
from tinhgon.work.listing.stood import Which
from tinhgon.work.listing.then import NONE
from tinhgon.work.words import WHICH

Section = Callable[[Any, str], Iterator[Block]]
"""Of the report of a body, and where the site is; those of `YearOfWorks` are for every body."""

SHOWN = (Which.ALL, Which.CARRIED, Which.NEW, *STANDING)


def in_figures(report: YearOfWorks, site: str, title: str = "") -> Iterator[Block]:
    """The figures of the year beside those of the year before."""
    yield heading(title or _("The year in figures"))
    heads = (str(report.number), str(report.number - 1))
    columns = (Column(_("Works"), 90), *(Column(head, 30, number=True) for head in heads))
    asked, before = report.asked, report.stretch_before
    yield Table(
        columns,
        tuple(
            row(
                str(TOLD[which]),
                counted(report.figures.count(which), site, asked.listed(which)),
                counted(report.before.count(which), site, asked.listed(which, before)),
            )
            for which in SHOWN
        ),
    )
    yield said(
        _("In time, of what was done: %(share)s; in the year before: %(before)s.")
        % {
            "share": writing.percent(report.figures.share_in_time) or "–",
            "before": writing.percent(report.before.share_in_time) or "–",
        }
    )


def by_unit(report: YearOfWorks, site: str) -> Iterator[Block]:
    """The figures by the unit that had the works at the end."""
    yield from _in_parts(report, site, _("By unit that answers"), _("Unit"), report.progress.units)


def by_instrument(report: YearOfWorks, site: str) -> Iterator[Block]:
    """The figures by the instrument under which the works were given."""
    if report.progress.instruments.parts:
        parts = report.progress.instruments
        yield from _in_parts(report, site, _("By instrument"), _("Instrument"), parts)


def late(report: YearOfWorks, site: str, title: str = "") -> Iterator[Block]:
    """What is late, with who answers and since when."""
    yield heading(title or _("What is late"))
    if not report.late.rows:
        yield said(_("Nothing is late."))
        return
    columns = (
        Column(_("Work"), 70),
        Column(_("Who answers, since when"), 55),
        Column(_("Due on"), 25),
        Column(_("Days late"), 20, number=True),
    )
    yield Table(columns, tuple(_late_row(report, one, site) for one in report.late.rows))
    if left_out := report.late.matching - len(report.late.rows):
        url = report.asked.listed(Which.OPEN_LATE)
        words = _("%s more are late and not listed here") % writing.count(left_out)
        yield Paragraph((Run(words, f"{site}{url}"), Run(".")))


def extensions(report: YearOfWorks, site: str) -> Iterator[Block]:
    """Of how many works more time was asked for, granted and refused."""
    yield heading(_("More time"))
    columns = (Column(_("Works of which"), 120), Column(_("How many there are"), 30, number=True))
    rows = (
        row(str(WHICH[which]), counted(many, site, report.asked.listed(which)))
        for which, many in report.carried.extensions.items()
    )
    yield Table(columns, tuple(rows))


def handed_over(report: Report, site: str) -> Iterator[Block]:
    """How often works changed hands, which did most, and where they lay longest."""
    yield heading(_("Hand-overs"))
    before, after = (_("Works handed over: %s; times in all:") % "\n").split("\n")
    many = counted(report.handed.works, site, report.asked.listed(Which.MOVED))
    times = writing.count(report.handed.times)
    yield Paragraph((Run(before), *many, Run(f"{after} {times}.")))
    if report.moved:
        columns = (Column(_("Work"), 120), Column(_("Times"), 30, number=True))
        rows = (
            row(work(key, title, site), writing.count(times)) for key, title, times in report.moved
        )
        yield Table(columns, tuple(rows))
    if report.lain:
        yield said(_("Where works lay longest on average, in days:"))
        yield _lain_table(report, site)


def carried_over(report: YearOfWorks, site: str, title: str = "") -> Iterator[Block]:
    """What is still to be done, by the month in which it is due: the plan of what comes next."""
    yield heading(title or _("Carried over"))
    if not report.carried.months:
        yield said(_("Nothing is carried over."))
        return
    columns = (Column(_("Due in"), 120), Column(_("Works"), 30, number=True))
    rows = [
        row(_month(month), counted(many, site, report.asked.listed(Which.OPEN, due=month)))
        for month, many in report.carried.months
    ]
    total = counted(report.figures.open, site, report.asked.listed(Which.OPEN))
    rows.append(row(_("In all"), total, strong=True))
    yield Table(columns, tuple(rows))


SECTIONS: tuple[Section, ...] = (
    *(in_figures, by_unit, by_instrument, late),
    *(extensions, handed_over, carried_over),
)
"""What the report of a unit is made of."""


def _in_parts(
    report: YearOfWorks, site: str, title: str, head: str, parts: Parts
) -> Iterator[Block]:
    yield heading(title)
    columns = (
        Column(head, 50),
        *(Column(str(TOLD[which]), 20, number=True) for which in IN_PARTS),
    )
    rows = (
        row(
            part.name,
            *(
                counted(
                    part.figures.count(which), site, report.asked.listed(which, None, **part.narrow)
                )
                for which in IN_PARTS
            ),
        )
        for part in parts.parts
    )
    yield Table(columns, tuple(rows))
    if parts.left_out:
        yield said(_("%s more are not listed.") % writing.count(parts.left_out))


def _late_row(report: YearOfWorks, one: Listed, site: str) -> Row:
    since = _("since %(day)s") % {"day": writing.day(one.since)}
    return row(
        work(one.work.key, one.work.title, site),
        [words for words in (report.names.unit(one.unit), report.person(one), since) if words],
        writing.day(one.status.due),
        writing.count(one.status.days_late),
    )


def _lain_table(report: Report, site: str) -> Table:
    columns = (
        Column(_("Unit"), 75),
        *(Column(head, 25, number=True) for head in (_("Works"), _("On average"), _("At most"))),
    )
    rows = (
        row(
            one.name,
            counted(one.lay.works, site, report.asked.listed(Which.ALL, through=one.key)),
            writing.number(one.lay.average, 1),
            work(one.lay.work, writing.number(one.lay.longest, 1), site),
        )
        for one in report.lain
    )
    return Table(columns, tuple(rows))


def _month(month: str) -> str:
    if month == NONE:
        return _("on no day while the clock stands still")
    number, of = month.split("-")
    return f"{of}/{number}"

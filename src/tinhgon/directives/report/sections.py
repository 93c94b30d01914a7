"""The sections of a year's report, in order: each says its part as blocks of a paper.

Another body's report takes those it wants and adds its own: a section is a function of a report
and of the address of the site.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tinhgon.directives.progress.progress import Parts
from tinhgon.directives.report.compiled import Report
from tinhgon.documents.papers.value import Block, Column, Heading, Paragraph, Row, Run, Table, Text
from tinhgon.ui import writing
from tinhgon.work.listing.inbox import Row as Listed
from tinhgon.work.listing.stood import Which
from tinhgon.work.listing.then import NONE
from tinhgon.work.words import WHICH

Section = Callable[[Report, str], Iterator[Block]]

TOLD = (
    *(Which.ALL, Which.CARRIED, Which.NEW, Which.DONE_IN_TIME, Which.DONE_LATE),
    *(Which.OPEN_IN_TIME, Which.OPEN_LATE, Which.AT_RISK, Which.SUSPENDED, Which.WITHDRAWN),
)
IN_PARTS = (Which.ALL, Which.DONE_IN_TIME, Which.DONE_LATE, Which.OPEN_IN_TIME, Which.OPEN_LATE)


def in_figures(report: Report, site: str) -> Iterator[Block]:
    """The figures of the year beside those of the year before."""
    yield _heading(_("The year in figures"))
    heads = (str(report.number), str(report.number - 1))
    columns = (Column(_("Works"), 90), *(Column(head, 30, number=True) for head in heads))
    asked, before = report.asked, report.stretch_before
    yield Table(
        columns,
        tuple(
            _row(
                str(WHICH[which]),
                _count(report.figures.count(which), site, asked.listed(which)),
                _count(report.before.count(which), site, asked.listed(which, before)),
            )
            for which in TOLD
        ),
    )
    yield _said(
        _("In time, of what was done: %(share)s; in the year before: %(before)s.")
        % {
            "share": writing.percent(report.figures.share_in_time) or "–",
            "before": writing.percent(report.before.share_in_time) or "–",
        }
    )


def by_unit(report: Report, site: str) -> Iterator[Block]:
    """The figures by the unit that had the works at the end."""
    yield from _in_parts(report, site, _("By unit that answers"), _("Unit"), report.progress.units)


def by_instrument(report: Report, site: str) -> Iterator[Block]:
    """The figures by the instrument under which the works were given."""
    if report.progress.instruments.parts:
        parts = report.progress.instruments
        yield from _in_parts(report, site, _("By instrument"), _("Instrument"), parts)


def late(report: Report, site: str) -> Iterator[Block]:
    """What is late, with who answers and since when."""
    yield _heading(_("What is late"))
    if not report.late.rows:
        yield _said(_("Nothing is late."))
        return
    columns = (
        Column(_("Work"), 70),
        Column(_("Who answers, since when"), 55),
        Column(_("Due on"), 25),
        Column(_("Days late"), 20, number=True),
    )
    yield Table(columns, tuple(_late_row(report, row, site) for row in report.late.rows))
    if left_out := report.late.matching - len(report.late.rows):
        url = report.asked.listed(Which.OPEN_LATE)
        words = _("%s more are late and not listed here") % writing.count(left_out)
        yield Paragraph((Run(words, f"{site}{url}"), Run(".")))


def extensions(report: Report, site: str) -> Iterator[Block]:
    """Of how many works more time was asked for, granted and refused."""
    yield _heading(_("More time"))
    columns = (Column(_("Works of which"), 120), Column(_("Number"), 30, number=True))
    rows = (
        _row(str(WHICH[which]), _count(many, site, report.asked.listed(which)))
        for which, many in report.carried.extensions.items()
    )
    yield Table(columns, tuple(rows))


def handed_over(report: Report, site: str) -> Iterator[Block]:
    """How often works changed hands, which did most, and where they lay longest."""
    yield _heading(_("Hand-overs"))
    before, after = (_("Works handed over: %s; times in all:") % "\n").split("\n")
    many = _run(report.handed.works, site, report.asked.listed(Which.MOVED))
    times = writing.count(report.handed.times)
    yield Paragraph((Run(before), many, Run(f"{after} {times}.")))
    if report.moved:
        columns = (Column(_("Work"), 120), Column(_("Times"), 30, number=True))
        rows = (
            _row(_work(key, title, site), _text(writing.count(times)))
            for key, title, times in report.moved
        )
        yield Table(columns, tuple(rows))
    if report.lain:
        yield _said(_("Where works lay longest on average, in days:"))
        yield _lain_table(report, site)


def carried_over(report: Report, site: str) -> Iterator[Block]:
    """What is still to be done, by the month in which it is due: the plan of what comes next."""
    yield _heading(_("Carried over"))
    if not report.carried.months:
        yield _said(_("Nothing is carried over."))
        return
    columns = (Column(_("Due in"), 120), Column(_("Works"), 30, number=True))
    rows = [
        _row(_month(month), _count(many, site, report.asked.listed(Which.OPEN, due=month)))
        for month, many in report.carried.months
    ]
    total = _count(report.figures.open, site, report.asked.listed(Which.OPEN))
    rows.append(Row((_lines(_("In all")), _lines(total)), strong=True))
    yield Table(columns, tuple(rows))


SECTIONS: tuple[Section, ...] = (
    *(in_figures, by_unit, by_instrument, late),
    *(extensions, handed_over, carried_over),
)
"""What the report of a unit is made of."""


def _in_parts(report: Report, site: str, title: str, head: str, parts: Parts) -> Iterator[Block]:
    yield _heading(title)
    columns = (
        Column(head, 60),
        *(Column(str(WHICH[which]), 24, number=True) for which in IN_PARTS),
    )
    rows = (
        _row(
            part.name,
            *(
                _count(
                    part.figures.count(which), site, report.asked.listed(which, None, **part.narrow)
                )
                for which in IN_PARTS
            ),
        )
        for part in parts.parts
    )
    yield Table(columns, tuple(rows))
    if parts.left_out:
        yield _said(_("%s more are not listed.") % writing.count(parts.left_out))


def _late_row(report: Report, row: Listed, site: str) -> Row:
    since = _("since %(day)s") % {"day": writing.day(row.since)}
    person = report.people.get(row.officer, "") if row.officer else ""
    who = [one for one in (report.names.unit(row.unit), person, since) if one]
    return Row(
        (
            _lines(_work(row.work.key, row.work.title, site)),
            tuple(_text(one) for one in who),
            _lines(writing.day(row.status.due)),
            _lines(writing.count(row.status.days_late)),
        )
    )


def _lain_table(report: Report, site: str) -> Table:
    columns = (
        Column(_("Unit"), 75),
        *(Column(head, 25, number=True) for head in (_("Works"), _("On average"), _("At most"))),
    )
    rows = (
        _row(
            one.name,
            _count(one.lay.works, site, report.asked.listed(Which.ALL, through=one.key)),
            writing.number(one.lay.average, 1),
            _work(one.lay.work, writing.number(one.lay.longest, 1), site),
        )
        for one in report.lain
    )
    return Table(columns, tuple(rows))


def _month(month: str) -> str:
    if month == NONE:
        return _("on no day while the clock stands still")
    number, of = month.split("-")
    return f"{of}/{number}"


def _heading(words: str) -> Heading:
    return Heading(_text(words))


def _said(words: str) -> Paragraph:
    return Paragraph(_text(words))


def _text(words: str) -> Text:
    return (Run(words),)


def _run(many: int, site: str, url: str) -> Run:
    return Run(writing.count(many), f"{site}{url}")


def _count(many: int, site: str, url: str) -> Text:
    return (_run(many, site, url),)


def _work(key: str, words: str, site: str) -> Text:
    return (Run(words, f"{site}{reverse('work:work', args=[key])}"),)


def _lines(said: Any) -> tuple[Text, ...]:
    return (_text(said) if isinstance(said, str) else said,)


def _row(*cells: Any) -> Row:
    return Row(tuple(_lines(one) for one in cells))

"""The annex of what had to be done first, and of what the checks want explained."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from tinhgon.documents.papers.value import Block, Column, Heading, Paragraph, Row, Table
from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.registry.naming import words_in
from tinhgon.reorganisation.evidence.required import Wanted
from tinhgon.reorganisation.findings import appraisal
from tinhgon.reorganisation.papers.cells import leading, row
from tinhgon.reorganisation.papers.matter import Matter
from tinhgon.reorganisation.words import SEVERITIES
from tinhgon.ui import writing

TO_EXPLAIN = (Severity.BLOCK, Severity.EXPLAIN)


def facts(matter: Matter) -> Iterator[Block]:
    """What the law wants to be done, as it was recorded; then what must be explained."""
    yield Heading(matter.text(_("What had to be done first")))
    if matter.required:
        yield _facts_table(matter)
    else:
        yield Paragraph(matter.text(_("Nothing that must be done first is known for this plan.")))
    yield Heading(matter.text(_("What is to be explained")))
    if found := to_explain(matter):
        yield _findings_table(matter, found)
    else:
        yield Paragraph(matter.text(_("The checks found nothing that must be explained.")))


def to_explain(matter: Matter) -> list[Finding]:
    """What the checks found that stops the plan or must be explained; of one plan, its units'."""
    found = [one for one in matter.done.findings if one.severity in TO_EXPLAIN]
    if matter.of is None:
        return found
    concerned = {unit.key for unit in (*matter.done.old, *matter.done.new)}
    return [one for one in found if concerned.intersection(one.units)]


def _facts_table(matter: Matter) -> Table:
    columns = (
        Column(_("No."), 11, number=True),
        Column(_("What was done"), 50),
        Column(_("Of which unit"), 30),
        Column(_("Result"), 26),
        Column(_("Report, day"), 26),
    )
    rows = (_fact_row(matter, place, one) for place, one in enumerate(matter.required, 1))
    return Table(columns, tuple(rows))


def _fact_row(matter: Matter, place: int, one: Wanted) -> Row:
    said = [one.recorded.document, writing.day(one.recorded.on)] if one.recorded else []
    return row(
        matter,
        place,
        words_in(one.fact.title),
        matter.names.link(one.subject) if one.subject else _("the whole plan"),
        leading(outcome(one) or "–", matter.address("evidence")),
        tuple(matter.text(line) for line in said if line) or (matter.text("–"),),
    )


def outcome(one: Wanted) -> str:
    """«980/1.000 (98,0%)»; that it is not recorded; nothing where nobody was to be asked."""
    if one.recorded is None:
        return _("not recorded yet")
    agreeing, asked = one.recorded.agreeing, one.recorded.asked
    if asked is None or agreeing is None:
        return ""
    share = writing.percent(agreeing / asked)
    return f"{writing.count(agreeing)}/{writing.count(asked)} ({share})"


def _findings_table(matter: Matter, found: list[Finding]) -> Table:
    columns = (
        Column(_("No."), 11, number=True),
        Column(_("Weight"), 24),
        Column(_("What the checks found"), 62),
        Column(_("What is to be done"), 48),
    )
    numbers = {id(one): number for number, one in enumerate(matter.done.findings, 1)}
    rows = (
        row(
            matter,
            leading(str(place), matter.address("finding", numbers[id(one.finding)])),
            str(SEVERITIES[one.finding.severity]),
            one.says,
            one.do,
        )
        for place, one in enumerate(appraisal.told(found, matter.names), 1)
    )
    return Table(columns, tuple(rows))

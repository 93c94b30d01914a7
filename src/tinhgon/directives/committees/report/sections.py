"""The sections of a committee's report: its plan, members and sessions, works, the next plan."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from tinhgon.directives.committees.membership import Seated
from tinhgon.directives.committees.planning.lines import Line
from tinhgon.directives.committees.planning.outcomes import Outcome, answers, narrowed
from tinhgon.directives.committees.report.addresses import (
    directive_url,
    instrument_url,
    item_url,
    items_url,
    session_url,
)
from tinhgon.directives.committees.report.compiled import CommitteeReport
from tinhgon.directives.committees.report.next_year import MOST_ITEMS, next_year
from tinhgon.directives.committees.report.sittings import Sitting
from tinhgon.directives.committees.words import OUTCOMES, STATES, event_words, session_state, when
from tinhgon.directives.models import PlanEvent
from tinhgon.directives.report.blocks import counted, heading, linked, row, said
from tinhgon.directives.report.sections import Section, by_unit, carried_over, in_figures, late
from tinhgon.documents.papers.value import Block, Column, Paragraph, Row, Run, Table
from tinhgon.ui import writing

MOST_SITTINGS = 100
SOMETIMES = (Outcome.LAPSED, Outcome.DRAFT)
"""Told only where there are such items."""
COUNTED = (Outcome.ALL, Outcome.DONE, Outcome.OPEN, Outcome.LATE)
"""What is told of the items of each member."""


def plan_in_figures(report: CommitteeReport, site: str) -> Iterator[Block]:
    """How many items the plan had, and of how many what became."""
    yield heading(_("The plan of %s in figures") % report.number)
    yield Paragraph(_adopted(report, site))
    if not report.lines:
        return
    columns = (
        Column(_("Items of the plan"), 120),
        Column(_("How many there are"), 30, number=True),
    )
    rows = (
        row(str(OUTCOMES[one]), counted(many, site, items_url(report, one)))
        for one, many in report.tally.items()
        if many or one not in SOMETIMES
    )
    yield Table(columns, tuple(rows))


def items(report: CommitteeReport, site: str) -> Iterator[Block]:
    """Each item: when it was due, who answered, what became of it."""
    if not report.lines:
        return
    yield heading(_("What was planned, and what became of it"))
    columns = (
        Column(_("What was planned"), 60),
        Column(_("When"), 25),
        Column(_("Who answers, who prepares"), 40),
        Column(_("What became of it"), 45),
    )
    yield Table(columns, tuple(_item(report, one, site) for one in report.lines[:MOST_ITEMS]))
    yield from _left_out(len(report.lines) - MOST_ITEMS, site, items_url(report))


def members(report: CommitteeReport, site: str) -> Iterator[Block]:
    """Who was a member and answers for what, with how many items of each stand how."""
    yield heading(_("Who answers for what"))
    if not report.seats:
        yield said(_("Nobody was a member in this year."))
        return
    columns = (
        Column(_("Member"), 55),
        Column(_("Looks after"), 45),
        *(Column(str(OUTCOMES[one]), 18, number=True) for one in COUNTED),
    )
    seated = {str(one.member.pk) for one in report.seats}
    others = {answers(one): one for one in report.lines if answers(one) not in seated}
    rows = [
        *(_member(report, one, site) for one in report.seats),
        *(_other(report, key, one, site) for key, one in others.items()),
    ]
    yield Table(columns, tuple(rows))


def sessions(report: CommitteeReport, site: str) -> Iterator[Block]:
    """The sessions of the year: their days, who came, what they dealt with and concluded."""
    yield heading(_("Sessions and their conclusions"))
    if not report.sittings:
        yield said(_("No session was called in this year."))
        return
    held = [one for one in report.sittings if one.session.held]
    concluded = sum(len(one.conclusions) for one in report.sittings)
    facts = {"held": writing.count(len(held)), "conclusions": writing.count(concluded)}
    yield said(_("Sessions held: %(held)s; their conclusions: %(conclusions)s.") % facts)
    columns = (
        Column(_("Session"), 50),
        Column(_("Came"), 20),
        Column(_("Items of the plan dealt with"), 50),
        Column(_("Conclusions"), 50),
    )
    yield Table(columns, tuple(_sitting(one, site) for one in report.sittings[:MOST_SITTINGS]))
    if (more := len(report.sittings) - MOST_SITTINGS) > 0:
        yield said(_("%s more are not listed.") % writing.count(more))


def works(report: CommitteeReport, site: str) -> Iterator[Block]:
    """The works under the conclusions: in figures, by unit, what is late, what is carried over."""
    title = _("Works under its conclusions, in figures")
    if not (report.figures.all or report.before.all):
        yield heading(title)
        yield said(_("There is no work under its conclusions among those that may be seen."))
        return
    yield from in_figures(report, site, title)
    yield from by_unit(report, site)
    yield from late(report, site, _("Which of these works are late"))
    yield from carried_over(report, site, _("Works carried over"))


SECTIONS: tuple[Section, ...] = (plan_in_figures, items, members, sessions, works, next_year)
"""What the report of a committee is made of."""


def _adopted(report: CommitteeReport, site: str) -> tuple[Run, ...]:
    plan = report.plan
    if plan is None or not report.lines:
        return (Run(_("Nothing was planned for this year.")),)
    if plan.adopted_on is None:
        return (Run(_("The plan was drafted and not adopted: nothing of it counts.")),)
    said_on = _("The plan was adopted on %(day)s") % {"day": writing.day(plan.adopted_on)}
    if plan.instrument is None:
        return (Run(f"{said_on}."),)
    number = linked(plan.instrument.number, site, instrument_url(plan.instrument))
    return (Run(f"{said_on}: "), *number, Run("."))


def _item(report: CommitteeReport, line: Line, site: str) -> Row:
    item, year = line.item, report.number
    due, first = when(year, line.month, line.day), when(year, item.month, item.day)
    was = [] if due == first else [_("planned for %(when)s") % {"when": first}]
    return row(
        [linked(item.what, site, item_url(item)), *_if_said(item.product)],
        [due, *was],
        report.answering(line),
        [str(STATES[line.state]), *(_event(report, one) for one in line.events)],
    )


def _event(report: CommitteeReport, event: PlanEvent) -> str:
    told = event_words(event, report.number, report.called)
    return f"{told}: {event.words}" if event.words else told


def _member(report: CommitteeReport, seated: Seated, site: str) -> Row:
    one, days = seated.member, report.asked.stretch
    began = one.valid_from is not None and one.valid_from > days.first
    ended = one.valid_to is not None and one.valid_to <= days.last
    period = [writing.period(one.valid_from, one.valid_to)] if began or ended else []
    units = [report.names.unit(key) for key in seated.units]
    return row(
        [seated.name, str(one.get_role_display()), *period],
        [*_if_said(one.looks_after), *units] or "–",
        *_numbers(report, str(one.pk), site),
    )


def _other(report: CommitteeReport, key: str, line: Line, site: str) -> Row:
    """Items for which nobody answers, or somebody who was no member in the year."""
    return row(report.answering(line)[0], "–", *_numbers(report, key, site))


def _numbers(report: CommitteeReport, member: str, site: str) -> Iterator[tuple[Run, ...]]:
    own = narrowed(report.lines, member=member)
    for one in COUNTED:
        yield counted(len(narrowed(own, one)), site, items_url(report, one, member))


def _sitting(one: Sitting, site: str) -> Row:
    session = one.session
    at = linked(writing.moment(session.at), site, session_url(session))
    state = [] if session.held else [session_state(session)[0], *_if_said(session.reason)]
    facts = {"came": writing.count(one.came), "many": writing.count(one.invited)}
    came = _("%(came)s of %(many)s") % facts
    return row(
        [at, session.place, *state],
        linked(came, site, session_url(session)) if session.held else "–",
        [linked(item.what, site, item_url(item)) for item in one.dealt_with] or "–",
        [
            linked(f"{writing.day(made.day)}: {made.title}", site, directive_url(made))
            for made in one.conclusions
        ]
        or "–",
    )


def _left_out(many: int, site: str, url: str) -> Iterator[Block]:
    if many > 0:
        words = _("%s more are not listed here") % writing.count(many)
        yield Paragraph((*linked(words, site, url), Run(".")))


def _if_said(words: str) -> list[str]:
    return [words] if words else []

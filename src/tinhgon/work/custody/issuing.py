"""What is given when a work is issued, and everything that is checked of it before it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from tinhgon.documents.models import Instrument
from tinhgon.domain.work.clarities import ClarityTemplate, Said
from tinhgon.domain.work.deadlines import Deadline
from tinhgon.domain.worktime.calendars import OutsideCalendar
from tinhgon.domain.worktime.terms import Measure, months_after
from tinhgon.domain.worktime.terms import Term as TermValue
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.work.circumstances import Circumstances
from tinhgon.work.models import Term as TermRow
from tinhgon.work.models import Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import check_instant


@dataclass(frozen=True, kw_only=True)
class Order:
    """A work to be given: what, to whom, by when, and the words for what must be clear.

    `due` is a day, `term` a number of working days, days or months from the day of issue.
    """

    title: str
    leads: Sequence[Unit]
    officer: Officer | None = None
    template: str = ""
    clarities: Mapping[str, str] = field(default_factory=dict)
    kind: str = "task"
    product: str = ""
    instrument: Instrument | None = None
    origin: str = ""
    due: date | None = None
    term: TermValue | None = None
    contributors: Sequence[Unit] = ()
    key: str | None = None
    invented: bool = False

    @property
    def lead(self) -> Unit:
        return self.leads[0]

    def deadline(self, on: date) -> Deadline:
        """By when it is due, given on a day."""
        return Deadline(day=self.due, term=self.term, since=on if self.term else None)


def checked(order: Order, giver: Unit, at: datetime, around: Circumstances) -> date | None:
    """The day that is promised; raises the first `Refused` where the order cannot be."""
    for refused in refusals(order, giver, at, around):
        raise refused
    return promised(order, around)


def circumstances(orders: Iterable[Order], giver: Unit, on: date) -> Circumstances:
    """What the register says on a day of all whom orders name."""
    orders = [*orders]
    named = [unit for one in orders for unit in (*one.leads, *one.contributors)]
    return Circumstances.of(on, [giver, *named], [one.officer for one in orders])


def refusals(order: Order, giver: Unit, at: datetime, around: Circumstances) -> Iterator[Refused]:
    """All for which an order is refused, in the order in which it is told; nothing is asked twice.

    `around` says what there is to know of everybody whom it names.
    """
    said = around.working
    if not order.title.strip():
        yield Refused("no-title")
    if order.instrument is None and not order.origin.strip():
        yield Refused("no-origin")
    if order.kind not in said.kinds:
        yield Refused("unknown-kind", given=order.kind[:60], known=", ".join(said.kinds))
    checks = [
        lambda: check_instant(at),
        *_checks_of_lead(order, giver, around),
        lambda: promised(order, around),
        lambda: _check_clear(order, around),
    ]
    for checked in checks:
        if refused := _refused(checked):
            yield refused


def template_of(order: Order, around: Circumstances) -> ClarityTemplate:
    """The set of clarities that an order names; the first in use where it names none."""
    known = around.working.templates_on(around.on)
    name = order.template or next(iter(known), "")
    if name not in known:
        raise Refused("unknown-template", given=name[:60], known=", ".join(known))
    return known[name]


def promised(order: Order, around: Circumstances) -> date | None:
    """The day on which it is due by the calendar as it is known; None where no day is named."""
    if order.due and order.term:
        raise Refused("due-twice")
    if order.due and order.due < around.on:
        raise Refused("due-before", day=order.due)
    said, days = around.days
    try:
        if order.due:
            days.position(order.due)
        return order.deadline(around.on).due(days, said)
    except (OutsideCalendar, OverflowError, ValueError):
        raise Refused("outside-calendar") from None


def term_row(work: Work, order: Order, promised: date, on: date) -> TermRow:
    """What is kept of by when it is due."""
    row = TermRow(work=work, promised=promised, day=order.due)
    if order.term:
        row.since, row.number, row.measure = on, order.term.number, order.term.measure.value
        row.length = _length(order.term, on)
    return row


def _refused(check: Callable[[], Any]) -> Refused | None:
    try:
        check()
    except Refused as refused:
        return refused
    return None


def _checks_of_lead(
    order: Order, giver: Unit, around: Circumstances
) -> Iterator[Callable[[], Any]]:
    """One unit leads, it stands, the giver answers for it, and whoever is named works there."""
    yield lambda: _check_one_lead(order)
    if not order.leads:
        return
    for unit in (order.lead, giver, *order.contributors):
        yield partial(around.check_standing, unit)
    yield lambda: around.check_answering(giver, order.lead)
    yield lambda: _check_contributors(order)
    yield lambda: around.check_officer(order.officer, order.lead)


def _check_one_lead(order: Order) -> None:
    if not order.leads:
        raise Refused("no-lead")
    if len({unit.pk for unit in order.leads}) > 1:
        raise Refused("several-leads", units=[unit.key for unit in order.leads])


def _check_contributors(order: Order) -> None:
    if order.lead in order.contributors:
        raise Refused("leads-it", unit=order.lead.key)


def _check_clear(order: Order, around: Circumstances) -> None:
    template = template_of(order, around)
    if missing := template.missing(order.clarities, _has(order, around)):
        raise Refused("unclear", missing=missing, template=template)


def _has(order: Order, around: Circumstances) -> frozenset[Said]:
    """What of a work is said without words of its own.

    Without another name it is whoever leads the unit who has to do it.
    """
    facts: dict[Said, Any] = {
        Said.TITLE: order.title.strip(),
        Said.TERM: order.due or order.term,
        Said.PRODUCT: order.product.strip(),
        Said.PERSON: order.officer or (order.leads and around.has_head(order.lead)),
    }
    return frozenset(said for said, value in facts.items() if value)


def _length(term: TermValue, since: date) -> int:
    if term.measure is Measure.MONTHS:
        return (months_after(since, term.number) - since).days
    return term.number

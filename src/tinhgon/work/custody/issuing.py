"""What is given when a work is issued, and everything that is checked of it before it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from tinhgon.documents.models import Instrument
from tinhgon.domain.work.clarities import Clarity, ClarityTemplate, Said
from tinhgon.domain.work.deadlines import Deadline
from tinhgon.domain.worktime.calendars import OutsideCalendar
from tinhgon.domain.worktime.terms import Measure, months_after
from tinhgon.domain.worktime.terms import Term as TermValue
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import keys_answering, unit_on
from tinhgon.staff.models import Assignment, Officer
from tinhgon.staff.posts.heads import Headed, heads
from tinhgon.temporal.models import in_force
from tinhgon.work.calendar.keeping import now
from tinhgon.work.models import Term as TermRow
from tinhgon.work.models import Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import check_instant
from tinhgon.work.working import working


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


def check(order: Order, giver: Unit, at: datetime) -> date | None:
    """The day that is promised; raises `Refused` where something of the order cannot be."""
    on = timezone.localdate(at)
    if not order.title.strip():
        raise Refused("no-title")
    if order.instrument is None and not order.origin.strip():
        raise Refused("no-origin")
    known = working().kinds
    if order.kind not in known:
        raise Refused("unknown-kind", given=order.kind[:60], known=", ".join(known))
    check_instant(at)
    _check_lead(order, giver, on)
    promised = _promised(order, on)
    template, wanted = missing(order, on)
    if wanted:
        raise Refused("unclear", missing=wanted, template=template)
    return promised


def missing(order: Order, on: date) -> tuple[ClarityTemplate, tuple[Clarity, ...]]:
    """What the set of clarities of an order still wants on a day."""
    template = template_of(order, on)
    return template, template.missing(order.clarities, _has(order, on))


def check_standing(unit: Unit, on: date) -> None:
    """Refuse a unit that does not stand on a day, or not any more."""
    for day in {on, timezone.localdate()}:
        if unit_on(unit.key, day) is None:
            raise Refused("not-standing", unit=unit.key, day=day)


def check_officer(officer: Officer | None, unit: Unit, on: date) -> None:
    """Refuse somebody who has no post in the unit on the day."""
    if officer is None:
        return
    placed = Assignment.objects.on(on).filter(
        in_force(on, "post__placements__"), officer=officer, post__placements__unit=unit
    )
    if not placed.exists():
        raise Refused("not-of-unit", officer=officer.key, unit=unit.key, day=on)


def template_of(order: Order, on: date) -> ClarityTemplate:
    """The set of clarities that an order names; the first in use where it names none."""
    known = working().templates_on(on)
    name = order.template or next(iter(known), "")
    if name not in known:
        raise Refused("unknown-template", given=name[:60], known=", ".join(known))
    return known[name]


def term_row(work: Work, order: Order, promised: date, on: date) -> TermRow:
    """What is kept of by when it is due."""
    row = TermRow(work=work, promised=promised, day=order.due)
    if order.term:
        row.since, row.number, row.measure = on, order.term.number, order.term.measure.value
        row.length = _length(order.term, on)
    return row


def _check_lead(order: Order, giver: Unit, on: date) -> None:
    """One unit leads, it stands, the giver answers for it, and whoever is named works there."""
    if not order.leads:
        raise Refused("no-lead")
    if len({unit.pk for unit in order.leads}) > 1:
        raise Refused("several-leads", units=[unit.key for unit in order.leads])
    for unit in (order.lead, giver, *order.contributors):
        check_standing(unit, on)
    if giver.key not in keys_answering(order.lead.key, on):
        raise Refused("not-answering", giver=giver.key, unit=order.lead.key, day=on)
    if order.lead in order.contributors:
        raise Refused("leads-it", unit=order.lead.key)
    check_officer(order.officer, order.lead, on)


def _promised(order: Order, on: date) -> date | None:
    """The day on which it is due by the calendar as it is known; None where no day is named."""
    if order.due and order.term:
        raise Refused("due-twice")
    if order.due and order.due < on:
        raise Refused("due-before", day=order.due)
    said, days = now()
    try:
        if order.due:
            days.position(order.due)
        return order.deadline(on).due(days, said)
    except (OutsideCalendar, OverflowError, ValueError):
        raise Refused("outside-calendar") from None


def _has(order: Order, on: date) -> frozenset[Said]:
    """What of a work is said without words of its own."""
    facts: dict[Said, Any] = {
        Said.TITLE: order.title.strip(),
        Said.TERM: order.due or order.term,
        Said.PRODUCT: order.product.strip(),
        Said.PERSON: order.officer or (order.leads and _has_head(order.lead, on)),
    }
    return frozenset(said for said, value in facts.items() if value)


def _has_head(unit: Unit, on: date) -> bool:
    """Whether somebody leads the unit: without another name, it is they who have to do it."""
    return heads([unit.key], on)[unit.key].state in (Headed.BY_HEAD, Headed.BY_ACTING)


def _length(term: TermValue, since: date) -> int:
    if term.measure is Measure.MONTHS:
        return (months_after(since, term.number) - since).days
    return term.number

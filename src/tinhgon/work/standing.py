"""How one work stands: who has it, its state, by when it is due and why, in a few queries."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from tinhgon.domain.periods import Period
from tinhgon.domain.work.clarities import Working
from tinhgon.domain.work.deadlines import Deadline
from tinhgon.domain.work.life import Objecting, State, What, check, state_after
from tinhgon.domain.work.status import Status, status
from tinhgon.domain.worktime.calendars import Almanac, Calendar, OutsideCalendar
from tinhgon.domain.worktime.terms import Measure
from tinhgon.domain.worktime.terms import Term as TermValue
from tinhgon.work.calendar.keeping import now
from tinhgon.work.models import (
    Attachment,
    Contributor,
    Custody,
    Event,
    Extension,
    Objection,
    Term,
    Work,
)
from tinhgon.work.models.happening import CLOSING
from tinhgon.work.refusals import Refused
from tinhgon.work.working import working


@dataclass(frozen=True)
class Standing:
    """A work with what happened to it; each part is asked for once, when it is first needed."""

    work: Work

    @cached_property
    def custody(self) -> list[Custody]:
        """Who had it, the first first."""
        return list(_custody().filter(work=self.work))

    @cached_property
    def events(self) -> list[Event]:
        """What happened, in order."""
        return list(_events().filter(work=self.work))

    @cached_property
    def extensions(self) -> list[Extension]:
        """What was asked for, the first first."""
        return list(_extensions().filter(work=self.work))

    @cached_property
    def objections(self) -> list[Objection]:
        """What was said against it, the first first."""
        return list(_objections().filter(work=self.work))

    @cached_property
    def files(self) -> list[Attachment]:
        """The files that were put to it, the first first, withdrawn ones among them."""
        rows = Attachment.objects.select_related("unit", "withdrawal").order_by("at", "pk")
        return list(rows.filter(work=self.work))

    @cached_property
    def contributors(self) -> list[Contributor]:
        """Who contributes or did, the first first."""
        return list(_contributors().filter(work=self.work))

    @cached_property
    def open_parts(self) -> set[int]:
        """The ids of its parts that are not closed."""
        return {part for _whole, part in _open_parts([self.work.pk])}

    @cached_property
    def term(self) -> Term | None:
        return Term.objects.filter(work=self.work).first()

    @cached_property
    def known(self) -> tuple[Almanac, Calendar]:
        """All that is said of days, and the calendar that it makes."""
        return now()

    @cached_property
    def working(self) -> Working:
        """What the jurisdiction says of works."""
        return working()

    @property
    def units(self) -> list[str]:
        """The keys of the units that have or had it, or contribute; who has it first."""
        having = (one.unit.key for one in reversed(self.custody))
        return [*having, *(one.unit.key for one in self.contributors)]

    @property
    def held(self) -> Custody:
        """Who has it now."""
        return self.custody[-1]

    def held_on(self, day: date) -> Custody:
        """Who had it at the end of a day; the first of all on a day before."""
        until = [one for one in self.custody if timezone.localdate(one.start) <= day]
        return until[-1] if until else self.custody[0]

    @property
    def state(self) -> State:
        """Where it is in its life."""
        return state_after(one.what for one in self.events)

    @property
    def last(self) -> datetime:
        """The instant of the last that happened to it."""
        return max(self.held.start, self.events[-1].at)

    @property
    def report(self) -> Event | None:
        """The report that stands: the last, unless it was sent back."""
        answered = {one.answers_id for one in self.events if one.what == What.SENT_BACK}
        reports = [one for one in self.events if one.what == What.REPORTED]
        return reports[-1] if reports and reports[-1].pk not in answered else None

    @property
    def suspension(self) -> Event | None:
        """The suspension that goes on."""
        ended = {one.answers_id for one in self.events if one.what == What.RESUMED}
        begun = [one for one in self.events if one.what == What.SUSPENDED]
        return begun[-1] if begun and begun[-1].pk not in ended else None

    @property
    def open_extension(self) -> Extension | None:
        """The extension that is asked for and not decided."""
        return next((one for one in self.extensions if one.granted is None), None)

    @property
    def open_objection(self) -> Objection | None:
        """The objection that is raised and not decided."""
        return next((one for one in self.objections if one.upheld is None), None)

    @property
    def is_excused(self) -> bool:
        """Whether it was upheld that being late by the day on which it is due is not its fault."""
        return any(
            one.upheld and one.kind == Objecting.JUDGEMENT and one.due_then == self.due
            for one in self.objections
        )

    @property
    def deadline(self) -> Deadline:
        """By when it is due, with extensions and pauses."""
        term = self.term
        return Deadline(
            day=term.day if term else None,
            term=_term(term) if term and term.number else None,
            since=term.since if term else None,
            granted=tuple(one.until for one in self.extensions if one.granted),
            pauses=tuple(self._pauses()),
        )

    @cached_property
    def due(self) -> date | None:
        """The day on which it is due by all that is known now; None: never, or it stands still."""
        try:
            said, days = self.known
            return self.deadline.due(days, said)
        except OutsideCalendar:
            return None

    @property
    def suspended_day(self) -> date | None:
        """The day that was named, where the clock stands still: another must be named after it."""
        deadline = self.deadline
        named = deadline.granted[-1] if deadline.granted else deadline.day
        return named if self.due is None else None

    def status(self, on: date) -> Status:
        """Done or not, in time or late, on a day; withdrawn it is neither late nor at risk."""
        if self.state is State.WITHDRAWN:
            return Status(done=False, due=self.due, judged=self.due or on)
        said, closed = self.working, self.state is State.CONFIRMED
        return status(
            self.due,
            on=on,
            reported=self.report.on if self.report else None,
            confirmed=self.events_of(What.CONFIRMED)[-1].on if closed else None,
            judged_by=said.judged_by,
            at_risk_until=at_risk_until(on, said, self.known[1]),
        )

    def events_of(self, what: What) -> list[Event]:
        """What happened of one sort."""
        return [one for one in self.events if one.what == what]

    def _pauses(self) -> list[Period]:
        """The days on which it was suspended; a suspension that ended on its day has none."""
        ends = {one.answers_id: one.on for one in self.events_of(What.RESUMED)}
        begun = [(one.on, ends.get(one.pk)) for one in self.events_of(What.SUSPENDED)]
        return [Period(start, end) for start, end in begun if start != end]


def standings(works: Iterable[Work]) -> list[Standing]:
    """Several works with what happened to them; as many queries as for one."""
    made = {work.pk: Standing(work) for work in works}
    alike = {"known": now(), "working": working()}
    for name, rows in _ROWS.items():
        grouped: dict[int, list[Any]] = {work: [] for work in made}
        for row in rows().filter(work__in=[*made]):
            grouped[row.work_id].append(row)
        for work, found in grouped.items():
            vars(made[work])[name] = found
    terms = {one.work_id: one for one in Term.objects.filter(work__in=[*made])}
    parts: dict[int, set[int]] = {work: set() for work in made}
    for whole, part in _open_parts(made):
        parts[whole].add(part)
    for work, standing in made.items():
        vars(standing).update(term=terms.get(work), open_parts=parts[work], **alike)
    return [*made.values()]


def held(work: Work, what: str, at: datetime | None = None) -> Standing:
    """How a work stands, held against other writers until the act ends; raises as `check_now`."""
    standing = locked(work)
    check_now(standing, what, at)
    return standing


def locked(work: Work) -> Standing:
    """How a work stands, held against other writers until the transaction ends."""
    return Standing(_locked().get(pk=work.pk))


def all_held(keys: Collection[str]) -> list[Standing]:
    """How the works of these keys stand, all held; as many queries as for one."""
    return standings(_locked().filter(key__in=keys).order_by("pk"))


def check_now(standing: Standing, what: str, at: datetime | None = None) -> None:
    """Raise `NotNow` where the state of a work does not allow an act.

    Raises `Refused` for an instant that has not come or is not after all that happened.
    """
    check(what, standing.state)
    if at:
        check_instant(at)
        if at <= standing.last:
            raise Refused("before-last")


def _locked() -> QuerySet[Work]:
    return Work.objects.select_for_update(no_key=True, of=("self",)).select_related("giver")


def check_instant(at: datetime) -> None:
    """Refuse an instant that has not come."""
    if at > timezone.now():
        raise Refused("not-yet", day=timezone.localdate(at))


def _open_parts(works: Iterable[int]) -> QuerySet[Work, tuple[int, int]]:
    closed = Event.objects.filter(work=OuterRef("pk"), what__in=CLOSING)
    parts = Work.objects.filter(~Exists(closed), parent__in=[*works])
    return parts.values_list("parent_id", "pk")


def _custody() -> QuerySet[Custody]:
    return Custody.objects.select_related("unit", "officer", "came_from").order_by("start")


def _events() -> QuerySet[Event]:
    return Event.objects.select_related("unit", "evidence").order_by("at", "pk")


def _extensions() -> QuerySet[Extension]:
    return Extension.objects.order_by("pk")


def _objections() -> QuerySet[Objection]:
    return Objection.objects.select_related("unit").order_by("at", "pk")


def _contributors() -> QuerySet[Contributor]:
    return Contributor.objects.select_related("unit").order_by("pk")


_ROWS: dict[str, Callable[[], QuerySet[Any]]] = {
    "custody": _custody,
    "events": _events,
    "extensions": _extensions,
    "objections": _objections,
    "contributors": _contributors,
}
"""What a standing is made of, by the name under which it has it."""


def at_risk_until(on: date, said: Working, days: Calendar) -> date | None:
    """Due until this day and not reported, a work is at risk."""
    try:
        return days.add(on, said.at_risk) if said.at_risk else on
    except OutsideCalendar:
        return None


def _term(term: Term) -> TermValue:
    assert term.number
    return TermValue(term.number, Measure(term.measure))

"""How one work stands: who has it, its state, by when it is due and why, in a few queries."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from tinhgon.domain.periods import Period
from tinhgon.domain.work.clarities import Working
from tinhgon.domain.work.deadlines import Deadline
from tinhgon.domain.work.life import State, What, state_after
from tinhgon.domain.work.status import Status, status
from tinhgon.domain.worktime.calendars import OutsideCalendar
from tinhgon.domain.worktime.terms import Measure
from tinhgon.domain.worktime.terms import Term as TermValue
from tinhgon.work.calendar.keeping import almanac, calendar
from tinhgon.work.models import Custody, Event, Extension, Term, Work
from tinhgon.work.working import working


@dataclass(frozen=True)
class Standing:
    """A work with what happened to it; each part is asked for once, when it is first needed."""

    work: Work

    @cached_property
    def custody(self) -> list[Custody]:
        """Who had it, the first first."""
        rows = self.work.custody.select_related("unit", "officer", "came_from")
        return list(rows.order_by("start"))

    @cached_property
    def events(self) -> list[Event]:
        """What happened, in order."""
        rows = self.work.events.select_related("unit", "evidence")
        return list(rows.order_by("at", "pk"))

    @cached_property
    def extensions(self) -> list[Extension]:
        """What was asked for, the first first."""
        return list(self.work.extensions.order_by("pk"))

    @cached_property
    def term(self) -> Term | None:
        return Term.objects.filter(work=self.work).first()

    @property
    def held(self) -> Custody:
        """Who has it now."""
        return self.custody[-1]

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
            return self.deadline.due(calendar(), almanac())
        except OutsideCalendar:
            return None

    def status(self, on: date) -> Status:
        """Done or not, in time or late, on a day."""
        said, closed = working(), self.state is State.CONFIRMED
        return status(
            self.due,
            on=on,
            reported=self.report.on if self.report else None,
            confirmed=self.events_of(What.CONFIRMED)[-1].on if closed else None,
            judged_by=said.judged_by,
            at_risk_until=at_risk_until(on, said),
        )

    def events_of(self, what: What) -> list[Event]:
        """What happened of one sort."""
        return [one for one in self.events if one.what == what]

    def _pauses(self) -> list[Period]:
        """The days on which it was suspended; a suspension that ended on its day has none."""
        ends = {one.answers_id: one.on for one in self.events_of(What.RESUMED)}
        begun = [(one.on, ends.get(one.pk)) for one in self.events_of(What.SUSPENDED)]
        return [Period(start, end) for start, end in begun if start != end]


def at_risk_until(on: date, said: Working) -> date | None:
    """Due until this day and not reported, a work is at risk."""
    try:
        return calendar().add(on, said.at_risk) if said.at_risk else on
    except OutsideCalendar:
        return None


def _term(term: Term) -> TermValue:
    assert term.number
    return TermValue(term.number, Measure(term.measure))

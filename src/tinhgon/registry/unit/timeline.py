"""A unit through time (dòng thời gian) in words: the stretches in which nothing of it changes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from tinhgon.documents.models import Instrument
from tinhgon.domain.jurisdictions import weakest
from tinhgon.domain.lookup import Entry
from tinhgon.domain.periods import Period
from tinhgon.registry.directory import Directory, Edge
from tinhgon.registry.facts.recorded import Fact
from tinhgon.registry.naming import unit_url
from tinhgon.registry.unit.events import Event, events_out
from tinhgon.registry.unit.lanes import Course
from tinhgon.registry.where.words import names_of

NO_CHANGES = ("made-of", "now-in")
"""Lanes that are told by sentences of their own."""


@dataclass(frozen=True)
class Source:
    """An instrument that something rests on, and how surely that is verified."""

    instrument: Instrument
    mark: str


@dataclass(frozen=True)
class Chapter:
    """A stretch in which nothing of a unit changes: what it was, and how it came to be so.

    `url` where it is about another unit. `tense` is now, next or past.
    """

    period: Period
    heading: str
    url: str
    sentences: list[str]
    sources: list[Source]
    tense: str


@dataclass(frozen=True)
class Timeline:
    """The course of a unit in words; `instruments` are those of `instruments_of`, by id."""

    course: Course
    instruments: Mapping[int, Instrument]

    @property
    def directory(self) -> Directory:
        return self.course.directory

    @property
    def key(self) -> str:
        return self.course.key

    @cached_property
    def chapters(self) -> list[Chapter]:
        """The same in words, latest first."""
        told: list[Chapter] = []
        before: Period | None = None
        for period in self.course.cuts:
            entry = self._entry(period)
            if entry:
                told.append(self._chapter(entry, period, before))
            before = period
        return [*self._ending(), *reversed(told)]

    def _entry(self, period: Period) -> Entry | None:
        """The unit of the line that stands in a stretch, if any does."""
        day = period.start or period.last_day or date.min
        members = [member for member in self.course.line if day in member.period]
        return self.directory.on(members[0].key, day) if members else None

    def _chapter(self, entry: Entry, period: Period, before: Period | None) -> Chapter:
        start = period.start
        began = start == self.directory.life(entry.unit).start
        events = [event for event in self.course.events_in(entry.unit) if event.day == start]
        sentences = [event.sentence for event in events]
        if not began and before:
            sentences += self._changes(before, period)
        if start is None:
            sentences = [_("No source says since when.")]
        ids = [f.instrument for f in self._facts(entry.unit) if f.period.start == start and start]
        return Chapter(
            period,
            self._heading(entry, period),
            "" if entry.unit == self.key else unit_url(entry.unit, self.course.asked),
            sentences,
            self._sources(ids, [edge for event in events for edge in event.edges]),
            self._tense(period),
        )

    def _heading(self, entry: Entry, period: Period) -> str:
        above = next(
            (lane.during(period) for lane in self.course.lanes if lane.about == "parent"), ""
        )
        code = _("code %s") % entry.code if entry.code else ""
        return ", ".join(filter(None, [self.directory.full_name(entry), code, above]))

    def _changes(self, before: Period, now: Period) -> Iterator[str]:
        """What became another from one stretch of a unit to the next."""
        for lane in self.course.lanes:
            was, is_now = lane.during(before), lane.during(now)
            if was != is_now and lane.about not in NO_CHANGES:
                facts = {"label": lane.label, "before": was or "–", "after": is_now or "–"}
                yield _changed(lane.about) % facts

    def _ending(self) -> Iterator[Chapter]:
        """What is to be said of the time after the unit."""
        end = self.directory.life(self.key).end
        if end is None:
            return
        ids = [f.ended_under for f in self._facts(self.key) if f.period.end == end]
        events = [
            e for e in events_out(self.directory, self.key, self.course.asked) if e.day == end
        ]
        edges = [edge for event in events if event.way == "out" for edge in event.edges]
        period = Period(end)
        yield Chapter(
            period,
            _("%s stands no longer") % self.directory.full_name(self.directory.latest(self.key)),
            "",
            [*self._successors(events), *self._code_now(end)],
            self._sources(ids, edges),
            self._tense(period),
        )

    def _successors(self, events: Iterable[Event]) -> Iterator[str]:
        for event in events:
            names = f": {names_of(self.directory, event.new)}" if len(event.new) > 1 else ""
            yield f"{event.heading}{names}."

    def _code_now(self, day: date) -> Iterator[str]:
        code = self.directory.latest(self.key).code
        for bearer in self.directory.bearers(code, day):
            facts = {"code": code, "unit": self.directory.full_name(bearer)}
            yield _("The code %(code)s is borne by %(unit)s from this day.") % facts

    def _tense(self, period: Period) -> str:
        if self.course.asked.on in period:
            return "now"
        return "next" if period.start and period.start > self.course.asked.on else "past"

    def _facts(self, key: str) -> Iterator[Fact]:
        return (fact for fact in self.course.facts if fact.unit == key)

    def _sources(self, ids: Iterable[int | None], edges: Iterable[Edge]) -> list[Source]:
        """Instruments with the weakest of the marks that their evidence bears."""
        marks: dict[int, list[str]] = {}
        for id in ids:
            if id:
                marks.setdefault(id, [])
        for edge in edges:
            if edge.instrument:
                held = marks.setdefault(edge.instrument, [])
                held += [self.directory.jurisdiction.mark(edge.evidence)] * bool(edge.evidence)
        found = [(self.instruments[id], held) for id, held in marks.items()]
        return [Source(one, weakest(one.mark, *held)) for one, held in found]


def instruments_of(course: Course) -> list[Instrument]:
    """All instruments that a timeline may name, in order of numbers."""
    ids = {id for fact in course.facts for id in (fact.instrument, fact.ended_under)}
    lineage = course.directory.lineage
    for member in course.line:
        for edges in (lineage.backward, lineage.forward):
            ids |= {edge.instrument for edge in edges.get(member.key, ())}
    return list(Instrument.objects.filter(pk__in=ids - {None}).order_by("number"))


def _changed(about: str) -> str:
    return {
        "name": _("The name changed from %(before)s to %(after)s."),
        "code": _("The code changed from %(before)s to %(after)s."),
        "kind": _("The kind changed from %(before)s to %(after)s."),
        "parent": _("Until then under %(before)s, from now on under %(after)s."),
    }.get(about) or _("%(label)s: until then %(before)s, from now on %(after)s.")

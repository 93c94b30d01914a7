"""How a unit stands on a day (tình trạng): in operation, ended, or yet to come, in a sentence."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from django.utils.translation import gettext as _

from tinhgon.domain.lookup import Entry, Found
from tinhgon.registry.directory import Directory
from tinhgon.registry.naming import where_url
from tinhgon.registry.unit.lanes import Course
from tinhgon.registry.where.whereabouts import whereabouts
from tinhgon.registry.where.words import Reply
from tinhgon.ui import writing


class State(StrEnum):
    """What may be said of a unit on a day."""

    STANDS = "stands"
    ENDED = "ended"
    TO_COME = "to-come"


@dataclass(frozen=True)
class Standing:
    """A unit on the day asked about: `entry` is how it stands, stood last, or will begin."""

    course: Course

    @property
    def _directory(self) -> Directory:
        return self.course.directory

    @property
    def _on(self) -> date:
        return self.course.asked.on

    @cached_property
    def _earlier(self) -> list[Entry]:
        held = self._directory.entries[self.course.key]
        return [entry for entry in held if not entry.period.start or entry.period.start <= self._on]

    @cached_property
    def state(self) -> State:
        """In operation, ended, or yet to come."""
        if self._directory.stands(self.course.key, self._on):
            return State.STANDS
        return State.ENDED if self._earlier else State.TO_COME

    @cached_property
    def entry(self) -> Entry:
        """The unit on the day; one that has ended as it stood last, one to come as it begins."""
        return self._earlier[-1] if self._earlier else self._directory.entries[self.course.key][0]

    @cached_property
    def day(self) -> date:
        """The day for which the unit is described: that asked, or the nearest on which it stood."""
        if self.state is State.STANDS:
            return self._on
        nearest = self.entry.period.last_day if self._earlier else self.entry.period.start
        return nearest or self._on

    @property
    def path(self) -> tuple[Entry, ...]:
        """The unit and those above it on that day."""
        return self._directory.path(self.entry, self.day)

    @property
    def above(self) -> str:
        """The unit above it, by its full name, or nothing."""
        return self._directory.full_name(self.path[1]) if len(self.path) > 1 else ""

    @property
    def sentences(self) -> list[str]:
        """The state, then what it was formed from and what else there is to know."""
        return list(filter(None, [self._state_words(), self._formed(), self._code_words()]))

    def _state_words(self) -> str:
        life = self._directory.life(self.course.key)
        facts = {
            "start": writing.day(life.start),
            "last": writing.day(self.entry.period.last_day),
            "parent": self.above,
        }
        if self.state is State.ENDED:
            return _("Stood until %(last)s.") % facts
        if self.state is State.TO_COME:
            words = _("Begins on %(start)s, under %(parent)s.") if self.above else ""
            return (words or _("Begins on %(start)s.")) % facts
        words = _stands_words(bool(life.start), bool(self.above)) % facts
        if life.end:
            words += " " + _("It stands until %s.") % writing.day(life.last_day)
        return words

    def _formed(self) -> str:
        start = self._directory.life(self.course.key).start
        events = [e for e in self.course.events_in(self.course.key) if e.day == start]
        return events[0].sentence if events and self.state is not State.ENDED else ""

    def _code_words(self) -> str:
        """Whose code it bears, where that unit had another name."""
        if len(self.course.line) < 2 or self.state is State.ENDED:
            return ""
        first = self._directory.entries[self.course.key][0]
        before = self._directory.latest(self.course.line[-2].key)
        if (before.kind, before.name) == (first.kind, first.name) or first.code != before.code:
            return ""
        facts = {"code": first.code, "unit": self._directory.full_name(before)}
        return _("It bears the code %(code)s that was that of %(unit)s.") % facts

    @cached_property
    def reply(self) -> Reply | None:
        """Where what an ended unit held is now; None while it stands."""
        if self.state is not State.ENDED:
            return None
        found = Found(self.entry.unit, self.path)
        return Reply(
            self._directory,
            whereabouts(self._directory, found, self.day, self._on),
            self._on,
            self.course.asked.known_at,
        )

    @property
    def where(self) -> str:
        """The page that answers where something of the unit is now."""
        return where_url(self._directory.address(self.path), asked_on=self.day.isoformat())

    @property
    def namesakes(self) -> list[Entry]:
        """Other areas of the same name, at any time, those of the same kind first.

        Bodies are called after their area, so that many are alike.
        """
        if self._directory.is_body(self.course.key):
            return []
        line = {member.key for member in self.course.line}
        latest = {
            entry.unit: entry
            for entry in self._directory.namesakes(self.entry.name)
            if entry.unit not in line
        }
        return sorted(
            latest.values(),
            key=lambda e: (e.kind != self.entry.kind, e.period.end is not None, e.code or ""),
        )


def _stands_words(known: bool, under: bool) -> str:
    if known:
        return (
            _("In operation since %(start)s, under %(parent)s.")
            if under
            else _("In operation since %(start)s.")
        )
    return (
        _("In operation under %(parent)s; no source says since when.")
        if under
        else _("In operation; no source says since when.")
    )

"""Lanes (dải thời gian): what holds of a unit when, thing by thing.

People know a place by its code; so before a unit stand those whose code it took over, one after
another, told apart from its own time.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tinhgon.domain.lookup import Entry
from tinhgon.domain.periods import Period, stretches
from tinhgon.registry.directory import Directory
from tinhgon.registry.facts.recorded import Fact
from tinhgon.registry.naming import kind_noun, words_in
from tinhgon.registry.unit.events import Event, events_in, events_out
from tinhgon.ui.asked import Asked

LONGEST_LINE = 12


@dataclass(frozen=True, slots=True)
class Member:
    """A unit of a line, for as long as it is the one of the line."""

    key: str
    period: Period


@dataclass(frozen=True, slots=True)
class Piece:
    """What holds in a lane over a period; `own` where that is of the unit itself."""

    period: Period
    words: str
    own: bool


@dataclass(frozen=True)
class Lane:
    """One thing through time: `about` is name, code, kind, parent, a hierarchy or made-of."""

    about: str
    label: str
    pieces: tuple[Piece, ...]

    def during(self, period: Period) -> str:
        """What holds in a period, or nothing."""
        return next((p.words for p in self.pieces if p.period.overlaps(period)), "")


def line(directory: Directory, key: str) -> list[Member]:
    """The unit after those whose code it took over, earliest first."""
    keys = [key]
    while len(keys) < LONGEST_LINE:
        earlier = _code_from(directory, keys[0])
        if earlier is None or earlier in keys:
            break
        keys.insert(0, earlier)
    begins = [directory.life(one).start for one in keys]
    ends = [*begins[1:], directory.life(key).end]
    return [Member(*member) for member in zip(keys, map(Period, begins, ends), strict=True)]


def _code_from(directory: Directory, key: str) -> str | None:
    """The unit from which another took its code on the day it began."""
    first = directory.entries[key][0]
    day = first.period.start
    if not (day and first.code):
        return None
    for edge in directory.lineage.backward.get(key, ()):
        before = directory.on(edge.predecessor, day - timedelta(days=1))
        if edge.day == day and before and before.code == first.code:
            return before.unit
    return None


@dataclass(frozen=True)
class Course:
    """A unit's time, as known to a directory; `facts` are those known of the units of its line."""

    directory: Directory
    key: str
    asked: Asked
    facts: tuple[Fact, ...]

    @cached_property
    def line(self) -> list[Member]:
        """The unit after those whose code it took over, earliest first."""
        return line(self.directory, self.key)

    @cached_property
    def lanes(self) -> list[Lane]:
        """All lanes in which there is something to say."""
        code = words_in(self.directory.jurisdiction.code_name)
        lanes = [
            self._lane("name", pgettext("unit", "Name"), lambda entry: entry.name),
            self._lane("code", code, lambda entry: entry.code or ""),
            self._lane("kind", _("Kind"), self._kind),
            Lane("parent", _("Under"), _joined(self._above())),
            *self._other_hierarchies(),
            Lane("made-of", _("Formed from"), tuple(self._made_of())),
            Lane("now-in", _("Went into"), tuple(self._went_into())),
        ]
        return [lane for lane in lanes if lane.pieces]

    def _lane(self, about: str, label: str, words: Callable[[Entry], str]) -> Lane:
        pieces = (
            Piece(period, words(entry), entry.unit == self.key)
            for entry, period in self._entries()
            if words(entry)
        )
        return Lane(about, label, _joined(pieces))

    def _kind(self, entry: Entry) -> str:
        return kind_noun(self.directory.jurisdiction, entry.level, entry.kind)

    def _entries(self) -> Iterator[tuple[Entry, Period]]:
        """How the units of the line stood, each within its time in the line."""
        for member in self.line:
            for entry in self.directory.entries[member.key]:
                if shared := entry.period.shared_with(member.period):
                    yield entry, shared

    def _above(self) -> Iterator[Piece]:
        for entry, period in self._entries():
            yield from self._names(entry.parent, period, entry.unit == self.key)

    def _names(self, key: str | None, period: Period, own: bool) -> Iterator[Piece]:
        """How the unit above was called over a period."""
        for above in self.directory.entries.get(key or "", ()):
            if shared := above.period.shared_with(period):
                yield Piece(shared, self.directory.full_name(above), own)

    def _other_hierarchies(self) -> Iterator[Lane]:
        for hierarchy, words in self.directory.jurisdiction.hierarchies.items():
            ties = [f for f in self.facts if f.about == hierarchy and f.unit == self.key]
            ties.sort(key=lambda tie: tie.period.start or date.min)
            pieces = (piece for tie in ties for piece in self._names(tie.value, tie.period, True))
            yield Lane(hierarchy, _("Under (%s)") % words_in(words), _joined(pieces))

    def _made_of(self) -> Iterator[Piece]:
        for member in self.line:
            events = sorted(self.events_in(member.key), key=lambda event: event.day)
            ends = [event.day for event in events[1:]] + [member.period.end]
            for event, end in zip(events, ends, strict=False):
                if shared := Period(event.day, end).shared_with(member.period):
                    yield Piece(shared, event.counted, member.key == self.key)

    @property
    def cuts(self) -> list[Period]:
        """The stretches in which nothing changes in any lane."""
        return stretches(piece.period for lane in self.lanes for piece in lane.pieces)

    def during(self, about: str, period: Period) -> str:
        """What holds in one lane in a period, or nothing."""
        return next((lane.during(period) for lane in self.lanes if lane.about == about), "")

    def _went_into(self) -> Iterator[Piece]:
        """What became of the unit, from its end on."""
        end = self.directory.life(self.key).end
        for event in events_out(self.directory, self.key, self.asked):
            if event.day == end:
                yield Piece(Period(end), event.counted, False)

    def events_in(self, key: str) -> list[Event]:
        """What came into a unit of the line."""
        return events_in(self.directory, key, self.asked)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces in order of time, those that follow one another with the same words made one."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and last.period.end == piece.period.start and _alike(last, piece):
            joined[-1] = Piece(Period(last.period.start, piece.period.end), piece.words, piece.own)
        else:
            joined.append(piece)
    return tuple(joined)


def _alike(one: Piece, other: Piece) -> bool:
    return (one.words, one.own) == (other.words, other.own)

"""What a unit came from and what became of it (tiền thân, kế thừa): sentences and table.

An event is all that passed on one day, into a unit or out of it. A unit that ended without
successors, as a whole level may, is followed by the units that stood below it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.lookup import Entry
from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.levels import Aspect
from tinhgon.registry.directory import Directory, Edge
from tinhgon.registry.naming import unit_url
from tinhgon.registry.where.words import noun_of
from tinhgon.ui import writing
from tinhgon.ui.asked import Asked

MOST_ROWS = 100
MOST_NAMED = 3


@dataclass(frozen=True)
class Row:
    """One succession of an event in words: the unit at its other end, how much, what else."""

    entry: Entry
    name: str
    url: str
    extent: str
    is_whole: bool
    elsewhere: tuple[tuple[str, str], ...]

    @property
    def names_elsewhere(self) -> str:
        """The units that it names besides."""
        return ", ".join(name for name, _url in self.elsewhere)

    @property
    def links_elsewhere(self) -> SafeString:
        """The same, each a link to its page."""
        links = ((url, name) for name, url in self.elsewhere)
        return format_html_join(", ", '<a href="{}">{}</a>', links)


@dataclass(frozen=True)
class Event:
    """What passed on one day: `way` is in, out or below (the units below went out)."""

    directory: Directory
    key: str
    way: str
    day: date
    edges: tuple[Edge, ...]
    asked: Asked

    @property
    def eve(self) -> date:
        """The last day on which the old units stood."""
        return self.day - timedelta(days=1)

    @property
    def name(self) -> str:
        """The unit whose event it is, as it stood on the day, or last before it."""
        standing = self.directory.on(self.key, self.day) or self.directory.on(self.key, self.eve)
        return self.directory.full_name(standing or self.directory.latest(self.key))

    @cached_property
    def old(self) -> list[Entry]:
        """The units that something came from, as they stood on the eve, in order of codes."""
        return _in_order(self.entry(edge.predecessor, self.eve) for edge in self.edges)

    @cached_property
    def new(self) -> list[Entry]:
        """The units that something went to, as they stood on the day, in order of codes."""
        return _in_order(self.entry(edge.successor, self.day) for edge in self.edges)

    def entry(self, key: str, day: date) -> Entry:
        """A unit as it stood on a day, else as it stood last."""
        return self.directory.on(key, day) or self.directory.latest(key)

    @property
    def begins(self) -> bool:
        """Whether the unit began on the day."""
        return not self.directory.stands(self.key, self.eve)

    @property
    def goes_on(self) -> bool:
        """Whether the unit still stood on the day."""
        return self.directory.stands(self.key, self.day)

    @property
    def heading(self) -> str:
        """The finding."""
        others = self.old if self.way == "in" else self.new
        facts = {
            "unit": self.name,
            "day": writing.day(self.day),
            "count": writing.count(len(others)),
            "noun": noun_of(self.directory, others),
            "other": self.directory.full_name(others[0]),
        }
        if self.way == "below":
            facts["parts"] = writing.count(len(self.old))
            facts["part_noun"] = noun_of(self.directory, self.old)
            return _("Its %(parts)s %(part_noun)s went into %(count)s %(noun)s") % facts
        one = len(others) == 1
        return _heading(self.way, one, self.begins, self.goes_on) % facts

    @property
    def sentence(self) -> str:
        """What came into the unit, in one sentence."""
        facts = {"parts": self._parts(), "unit": self.name}
        return (_("Formed from %(parts)s.") if self.begins else _("Took in %(parts)s.")) % facts

    def _parts(self) -> str:
        edges = sorted(self.edges, key=lambda edge: edge.extent != Extent.WHOLE)
        if len(edges) <= MOST_NAMED:
            return ", ".join(
                f"{self.directory.full_name(self.entry(edge.predecessor, self.eve))} "
                f"({extent_words(edge)})"
                for edge in edges
            )
        return _("%(count)s former %(noun)s: %(extents)s") % {
            "count": writing.count(len(self.old)),
            "noun": noun_of(self.directory, self.old),
            "extents": self.extents,
        }

    @property
    def extents(self) -> str:
        """How many went whole and how many in part."""
        whole = sum(edge.extent == Extent.WHOLE for edge in self.edges)
        part = len(self.edges) - whole
        counted = (
            (whole, ngettext("%s whole", "%s whole", whole)),
            (part, ngettext("%s in part", "%s in part", part)),
        )
        return ", ".join(words % writing.count(number) for number, words in counted if number)

    @property
    def counted(self) -> str:
        """The units at the other end in few words: a name or two, else how many."""
        others = self.old if self.way == "in" else self.new
        if len(others) <= 2:
            return " + ".join(self.directory.full_name(entry) for entry in others)
        counted = f"{writing.count(len(others))} {noun_of(self.directory, others)}"
        return f"{counted} ({self.extents})" if self.way == "in" else counted

    @cached_property
    def rows(self) -> list[Row]:
        """The table: what the picture shows, and where the rest of each went."""
        return [self._row(edge) for edge in self._told[:MOST_ROWS]]

    @property
    def left_out(self) -> int:
        """How many units the table does not show."""
        return max(len(self._told) - MOST_ROWS, 0)

    @property
    def _told(self) -> list[Edge]:
        """A succession for each unit that stands at the other end."""
        if self.way != "below":
            return self.sorted
        return list({edge.predecessor: edge for edge in reversed(self.sorted)}.values())[::-1]

    @property
    def elsewhere_label(self) -> str:
        """What the units are that a row names besides."""
        words = {"in": _("The rest went to"), "out": _("It also took in"), "below": _("Went to")}
        return words[self.way]

    @property
    def comparison_url(self) -> str:
        """The page with everything that changed on the day, and tables to keep."""
        known = dict.fromkeys(("known_at", "vs_known_at"), self.asked.instant)
        asked = {"on": self.day, "vs": self.eve, "under": self.key, **known}
        given = {name: value for name, value in asked.items() if value}
        return f"{reverse('registry:comparison')}?{urlencode(given)}"

    @cached_property
    def sorted(self) -> list[Edge]:
        """The successions: those of wholes first, then in order of codes."""
        places = {entry.unit: place for place, entry in enumerate([*self.old, *self.new])}
        return sorted(
            self.edges,
            key=lambda e: (e.extent != Extent.WHOLE, places[e.predecessor], places[e.successor]),
        )

    def _row(self, edge: Edge) -> Row:
        entry = (
            self.entry(edge.successor, self.day)
            if self.way == "out"
            else self.entry(edge.predecessor, self.eve)
        )
        return Row(
            entry,
            self.directory.full_name(entry),
            unit_url(entry.unit, self.asked),
            extent_words(edge),
            edge.extent == Extent.WHOLE,
            tuple(
                (self.directory.full_name(other), unit_url(other.unit, self.asked))
                for other in self.elsewhere(edge)
            ),
        )

    def elsewhere(self, edge: Edge) -> list[Entry]:
        """What else there is at the other end: more successors, or more predecessors."""
        lineage = self.directory.lineage
        if self.way == "out":
            others = lineage.backward.get(edge.successor, ())
            keys = [o.predecessor for o in others if o.day == self.day]
            return _in_order(self.entry(key, self.eve) for key in keys if key != self.key)
        others = self.edges if self.way == "below" else lineage.forward.get(edge.predecessor, ())
        keys = [
            other.successor
            for other in others
            if other.day == self.day and other.predecessor == edge.predecessor
        ]
        return _in_order(self.entry(key, self.day) for key in keys if key != self.key)


def events_in(directory: Directory, key: str, asked: Asked) -> list[Event]:
    """What came into a unit, the latest day first."""
    return _events(directory, key, "in", directory.lineage.backward.get(key, ()), asked)


def events_out(directory: Directory, key: str, asked: Asked) -> list[Event]:
    """What went out of a unit, the latest day first."""
    own = directory.lineage.forward.get(key, ())
    if own or not directory.life(key).end:
        return _events(directory, key, "out", own, asked)
    day = directory.life(key).end
    below = directory.below(key, day - timedelta(days=1))
    edges = [edge for child in below for edge in _ways_out(directory, child.unit, day)]
    return _events(directory, key, "below", edges, asked)


def _ways_out(directory: Directory, key: str, day: date) -> Iterator[Edge]:
    """What became of a unit on a day; where it goes on, all of it stays with it."""
    if directory.stands(key, day):
        yield Edge(day, key, key, Extent.WHOLE, None, True, "", None, "")
    yield from (edge for edge in directory.lineage.forward.get(key, ()) if edge.day == day)


def _events(
    directory: Directory, key: str, way: str, edges: Iterable[Edge], asked: Asked
) -> list[Event]:
    by_day: dict[date, list[Edge]] = {}
    for edge in edges:
        by_day.setdefault(edge.day, []).append(edge)
    return [
        Event(directory, key, way, day, tuple(by_day[day]), asked)
        for day in sorted(by_day, reverse=True)
    ]


def extent_words(edge: Edge) -> str:
    """How much of a unit a succession takes, and which aspect where it takes only one."""
    extent = _extent(edge.extent)
    if not edge.carries or len(edge.carries) != 1:
        return extent
    (aspect,) = edge.carries
    return _("%(extent)s, only the %(aspect)s") % {"extent": extent, "aspect": _aspect(aspect)}


def _extent(extent: str) -> str:
    match extent:
        case Extent.WHOLE:
            return _("all of it")
        case Extent.PART:
            return _("a part")
    return _("the rest")


def _aspect(aspect: Aspect) -> str:
    match aspect:
        case Aspect.LAND:
            return _("land")
        case Aspect.PEOPLE:
            return _("people")
    return _("functions")


def _heading(way: str, one: bool, begins: bool, goes_on: bool) -> str:
    if way == "in" and begins:
        return _("From the former %(other)s") if one else _("%(count)s %(noun)s became one")
    if way == "in":
        return _("%(other)s joined it") if one else _("%(count)s %(noun)s joined it")
    if goes_on:
        return (
            _("Something of it went to %(other)s")
            if one
            else (_("Something of it went to %(count)s %(noun)s"))
        )
    return _("It went into %(other)s") if one else _("It went into %(count)s %(noun)s")


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Each unit once, in order of codes."""
    by_key = {entry.unit: entry for entry in entries}
    return sorted(by_key.values(), key=lambda entry: (entry.code or "", entry.unit))

"""What the page says about an answer: the finding in one sentence, the candidates, the cautions.

The answer itself is in `whereabouts`; here words are put to it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tinhgon.domain.lookup import Entry, How
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.claims import Extent
from tinhgon.registry.directory import Directory
from tinhgon.registry.naming import kinds_noun, unit_url
from tinhgon.registry.where.whereabouts import Answer, Place, Whereabouts, followed
from tinhgon.ui import writing
from tinhgon.ui.asked import Asked

MOST_MEANT = 50
"""Units shown where a query may mean several; whoever means another adds the unit above it."""


@dataclass(frozen=True)
class Candidate:
    """A unit in which something of the one meant may be found, in words."""

    place: Place
    name: str
    url: str
    land: str
    people: str
    bears_code: bool
    bears_name: bool


@dataclass(frozen=True)
class Reply:
    """What is said about the one unit that was meant.

    `state` is split, one, goes-on, renamed or nothing; `is_back` where the day of the answer lies
    before the day asked about.
    """

    directory: Directory
    meant: Whereabouts
    on: date
    known_at: datetime | None = None

    @property
    def is_back(self) -> bool:
        """Whether it is asked where the land and people of a unit were at an earlier time."""
        return self.on < self.meant.asked_on

    @cached_property
    def state(self) -> str:
        """Which sentence fits."""
        places = self.meant.places
        if not places:
            return "nothing"
        if len(places) > 1:
            return "split"
        if places[0].entry.unit != self.meant.unit.unit:
            return "one"
        now, then = places[0].entry, self.meant.unit
        return "goes-on" if (now.kind, now.name) == (then.kind, then.name) else "renamed"

    @property
    def asked(self) -> Asked:
        """The day of the answer and what was known when, for links to the units of it."""
        return Asked(self.on, self.known_at)

    @property
    def above_now(self) -> str:
        """What stands above a unit that goes on, where that is not what stood above it."""
        now, then = self.meant.places[0].entry, self.meant.unit
        if now.parent in (None, then.parent):
            return ""
        return self.directory.address(self.directory.path(now, self.on)[1:])

    @property
    def name(self) -> str:
        """Kind and name of the unit meant."""
        return self.directory.full_name(self.meant.unit)

    @property
    def address(self) -> str:
        """The unit meant with those above it on the day asked about."""
        return self.directory.address(self.directory.path(self.meant.unit, self.meant.asked_on))

    @property
    def heading(self) -> str:
        """The finding in one sentence."""
        places, facts = self.meant.places, {"unit": self.name, "day": writing.day(self.on)}
        if self.state == "nothing":
            return _("%(unit)s has no recorded successor on %(day)s") % facts
        if self.state == "goes-on":
            words = _("On %(day)s, %(unit)s already bore this name") if self.is_back else ""
            return (words or _("%(unit)s still bears this name")) % facts
        facts["other"] = self.directory.full_name(places[0].entry)
        if self.state == "renamed":
            words = _("On %(day)s, %(unit)s was called %(other)s") if self.is_back else ""
            return (words or _("%(unit)s is now called %(other)s")) % facts
        if self.state == "one":
            words = _("On %(day)s, %(unit)s was in %(other)s") if self.is_back else ""
            return (words or _("The former %(unit)s is now in %(other)s")) % facts
        facts |= {"count": writing.count(len(places)), "noun": self.noun}
        words = _("On %(day)s, %(unit)s was in %(count)s %(noun)s") if self.is_back else ""
        return (words or _("The former %(unit)s is now in %(count)s %(noun)s")) % facts

    @property
    def noun(self) -> str:
        """What the candidates are called together: by their kind if all have one, else by level."""
        entries = [place.entry for place in self.meant.places]
        return noun_of(self.directory, entries)

    @cached_property
    def ended(self) -> date | None:
        """The first day on which the unit meant no longer stands, if it has come."""
        end = self.directory.latest(self.meant.unit.unit).period.end
        return end if end and end <= max(self.on, self.meant.asked_on) else None

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Where it may be found, in order of codes."""
        old = self.meant.unit
        return [
            Candidate(
                place=place,
                name=self.directory.full_name(place.entry),
                url=unit_url(place.entry.unit, self.asked),
                land=_share(place, place.land, self.state),
                people=_share(place, place.people, self.state),
                bears_code=place.entry.unit != old.unit and place.entry.code == old.code,
                bears_name=place.entry.unit != old.unit
                and (place.entry.kind, place.entry.name) == (old.kind, old.name),
            )
            for place in sorted(self.meant.places, key=lambda place: place.entry.code or "")
        ]

    @property
    def is_told_apart(self) -> bool:
        """Whether the sources say of any part that it is land alone or people alone."""
        return any(place.land != place.people for place in self.meant.places)

    @property
    def with_people(self) -> list[Candidate]:
        """The candidates in which people of the unit may be."""
        return [candidate for candidate in self.candidates if candidate.place.people]

    @property
    def with_land(self) -> list[Candidate]:
        """The candidates in which land of the unit may be."""
        return [candidate for candidate in self.candidates if candidate.place.land]

    @cached_property
    def misleading(self) -> list[str]:
        """Units of today that bear the old name or code and are not what was meant."""
        return [*self._misleading()]

    def _misleading(self) -> Iterator[str]:
        old = self.meant.unit
        if self.state in ("goes-on", "renamed") or self.is_back:
            return
        for other in self.directory.bearers(old.code, self.on):
            if other.unit != old.unit and self.directory.full_name(other) != self.name:
                yield _("The code %(code)s is now borne by %(unit)s.") % {
                    "code": old.code,
                    "unit": self.directory.full_name(other),
                }
        if any(candidate.bears_name for candidate in self.candidates):
            yield _("The %(unit)s of today is not the former %(unit)s.") % {"unit": self.name}

    @cached_property
    def instruments(self) -> list[int]:
        """The ids of the instruments behind the successions followed."""
        unit, asked_on = self.meant.unit.unit, self.meant.asked_on
        edges = followed(self.directory, unit, asked_on, self.on)
        return sorted({edge.instrument for edge in edges if edge.instrument})

    @property
    def clauses(self) -> list[str]:
        """The clauses that name the parts, where the sources give them."""
        return sorted({p.edge.clause for p in self.meant.places if p.edge and p.edge.clause})


def noun_of(directory: Directory, entries: Sequence[Entry]) -> str:
    """What several units of one level are called together: «xã, phường»; of several, units."""
    levels, count = {entry.level for entry in entries}, len(entries)
    if len(levels) != 1:
        return ngettext("unit", "units", count)
    return kinds_noun(directory.jurisdiction, *levels, {entry.kind for entry in entries}, count)


def meanings(directory: Directory, answer: Answer) -> list[dict[str, Any]]:
    """The units that a query may mean, each with its period and where it is now."""
    return [
        {
            "address": directory.address(meant.found.path),
            "code": meant.unit.code,
            "period": _so_called(directory, meant.unit),
            "unit": meant.unit,
            "now": names_of(directory, (place.entry for place in meant.places)),
            "goes_on": [place.entry.unit for place in meant.places] == [meant.unit.unit],
        }
        for meant in answer.meant[:MOST_MEANT]
    ]


def names_of(directory: Directory, entries: Iterable[Entry], most: int = 3) -> str:
    """A few units by name, and how many there are besides."""
    names = [directory.full_name(entry) for entry in entries]
    left = len(names) - most
    more = ngettext("and %s other unit", "and %s other units", left) % writing.count(left)
    return f"{', '.join(names[:most])} {more if left > 0 else ''}".strip()


def _so_called(directory: Directory, entry: Entry) -> Period:
    """From the first day to the last on which a unit bears a kind and name."""
    held = [
        one.period
        for one in directory.entries[entry.unit]
        if (one.kind, one.name) == (entry.kind, entry.name)
    ]
    return Period(held[0].start, held[-1].end)


def remarks(answer: Answer) -> list[str]:
    """How a query was read, where it was not as the register writes it, and what was not used."""
    match, said = answer.match, []
    if match.how in HOW_READ:
        said.append(str(HOW_READ[match.how]))
    if match.left_out:
        said.append(
            _("House, street and village were not used: the register goes down to the unit alone.")
        )
    if match.may_be_street:
        said.append(
            _("A street may be called so too: if you mean one, name the unit in which it lies.")
        )
    return said


HOW_READ = {
    How.SPELLING: gettext_lazy("Understood by another spelling or a short form."),
    How.FOLDED: gettext_lazy("Understood without the marks on letters."),
    How.FUZZY: gettext_lazy(
        "One letter or the kind of unit seems to be wrong; this is the nearest."
    ),
}


def _share(place: Place, has: bool, state: str) -> str:
    """How much of land or people may be in a place."""
    if not has:
        return _("None")
    if state in ("goes-on", "renamed") or (place.edge and place.edge.extent == Extent.WHOLE):
        return _("All")
    return _("A part") if place.edge else _("Possibly")

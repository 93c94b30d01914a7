"""Where do I go now? (nay tôi đến đâu): from what somebody typed to the units that answer today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tinhgon.domain.lookup import Entry, Found, How
from tinhgon.domain.structure.levels import Aspect
from tinhgon.registry.directory import Directory, Edge


@dataclass(frozen=True, slots=True)
class Place:
    """A unit in which land or people of the one meant may be found, and by which succession.

    `edge` is None where several successions lead there, or none because the unit goes on.
    """

    entry: Entry
    carries: frozenset[Aspect]
    edge: Edge | None

    @property
    def people(self) -> bool:
        """Whether its people may be here."""
        return Aspect.PEOPLE in self.carries

    @property
    def land(self) -> bool:
        """Whether its land may be here."""
        return Aspect.LAND in self.carries


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """One unit that is meant, and where it is to be found."""

    found: Found
    asked_on: date
    places: tuple[Place, ...]

    @property
    def unit(self) -> Entry:
        """The unit meant, as it stood on the day asked about."""
        return self.found.path[0]


@dataclass(frozen=True)
class Answer:
    """What is known about a query: how it was understood, and where each unit meant is now."""

    query: str
    how: How
    meant: tuple[Whereabouts, ...]
    suggestions: tuple[Found, ...]
    on: date

    @cached_property
    def codes(self) -> list[str]:
        """The codes in force of all units that may hold land or people of those meant, sorted."""
        return _codes(place for meant in self.meant for place in meant.places)

    @cached_property
    def codes_of_people(self) -> list[str]:
        """The same, of those that may hold people."""
        return _codes(place for meant in self.meant for place in meant.places if place.people)


def where(directory: Directory, query: str, asked_on: date | None, on: date) -> Answer:
    """What a query means on `asked_on` (at any time, if None), and where that is on `on`."""
    match = directory.index.understand(query, asked_on)
    meant = tuple(whereabouts(directory, found, asked_on, on) for found in match.units)
    return Answer(query, match.how, meant, match.suggestions, on)


def whereabouts(directory: Directory, found: Found, asked_on: date | None, on: date) -> Whereabouts:
    """Where a unit that was found is on a day."""
    entry = found.path[0]
    day = (
        asked_on
        or (on if on in entry.period else entry.period.last_day)
        or entry.period.start
        or on
    )
    return Whereabouts(found, day, tuple(_places(directory, entry.unit, day, on)))


def _places(directory: Directory, key: str, asked_on: date, on: date) -> Iterator[Place]:
    edges = {
        edge.successor: edge
        for edge in directory.lineage.forward.get(key, ())
        if edge.day > asked_on
    }
    for reach in directory.reach(key, asked_on, on):
        entry = directory.on(reach.unit, on)
        if entry:
            yield Place(entry, reach.carries, edges.get(reach.unit))


def _codes(places: Iterable[Place]) -> list[str]:
    return sorted({place.entry.code for place in places if place.entry.code})

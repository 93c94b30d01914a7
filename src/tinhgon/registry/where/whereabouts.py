"""Where do I go now? (nay tôi đến đâu): from what somebody typed to the units that answer today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tinhgon.domain.lookup import Entry, Found, How, Match
from tinhgon.domain.structure.levels import Aspect
from tinhgon.registry.directory import Directory, Edge

LONGEST_CODE = 8
"""Digits; no country that is known numbers its units with more."""


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
    match: Match
    meant: tuple[Whereabouts, ...]
    on: date

    @property
    def how(self) -> How:
        """By which step the query was understood."""
        return self.match.how

    @property
    def suggestions(self) -> tuple[Found, ...]:
        """What may have been meant, where nothing was understood."""
        return self.match.suggestions

    @property
    def found(self) -> tuple[Found, ...]:
        """The units that were understood."""
        return self.match.units

    @cached_property
    def entries(self) -> list[Entry]:
        """The units that may hold land or people of those meant, in order of codes."""
        held = {place.entry.unit: place.entry for meant in self.meant for place in meant.places}
        return sorted(held.values(), key=lambda entry: (entry.code or "", entry.unit))

    @cached_property
    def leads_to_one(self) -> bool:
        """Whether all units meant are found in the same places, so that one answer is enough."""
        ends = {
            frozenset((place.entry.unit, place.land, place.people) for place in one.places)
            for one in self.meant
        }
        return len(ends) == 1 and ends != {frozenset()}

    @cached_property
    def codes(self) -> list[str]:
        """The codes in force of all units that may hold land or people of those meant, sorted."""
        return _codes(place for meant in self.meant for place in meant.places)

    @cached_property
    def codes_of_people(self) -> list[str]:
        """The same, of those that may hold people."""
        return _codes(place for meant in self.meant for place in meant.places if place.people)


def where(
    directory: Directory,
    query: str,
    asked_on: date | None,
    on: date,
    zeros_lost: bool = False,
) -> Answer:
    """What a query means on `asked_on` (at any time, if None), and where that is on `on`.

    `zeros_lost`: the query was a number, so that a code may have lost zeros in front.
    """
    match = directory.index.understand(query, asked_on)
    if zeros_lost:
        match = _with_zeros(directory, query, asked_on, match)
    meant = tuple(whereabouts(directory, found, asked_on, on) for found in match.units)
    return Answer(query, match, meant, on)


def _with_zeros(directory: Directory, query: str, asked_on: date | None, match: Match) -> Match:
    """What a number means as it stands and as a code with zeros in front of it."""
    padded = [query.rjust(length, "0") for length in range(len(query) + 1, LONGEST_CODE + 1)]
    matches = [match, *(directory.index.understand(code, asked_on) for code in padded)]
    units = {found.unit: found for one in matches for found in one.units}
    if len(units) == len(match.units):
        return match
    how = How.AMBIGUOUS if len(units) > 1 else How.SPELLING
    return Match(how, tuple(units.values()), is_code=True)


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
    edges: dict[str, Edge | None] = {}
    for edge in directory.lineage.forward.get(key, ()):
        if asked_on < edge.day <= on:
            edges[edge.successor] = None if edge.successor in edges else edge
    for reach in directory.reach(key, asked_on, on):
        entry = directory.on(reach.unit, on)
        if entry:
            yield Place(entry, reach.carries, edges.get(reach.unit))


def followed(directory: Directory, key: str, asked_on: date, on: date) -> Iterator[Edge]:
    """Every succession on the ways from a unit to where it is found; of its parts, if it has none.

    A district that ended with its level has no successors: what became of its communes says where
    it is.
    """
    waiting, seen = [(key, asked_on)], set()
    while waiting:
        place = waiting.pop()
        if place in seen:  # ways that part may meet again
            continue
        seen.add(place)
        unit, since = place
        steps = [*_steps(directory, unit, since, on)]
        yield from (edge for edge, _there, _day in steps)
        waiting += [(there, day) for _edge, there, day in steps]
        if not steps and not directory.stands(unit, on):
            waiting += [(child.unit, since) for child in directory.below(unit, since)]


def _steps(
    directory: Directory, unit: str, since: date, on: date
) -> Iterator[tuple[Edge, str, date]]:
    """The successions of a unit towards a day, with the other end and the day to go on from."""
    if on >= since:
        for edge in directory.lineage.forward.get(unit, ()):
            if since < edge.day <= on:
                yield edge, edge.successor, edge.day
        return
    for edge in directory.lineage.backward.get(unit, ()):
        if on < edge.day <= since:
            yield edge, edge.predecessor, edge.day - timedelta(days=1)


def _codes(places: Iterable[Place]) -> list[str]:
    return sorted({place.entry.code for place in places if place.entry.code})

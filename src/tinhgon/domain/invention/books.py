"""The books of the posts: granted and allotted, some frozen, some given back and lapsed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tinhgon.domain.invention.apparatus import DEPUTY, Apparatus, Limits, Seat
from tinhgon.domain.invention.catalogue import Catalogue
from tinhgon.domain.invention.places import Places

OPEN, FROZEN = "open", "frozen"
SPRING, AUTUMN, LAPSED = 3, 9, 10
"""Months after the first day in which posts are frozen, given back, and lapse."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A movement of posts; a side is a unit and its purse."""

    act: str
    posts: int
    kind: str
    day: date
    source: tuple[str, str] | None
    target: tuple[str, str] | None


class Books:
    """Writes the entries of an apparatus below a unit that is `about`."""

    def __init__(
        self,
        apparatus: Apparatus,
        places: Places,
        catalogue: Catalogue,
        limits: Limits,
        about: str,
        on: date,
    ) -> None:
        self.apparatus, self.places, self.catalogue = apparatus, places, catalogue
        self.limits, self.about, self.on = limits, about, on
        self.groups = {seat.unit: seat.group for seat in apparatus.seats}
        vacant = sorted(places.vacant, key=lambda seat: seat.key)
        frozen = self._of(vacant, "frozen_of_hundred")
        self.frozen = vacant[:frozen]
        wanted = self._of(vacant, "returned_of_hundred")
        self.given_back = [*self._spared(vacant[frozen:])][:wanted]

    @property
    def ended(self) -> Mapping[str, date]:
        """The posts that are given up, with the first day on which they stand no more."""
        return {seat.key: _months(self.on, AUTUMN) for seat in self.given_back}

    def entries(self) -> Iterator[Entry]:
        """All movements, in the order of their days."""
        yield from self._allotted()
        for seat in self.frozen:
            day = _months(self.on, SPRING)
            sides = (seat.unit, OPEN), (seat.unit, FROZEN)
            yield Entry("freeze", 1, seat.kind, day, *sides)
        for seat in self.given_back:
            path = [seat.unit, *dict.fromkeys((self.groups[seat.unit], self.about))]
            for low, high in pairwise(path):
                if low != high:
                    day = _months(self.on, AUTUMN)
                    yield Entry("return", 1, seat.kind, day, (low, OPEN), (high, OPEN))
        lapsing = Counter(seat.kind for seat in self.given_back)
        lapsing[self.ordinary] += self.reserve // 2
        for kind, posts in sorted(lapsing.items()):
            if posts:
                day = _months(self.on, LAPSED)
                yield Entry("lapse", posts, kind, day, (self.about, OPEN), None)

    @property
    def ordinary(self) -> str:
        """The kind of staff of which most posts are."""
        return self.catalogue.staff_kinds["ordinary"]

    @property
    def reserve(self) -> int:
        """The posts that the unit at the top keeps to itself at first."""
        share = self.catalogue.measures["reserve_of_thousand"]
        return len(self.apparatus.seats) * share // 1000

    def _allotted(self) -> Iterator[Entry]:
        """From outside to the top, from there to each group, from that to each of its units."""
        total: Counter[str] = Counter(seat.kind for seat in self.apparatus.seats)
        total[self.ordinary] += self.reserve
        for kind, posts in sorted((+total).items()):
            yield self._allocate(kind, posts, None, self.about)
        of_group = Counter((seat.group, seat.kind) for seat in self.apparatus.seats)
        for (group, kind), posts in sorted(of_group.items()):
            if group != self.about:
                yield self._allocate(kind, posts, self.about, group)
        of_unit = Counter((seat.unit, seat.kind) for seat in self.apparatus.seats)
        for (unit, kind), posts in sorted(of_unit.items()):
            if unit != self.groups[unit]:
                yield self._allocate(kind, posts, self.groups[unit], unit)

    def _allocate(self, kind: str, posts: int, source: str | None, target: str) -> Entry:
        giver = (source, OPEN) if source else None
        return Entry("allocate", posts, kind, self.on, giver, (target, OPEN))

    def _of(self, vacant: list[Seat], measure: str) -> int:
        return len(vacant) * self.catalogue.measures[measure] // 100

    def _spared(self, vacant: list[Seat]) -> Iterator[Seat]:
        """Of the vacant posts those whose unit keeps to the law without them; one of each unit."""
        sorts = {one.key: one.sort for one in self.apparatus.divisions}
        counted = (*(self.catalogue.staff_kinds[sort] for sort in ("elected", "ordinary")),)
        posts = Counter(seat.unit for seat in self.apparatus.seats if seat.kind in counted)
        led = Counter(seat.unit for seat in self.apparatus.seats if seat.rank == DEPUTY)
        seen: set[str] = {seat.unit for seat in self.frozen}
        for seat in vacant:
            sort, left = sorts.get(seat.unit), posts[seat.unit] - 1
            fits = sort is None or (
                left >= self.limits.least(sort)
                and led[seat.unit] <= max(self.limits.deputies(sort, left), 1)
            )
            if fits and seat.unit not in seen:
                seen.add(seat.unit)
                yield seat


def _months(on: date, months: int) -> date:
    """The first of the month so many months after that of a day."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, 1)

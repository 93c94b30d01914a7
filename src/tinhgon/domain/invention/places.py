"""Who is in which post: main posts, heads for whom a deputy acts, concurrent posts, loans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from tinhgon.domain.invention.apparatus import DEPUTY, HEAD, NONE, Apparatus, Scale, Seat
from tinhgon.domain.invention.catalogue import Catalogue
from tinhgon.domain.invention.chance import Chance
from tinhgon.domain.invention.people import Person, Populace
from tinhgon.domain.worktime.terms import months_after

MAIN, CONCURRENT, LOAN, ACTING = "main", "concurrent", "loan", "acting"


@dataclass(frozen=True, slots=True)
class Service:
    """Somebody in a post from the first day on, until they retire or the loan is over."""

    officer: str
    post: str
    basis: str
    until: date | None


@dataclass
class Places:
    """Who is where; `vacant` are the posts in which nobody is at all."""

    people: list[Person] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)
    vacant: list[Seat] = field(default_factory=list)


class Filling:
    """Fills the posts of an apparatus."""

    def __init__(
        self,
        apparatus: Apparatus,
        catalogue: Catalogue,
        populace: Populace,
        numbers: str,
        chance: Chance,
    ) -> None:
        self.apparatus, self.catalogue, self.populace = apparatus, catalogue, populace
        self.numbers, self.chance = numbers, chance
        self.made = Places()
        self.in_post: dict[str, Person] = {}
        self.by_unit: dict[str, list[Seat]] = {}
        for seat in apparatus.seats:
            self.by_unit.setdefault(seat.unit, []).append(seat)

    def fill(self, scale: Scale) -> Places:
        """Everybody in a main post; in others somebody concurrently, on loan, acting, or nobody."""
        shared = [seat for seat in self.apparatus.seats if seat.held_by_head_of]
        acted = self._headless()[: scale.vacant - len(shared)]
        left = scale.vacant - len(shared) - len(acted)
        vacant = self.chance.some([*self._ordinary()], left)
        without = {seat.key for seat in (*shared, *acted, *vacant)}
        for seat in self.apparatus.seats:
            if seat.key not in without:
                self._take_up(seat)
        for seat in shared:
            self._put(self._in(str(seat.held_by_head_of), HEAD), seat, CONCURRENT)
        for seat in acted:
            self._put(self._in(seat.unit, DEPUTY), seat, ACTING)
        self._borrow(vacant)
        return self.made

    def _headless(self) -> list[Seat]:
        """The posts of heads of divisions in which nobody is: a deputy acts."""
        keys = {one.key for one in self.apparatus.divisions if one.kind != self.catalogue.team.kind}
        heads = [one for one in self.apparatus.seats if one.rank == HEAD and one.unit in keys]
        return self.chance.some(
            heads, len(heads) * self.catalogue.measures["acting_of_hundred"] // 100
        )

    def _ordinary(self) -> Iterator[Seat]:
        """The posts that may stand vacant: of no leader, of no support, of no team."""
        teams = {
            one.key for one in self.apparatus.divisions if one.kind == self.catalogue.team.kind
        }
        support = self.catalogue.staff_kinds["support"]
        for seat in self.apparatus.seats:
            if seat.rank == NONE and seat.kind != support and seat.unit not in teams:
                yield seat

    def _take_up(self, seat: Seat) -> None:
        person = self.populace.person(
            f"{self.numbers}{len(self.made.people) + 1:05}", seat.rank != NONE
        )
        self.made.people.append(person)
        self.in_post[seat.key] = person
        self._put(person, seat, MAIN)

    def _put(
        self, person: Person | None, seat: Seat, basis: str, until: date | None = None
    ) -> None:
        """Somebody in a post, no longer than until they retire."""
        if person is None:
            self.made.vacant.append(seat)
            return
        ends = [day for day in (until, self.populace.retires(person)) if day]
        service = Service(person.key, seat.key, basis, min(ends, default=None))
        self.made.services.append(service)

    def _in(self, unit: str, rank: str) -> Person | None:
        """Whoever is in a main post of a rank in a unit."""
        seats = (seat for seat in self.by_unit.get(unit, ()) if seat.rank == rank)
        return next((self.in_post[one.key] for one in seats if one.key in self.in_post), None)

    def _borrow(self, vacant: Sequence[Seat]) -> None:
        """Some of the vacant posts held by people whose main post is elsewhere."""
        measures = self.catalogue.measures
        concurrent = len(vacant) * measures["concurrent_of_hundred"] // 100
        loan = len(vacant) * measures["loan_of_hundred"] // 100
        free = [seat for seat in self._ordinary() if seat.key in self.in_post]
        lent: set[str] = set()
        for place, seat in enumerate(vacant):
            if place < concurrent:
                near = [one for one in free if one.group == seat.group and one.unit != seat.unit]
                self._put(self._lent(near, lent), seat, CONCURRENT)
            elif place < concurrent + loan:
                far = [one for one in free if one.group != seat.group]
                years = 1 + self.chance.below(3)
                until = months_after(self.populace.on, 12 * years)
                self._put(self._lent(far, lent), seat, LOAN, until)
            else:
                self.made.vacant.append(seat)

    def _lent(self, among: Sequence[Seat], lent: set[str]) -> Person | None:
        """Somebody of these posts who is in no second one yet."""
        left = [seat for seat in among if seat.key not in lent]
        if not left:
            return None
        seat = self.chance.one(left)
        lent.add(seat.key)
        return self.in_post[seat.key]

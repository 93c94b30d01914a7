"""What the page of a unit's posts shows: quotas beside people, who leads, what is below."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.staff.ledger.balances import Balance, balances
from tinhgon.staff.ledger.movements import went_to
from tinhgon.staff.ledger.words import held_words
from tinhgon.staff.posts.heads import Head, head_of
from tinhgon.staff.posts.holders import LEADING, Seat, names_of_leaders, seats
from tinhgon.staff.posts.strength import Strength, strengths
from tinhgon.staff.staffing import Names


@dataclass(frozen=True)
class Line:
    """Posts and people of a kind; `vacant` are posts that may be filled and are not."""

    label: str
    posts: int
    frozen: int
    present: int

    @property
    def vacant(self) -> int:
        """Posts that may be filled and are not; below zero, so many people are too many."""
        return self.posts - self.frozen - self.present


@dataclass(frozen=True)
class Portrait:
    """The posts of a unit on a day, as known at an instant."""

    unit: Unit
    on: date
    known_at: datetime | None = None

    @cached_property
    def balances(self) -> dict[str, Balance]:
        """What it and all below it hold."""
        return balances(self.on, self.unit.key, self.known_at)

    @cached_property
    def strengths(self) -> dict[str, Strength]:
        """Who is there, in it and in all below it."""
        return strengths(self.on, self.unit.key)

    @cached_property
    def seats(self) -> list[Seat]:
        """Its own posts."""
        return seats([self.unit.key], self.on)

    @cached_property
    def names(self) -> dict[int, str]:
        """The names of its leaders, by officer."""
        return names_of_leaders(self.seats)

    @property
    def leading(self) -> list[Seat]:
        """The posts of its leaders."""
        return [seat for seat in self.seats if seat.placement.rank in LEADING]

    @property
    def head(self) -> Head:
        """Who is its head, or why nobody is."""
        return head_of(self.seats, self.names)

    @cached_property
    def went(self) -> list[tuple[str, str, str]]:
        """Where its posts went in reorganisations: key and name of each heir, how many posts."""
        found = went_to(self.unit, until=self.on, known_at=self.known_at)
        names = self.called
        return [(key, names.unit(key), held_words(held, names)) for key, held in found.items()]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of posts, here or below."""
        return not (self._whole.whole or self.strengths or self.seats)

    @cached_property
    def called(self) -> Names:
        """How kinds of staff and units are called."""
        return Names(directory(self.known_at))

    @cached_property
    def own(self) -> list[Line]:
        """Its own posts and people, a line for each kind."""
        strength = self.strengths.get(self.unit.key, Strength())
        return [*_lines(self._whole.own, strength, self.called)]

    @cached_property
    def whole(self) -> list[Line]:
        """Posts and people of the unit with all below it, a line for each kind."""
        return [*_lines(self._whole.whole, _sum(self.strengths.values()), self.called)]

    @property
    def has_below(self) -> bool:
        """Whether anything stands below it."""
        return len(self.balances) > 1

    @cached_property
    def below(self) -> list[tuple[str, Line]]:
        """The units directly below, by name: key, and posts and people with all below them."""
        register = self.called.register
        present = self._present_below()
        found = []
        for key, balance in self.balances.items():
            if balance.parent == self.unit.key and (balance.whole or present.get(key)):
                entry = register.on(key, self.on) or register.latest(key)
                frozen = sum(n for (_kind, purse), n in balance.whole.items() if purse == "frozen")
                line = Line(
                    register.full_name(entry), balance.whole.total(), frozen, present.get(key, 0)
                )
                found.append((key, line))
        return found

    @property
    def _whole(self) -> Balance:
        return self.balances.get(self.unit.key) or Balance()

    def _present_below(self) -> dict[str, int]:
        """The people in each unit directly below and in all that stands below that."""
        found: dict[str, int] = {}
        for key, strength in self.strengths.items():
            above: str | None = key
            while above and self.balances[above].parent != self.unit.key:
                above = self.balances[above].parent
            if above:
                found[above] = found.get(above, 0) + strength.present.total()
        return found


def _sum(found: Iterable[Strength]) -> Strength:
    total = Strength()
    for strength in found:
        total.add(strength)
    return total


def _lines(held: dict[tuple[str, str], int], strength: Strength, names: Names) -> Iterable[Line]:
    """A line for each kind of staff of which there are posts or people, in the file's order."""
    known = [*names.staffing.kinds]
    kinds = {kind for kind, _purse in held} | {*strength.posts} | {*strength.present}
    for kind in sorted(kinds, key=lambda one: known.index(one) if one in known else len(known)):
        frozen = held.get((kind, "frozen"), 0)
        posts = held.get((kind, "open"), 0) + frozen
        if posts or strength.posts[kind] or strength.present[kind]:
            yield Line(names.kind(kind), posts, frozen, strength.present[kind])

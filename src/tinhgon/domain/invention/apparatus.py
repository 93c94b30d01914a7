"""Which divisions and posts there are: of departments by their fields, of lowest areas by standard.

The law's least posts and most deputies are handed in (`Limits`); no figure of law stands here.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from tinhgon.domain.invention.catalogue import Catalogue, Part, Titles
from tinhgon.domain.invention.chance import Chance, apportioned

HEAD, DEPUTY, NONE = "head", "deputy", "none"
LONGEST_SLUG = 30

UNEVEN_DIVISIONS, UNEVEN_AREAS = (6, 7), (8, 5)
"""The least weight of one beside others, and how many weights there are from it on."""

ONE_DEPUTY_FEWER = 30
"""Of a hundred divisions with several deputies so many have one fewer than they may."""


class Limits(Protocol):
    """What the law of the day says of sizes and deputies."""

    def least(self, sort: str) -> int:
        """The fewest posts that a division of a department of this sort may have."""

    def deputies(self, sort: str, posts: int) -> int:
        """The most deputies of such a division with so many posts."""

    def deputy_directors(self, departments: int) -> int:
        """The most deputy directors of so many departments together."""


@dataclass(frozen=True, slots=True)
class Host:
    """A body that stands and gets posts: `role` is the last part of its key."""

    key: str
    kind: str
    name: str
    role: str


@dataclass(frozen=True)
class Area:
    """A lowest area with its bodies."""

    key: str
    bodies: tuple[Host, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A division that is made up; `sort` is what the law calls it."""

    key: str
    level: str
    kind: str
    name: str
    parent: str
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A post; `group` is the department or area whose posts it is one of."""

    key: str
    unit: str
    group: str
    titles: Titles
    kind: str
    rank: str = NONE
    held_by_head_of: str | None = None


@dataclass
class Apparatus:
    """The divisions and posts that are made up."""

    divisions: list[Division] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)


class TooFew(Exception):
    """Fewer officers than the bodies have leaders and least posts: `least` would do."""

    def __init__(self, least: int) -> None:
        super().__init__(f"{least} at least")
        self.least = least


@dataclass(frozen=True)
class Scale:
    """How many posts: those in which somebody has a main post, and those in which nobody has."""

    officers: int
    vacant: int

    @property
    def seats(self) -> int:
        return self.officers + self.vacant


class Builder:
    """Makes divisions and posts, so many in all, below an area that is `about`."""

    def __init__(
        self,
        catalogue: Catalogue,
        limits: Limits,
        about: str,
        standing: Mapping[tuple[str, str, str], str],
        chance: Chance,
    ) -> None:
        self.catalogue, self.limits, self.about = catalogue, limits, about
        self.standing, self.chance = standing, chance
        self.made = Apparatus()

    def build(
        self, departments: Sequence[Host], areas: Sequence[Area], officers: int
    ) -> tuple[Apparatus, Scale]:
        """Everything for so many officers; as many of the areas as these fill. Raises `TooFew`."""
        least = sum(self._least_of_departments(departments))
        chosen = self._chosen(areas, officers, len(departments), least) if departments else [*areas]
        low = least + sum(map(self._least_of_area, chosen))
        scale = self._scale(officers, chosen)
        if scale.seats < low:
            raise TooFew(low)
        in_areas = scale.seats
        if departments:
            wanted = scale.seats - self._for_departments(scale.seats, len(departments))
            in_areas = min(max(wanted, low - least), scale.seats - least) if chosen else 0
        self._departments(departments, scale.seats - in_areas)
        self._areas(chosen, in_areas)
        return self.made, scale

    def _scale(self, officers: int, areas: Sequence[Area]) -> Scale:
        """Posts beside the main ones: vacant, and of heads who head another body as well."""
        vacant = officers * self.catalogue.measures["vacant_of_thousand"] // 1000
        return Scale(officers, vacant + sum(map(self._held_concurrently, areas)))

    def _for_departments(self, total: int, departments: int) -> int:
        measures = self.catalogue.measures
        share = total * measures["departments_of_hundred"] // 100
        return min(share, measures["most_of_department"] * departments)

    # --- Departments ------------------------------------------------------------------------------

    def _departments(self, hosts: Sequence[Host], seats: int) -> None:
        if not hosts:
            return
        weights = [self.catalogue.field(host.role).weight for host in hosts]
        shares = apportioned(seats, weights, self._least_of_departments(hosts))
        deputies, teams = self._deputies(hosts), self._teams(hosts)
        for host, share, many, team in zip(hosts, shares, deputies, teams, strict=True):
            self._lead(host.key, host.key, host.kind, many, self._kind("ordinary"))
            self._parts(host, share - 1 - many - team)
            if team:
                self._division(host, self.catalogue.team, self.catalogue.team.name, (team, 1, 0))

    def _least_of_departments(self, hosts: Sequence[Host]) -> list[int]:
        """For each its leaders, its team, and two divisions, of which one may be its office."""
        parts = [self.catalogue.office, self.catalogue.division, self.catalogue.division]
        least = sum(sorted(self.limits.least(part.sort) for part in parts)[1:])
        pairs = zip(self._deputies(hosts), self._teams(hosts), strict=True)
        return [1 + many + team + least for many, team in pairs]

    def _deputies(self, hosts: Sequence[Host]) -> list[int]:
        """One more in all than the law allows one department fewer, so that a merger shows it."""
        if not hosts:
            return []
        most = self.limits.deputy_directors(len(hosts) - 1) + 1
        weights = [self.catalogue.field(host.role).weight for host in hosts]
        order = sorted(range(len(hosts)), key=lambda place: (-weights[place], place))
        each, more = divmod(min(most, self.limits.deputy_directors(len(hosts))), len(hosts))
        return [each + (order.index(place) < more) for place in range(len(hosts))]

    def _teams(self, hosts: Sequence[Host]) -> list[int]:
        sizes = self.catalogue.team_sizes
        return [sizes[place % len(sizes)] for place in range(len(hosts))]

    def _parts(self, host: Host, seats: int) -> None:
        """The office of a department and as many divisions as the posts left fill."""
        office, division = self.catalogue.office, self.catalogue.division
        names = [(division, name) for name in self.catalogue.field(host.role).divisions]
        first = (office, f"{host.kind[:1].upper()}{host.kind[1:]} {host.name}")
        parts = names if host.kind == office.kind else [first, *names]
        lows = [self.limits.least(part.sort) for part, _name in parts]
        typical = self.catalogue.measures["typical_division"]
        count = min(max(seats // max(typical, *lows), 2), len(parts))
        weights = [self._uneven(*UNEVEN_DIVISIONS) for _ in range(count)]
        sizes = apportioned(seats, weights, lows[:count])
        for (part, name), size in zip(parts, sizes, strict=False):
            self._sized(host, part, name, size)

    def _sized(self, host: Host, part: Part, name: str, size: int) -> None:
        """A division with as many deputies as its posts allow, or one fewer."""
        wanted = self.catalogue.support_in_office if part is self.catalogue.office else 0
        support = min(wanted, size - self.limits.least(part.sort))
        most = self.limits.deputies(part.sort, size - support)
        fewer = most > 1 and self.chance.holds(ONE_DEPUTY_FEWER)
        self._division(host, part, name, (size, max(most - fewer, 1), support))

    def _division(self, host: Host, part: Part, name: str, size: tuple[int, int, int]) -> None:
        """A division with its posts, in one alike that stands already if there is such a one.

        `size` is how many posts there are, how many of them are of deputies, and of support.
        """
        posts, deputies, support = size
        key = self.standing.get((host.key, part.kind, name))
        if key is None:
            key = f"{host.key}.{slug(part.kind if part is self.catalogue.office else name)}"
            made = Division(key, part.level, part.kind, name, host.key, part.sort)
            self.made.divisions.append(made)
        self._lead(key, host.key, part.kind, deputies, self._kind("ordinary"))
        self._others(key, host.key, posts - 1 - deputies - support, support)

    # --- Areas ------------------------------------------------------------------------------------

    def _chosen(
        self, areas: Sequence[Area], officers: int, departments: int, least: int
    ) -> list[Area]:
        """As many areas as officers fill whom the departments leave, in order of their keys.

        The areas are taken by chance. `least` are the posts that the departments cannot do without.
        """
        typical = self.catalogue.measures["typical_area"]
        left = officers - max(self._for_departments(officers, departments), least)
        count = min(max(left, 0) // typical, len(areas))
        return sorted(self.chance.some(areas, count), key=lambda area: area.key)

    def _least_of_area(self, area: Area) -> int:
        """Leaders of each body, and one more in each that has others."""
        seatings = (self.catalogue.bodies[body.role] for body in area.bodies)
        return sum(1 + one.deputies + bool(one.share) for one in seatings)

    def _held_concurrently(self, area: Area) -> int:
        roles = {body.role for body in area.bodies}
        return sum(self.catalogue.bodies[role].head_of in roles for role in roles)

    def _areas(self, areas: Sequence[Area], seats: int) -> None:
        if not areas:
            return
        least = [self._least_of_area(area) for area in areas]
        weights = [self._uneven(*UNEVEN_AREAS) for _ in areas]
        for area, share in zip(areas, apportioned(seats, weights, least), strict=True):
            self._area(area, share)

    def _area(self, area: Area, seats: int) -> None:
        seatings = [self.catalogue.bodies[body.role] for body in area.bodies]
        least = [1 + one.deputies + bool(one.share) for one in seatings]
        sizes = apportioned(seats, [one.share for one in seatings], least)
        keys = {body.role: body.key for body in area.bodies}
        for body, seating, size in zip(area.bodies, seatings, sizes, strict=True):
            kind = self._kind("elected" if seating.elected else "ordinary")
            heads = keys.get(seating.head_of or "")
            self._lead(body.key, area.key, body.kind, seating.deputies, kind, heads)
            self._others(body.key, area.key, size - 1 - seating.deputies, 0)

    # --- Posts ------------------------------------------------------------------------------------

    def _lead(
        self, unit: str, group: str, kind: str, deputies: int, staff: str, heads: str | None = None
    ) -> None:
        leaders = self.catalogue.leaders[kind]
        self._seat(unit, group, leaders.head, staff, HEAD, heads)
        for _ in range(deputies):
            self._seat(unit, group, leaders.deputy, staff, DEPUTY)

    def _others(self, unit: str, group: str, ordinary: int, support: int) -> None:
        for count, table, kind in (
            (ordinary, self.catalogue.ordinary, "ordinary"),
            (support, self.catalogue.support, "support"),
        ):
            weights = {place: share for place, (share, _titles) in enumerate(table)}
            for _ in range(count):
                titles = table[self.chance.weighted(weights)][1]
                self._seat(unit, group, titles, self._kind(kind))

    def _seat(
        self,
        unit: str,
        group: str,
        titles: Titles,
        kind: str,
        rank: str = NONE,
        heads: str | None = None,
    ) -> None:
        key = f"{post_prefix(self.about)}{len(self.made.seats) + 1:05}"
        self.made.seats.append(Seat(key, unit, group, titles, kind, rank, heads))

    def _uneven(self, least: int, many: int) -> int:
        return least + self.chance.below(many)

    def _kind(self, sort: str) -> str:
        return self.catalogue.staff_kinds[sort]


def officer_prefix(about: str) -> str:
    """How the numbers of all invented officers of a unit begin."""
    return f"invented.{about}.o"


def post_prefix(about: str) -> str:
    """How the keys of all invented posts of a unit begin."""
    return f"invented.{about}.p"


def slug(name: str) -> str:
    """A name as the last part of a key: letters without marks, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("đ", "d"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", letters)[:LONGEST_SLUG].strip("-")

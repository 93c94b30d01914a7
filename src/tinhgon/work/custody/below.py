"""Which units are below one that may give each of them a part, and which of them are of a sort.

They are the units directly under it; of an area, and of a body that directs its whole area, the
bodies of the areas directly below as well.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tinhgon.domain.lookup import Entry
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import NoSuchUnit
from tinhgon.ui.asked import Asked
from tinhgon.work.working import working


@dataclass(frozen=True)
class Below:
    """A unit below another; of a body of an area below it, that area."""

    entry: Entry
    area: Entry | None = None

    @property
    def key(self) -> str:
        return self.entry.unit


@dataclass(frozen=True)
class Sort:
    """Units of a kind, and of bodies the kind of the areas in which they stand; all without it."""

    kind: str
    area: str = ""

    @property
    def code(self) -> str:
        """How an address writes it."""
        return f"{self.kind}/{self.area}" if self.area else self.kind

    @classmethod
    def of(cls, code: str) -> "Sort":
        """What an address asks for."""
        kind, _mark, area = code.partition("/")
        return cls(kind, area)

    def has(self, one: Below) -> bool:
        """Whether a unit is one of them."""
        stands = one.area.kind if one.area else ""
        return self.kind == one.entry.kind and self.area in ("", stands)


def below(key: str, on: date) -> list[Below]:
    """All units below one on a day, those directly under it first; without a query."""
    register = directory()
    entry = register.on(key, on)
    if entry is None:
        return []
    found = [Below(one) for one in register.children(key, on)]
    place = _place(entry)
    is_area = register.jurisdiction.is_area
    areas = [one for one in register.children(place, on) if is_area(one.level)] if place else []
    return [*found, *(Below(one, area) for area in areas for one in register.bodies(area.unit, on))]


def sorts(found: Iterable[Below]) -> dict[Sort, int]:
    """The sorts of which there are any, each with how many; by areas where those are of several."""
    every, parted = Counter[Sort](), Counter[Sort]()
    for one in found:
        every[Sort(one.entry.kind)] += 1
        if one.area:
            parted[Sort(one.entry.kind, one.area.kind)] += 1
    made: dict[Sort, int] = {}
    for whole, count in every.items():
        made[whole] = count
        made |= {part: many for part, many in parted.items() if _is_some(part, many, whole, count)}
    return made


def likely(found: Sequence[Below], key: str, on: date) -> Sort | None:
    """The sort that is meant if nobody says another: the giver's own kind, else the commonest."""
    there = sorts(found)
    entry = directory().on(key, on)
    own = Sort(entry.kind) if entry else None
    if own in there:
        return own
    return max(there, key=lambda one: there[one], default=None)


def picked(
    key: str, on: date, *, sort: Sort | None, named: Sequence[str], without: Sequence[str]
) -> list[Unit]:
    """The units that are named, or else all below of a sort; but for those that are left out.

    Named are keys, or codes on the day. Raises `NoSuchUnit`. One query.
    """
    left_out = {*keys_of(without, on)}
    keys = keys_of(named, on)
    if sort and not named:
        keys = [one.key for one in below(key, on) if sort.has(one)]
    return units_of([one for one in keys if one not in left_out])


def units_of(keys: Sequence[str]) -> list[Unit]:
    """The units with these keys, in their order, each once; one query."""
    found = {unit.key: unit for unit in Unit.objects.filter(key__in=keys)}
    return [found[key] for key in dict.fromkeys(keys) if key in found]


def keys_of(named: Iterable[str], on: date) -> list[str]:
    """Units by key, or by code on a day, as keys. Raises `NoSuchUnit`."""
    register = directory()
    made = []
    for one in named:
        borne = [] if one in register.entries else register.bearers(one, on)
        if one not in register.entries and not borne:
            raise NoSuchUnit(one, Asked(on))
        made.append(borne[0].unit if borne else one)
    return made


def _place(entry: Entry) -> str | None:
    """The area whose areas below a unit reaches: itself, or the one that it directs."""
    if not directory().is_body(entry.unit):
        return entry.unit
    return entry.parent if working().whole_area.has(entry.level, entry.kind) else None


def _is_some(part: Sort, many: int, whole: Sort, count: int) -> bool:
    """Whether a sort is some of another and not all of it."""
    return part.kind == whole.kind and many < count

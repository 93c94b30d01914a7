"""Lineage (quá trình kế thừa): where a unit's land and people went, and where they came from."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from tinhgon.domain.structure.levels import Aspect

Step = tuple[str, date, frozenset[Aspect] | None]


class Edge(Protocol):
    """What lineage needs of a succession."""

    @property
    def day(self) -> date: ...
    @property
    def predecessor(self) -> str: ...
    @property
    def successor(self) -> str: ...
    @property
    def carries(self) -> frozenset[Aspect] | None: ...


@dataclass(frozen=True, slots=True)
class Reach:
    """A unit that holds something of another, and what that may be (not stated: anything)."""

    unit: str
    carries: frozenset[Aspect]


class Lineage:
    """Successions, indexed to be followed forwards and backwards."""

    def __init__(self, successions: Iterable[Edge]) -> None:
        self.forward: dict[str, list[Edge]] = defaultdict(list)
        self.backward: dict[str, list[Edge]] = defaultdict(list)
        for edge in successions:
            self.forward[edge.predecessor].append(edge)
            self.backward[edge.successor].append(edge)

    def between(
        self, unit: str, asked_on: date, on: date, stands: Callable[[str, date], bool]
    ) -> list[Reach]:
        """The units standing on `on` that hold something of `unit` as it stood on `asked_on`.

        Follows successions forwards where `on` is later and backwards where it is earlier;
        `stands` says whether a unit stands on a day. Sorted by key.
        """
        steps = self._later if on >= asked_on else self._earlier
        found: dict[str, frozenset[Aspect]] = {}
        waiting = [(unit, asked_on, frozenset(Aspect))]
        seen: set[tuple[str, date, frozenset[Aspect]]] = set()
        while waiting:
            place = waiting.pop()
            if place in seen:  # ways that part may meet again
                continue
            seen.add(place)
            key, since, carried = place
            if stands(key, on):
                found[key] = found.get(key, frozenset()) | carried
            waiting += [
                (other, day, held)
                for other, day, carries in steps(key, since, on)
                if (held := carried if carries is None else carried & carries)
            ]
        return [Reach(key, found[key]) for key in sorted(found)]

    def _later(self, key: str, since: date, on: date) -> Iterator[Step]:
        for edge in self.forward.get(key, ()):
            if since < edge.day <= on:
                yield edge.successor, edge.day, edge.carries

    def _earlier(self, key: str, since: date, on: date) -> Iterator[Step]:
        for edge in self.backward.get(key, ()):
            if on < edge.day <= since:
                yield edge.predecessor, edge.day - timedelta(days=1), edge.carries

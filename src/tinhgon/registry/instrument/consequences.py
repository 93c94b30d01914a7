"""What was done under an instrument (hệ quả): units that began, ended or changed, by clause."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tinhgon.domain.lookup import Entry
from tinhgon.registry.directory import Directory, Edge
from tinhgon.registry.models import Code, Tie, Version

BEGUN, CHANGED, ENDED = "begun", "changed", "ended"
KINDS = (BEGUN, CHANGED, ENDED)

COMPARED = ("name", "kind", "code", "parent")


@dataclass(frozen=True)
class Consequence:
    """One unit that began, changed or ended, as it stood after or, if it ended, before.

    `edges` are the successions of the instrument behind it; `before` how a changed unit stood.
    """

    kind: str
    entry: Entry
    day: date
    edges: tuple[Edge, ...] = ()
    before: Entry | None = None

    @property
    def clauses(self) -> list[str]:
        """The clauses that say so, where the sources give them."""
        return sorted({edge.clause for edge in self.edges if edge.clause}, key=natural)

    @property
    def others(self) -> list[str]:
        """The keys of the units at the other end: predecessors, or successors of what ended."""
        ends = (e.successor if self.kind == ENDED else e.predecessor for e in self.edges)
        return list(dict.fromkeys(ends))

    @property
    def changes(self) -> list[str]:
        """What is otherwise than before: name, kind, code, parent."""
        if self.before is None:
            return []
        return [n for n in COMPARED if getattr(self.before, n) != getattr(self.entry, n)]


@dataclass(frozen=True)
class Consequences:
    """All that was done under one instrument, as known now; four queries."""

    directory: Directory
    instrument: int

    @cached_property
    def all(self) -> list[Consequence]:
        """In order of clauses, days and codes."""
        return sorted(self._found(), key=_place)

    def of(self, kind: str) -> list[Consequence]:
        """Those of one kind."""
        return [one for one in self.all if one.kind == kind]

    def _found(self) -> Iterator[Consequence]:
        forward, backward = self._edges()
        for key, day in self._started():
            if self.directory.life(key).start == day:
                yield self._one(BEGUN, key, day, backward.get((key, day), ()))
            else:
                yield self._one(CHANGED, key, day, backward.get((key, day), ()))
        for key, day in self._ended():
            yield self._one(ENDED, key, day, forward.get((key, day), ()))

    def _one(self, kind: str, key: str, day: date, edges: Iterable[Edge]) -> Consequence:
        eve = self.directory.on(key, day - timedelta(days=1))
        entry = (eve if kind == ENDED else self.directory.on(key, day)) or self.directory.latest(
            key
        )
        return Consequence(kind, entry, day, tuple(edges), eve if kind == CHANGED else None)

    def _started(self) -> list[tuple[str, date]]:
        """The units of which something holds from a day on, by this instrument."""
        found = {
            pair
            for model in (Version, Code, Tie)
            for pair in model.objects.known_at()
            .filter(instrument=self.instrument, valid_from__isnull=False)
            .values_list("unit__key", "valid_from")
        }
        return sorted(found)

    def _ended(self) -> list[tuple[str, date]]:
        """The units that stand no longer from a day on, by this instrument."""
        rows = Version.objects.known_at().filter(ended_under=self.instrument)
        pairs = rows.values_list("unit__key", "valid_to")
        return [(key, day) for key, day in pairs if day and self.directory.life(key).end == day]

    def _edges(self) -> tuple[dict[tuple[str, date], list[Edge]], ...]:
        """The successions of the instrument, by predecessor and by successor."""
        forward: dict[tuple[str, date], list[Edge]] = {}
        backward: dict[tuple[str, date], list[Edge]] = {}
        for edges in self.directory.lineage.forward.values():
            for edge in edges:
                if edge.instrument == self.instrument:
                    forward.setdefault((edge.predecessor, edge.day), []).append(edge)
                    backward.setdefault((edge.successor, edge.day), []).append(edge)
        return forward, backward


def natural(clause: str) -> list[tuple[int, str]]:
    """Where a clause stands among others: «khoản 2» before «khoản 10»."""
    parts = re.findall(r"\d+|\D+", clause)
    return [(int(part), "") if part.isdigit() else (-1, part.casefold()) for part in parts]


def _place(one: Consequence) -> tuple[list[tuple[int, str]], date, str, str]:
    clause = natural(one.clauses[0]) if one.clauses else []
    return clause, one.day, one.entry.code or "", one.entry.unit

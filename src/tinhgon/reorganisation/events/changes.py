"""Change events (sự kiện thay đổi tổ chức): what a package does, an event at a time.

A division or a split is told of the unit that is divided, everything else of the unit that takes,
begins, changes or ends. All that passed by one verb, instrument and clause is one event.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tinhgon.domain.structure.compare import Difference
from tinhgon.domain.structure.vocabulary import BY_VERB
from tinhgon.registry.directory import Edge
from tinhgon.reorganisation.rearrangement.value import Rearrangement


class Kind(StrEnum):
    """What an event is, as the last column of `vocabulary.TERMS` names it."""

    FOUNDATION = "FoundationEvent"
    MERGE = "MergeEvent"
    SPLIT = "SplitEvent"
    CHANGE = "ChangeEvent"
    DISSOLUTION = "DissolutionEvent"


@dataclass(frozen=True, slots=True)
class Change:
    """One event: from the `original` units came the `resulting`; `passed` is who took what.

    `about` is the key of the unit of which it is told, `number` tells several of one unit apart.
    A unit that goes on otherwise is both original and resulting.
    """

    about: str
    kind: Kind
    day: date
    original: tuple[str, ...]
    resulting: tuple[str, ...]
    instrument: int | None
    clause: str = ""
    passed: tuple[Edge, ...] = ()
    number: int = 1

    @property
    def id(self) -> str:
        """By which it is known within its package."""
        return self.about if self.number == 1 else f"{self.about}/{self.number}"


def change_events(done: Rearrangement) -> list[Change]:
    """All events of a package: first what passed, then what began, changed or ended besides."""
    handed_on = [*_handed_on(done)]
    told = {key for one in handed_on for key in one.resulting}
    return [*_numbered([*handed_on, *_alone(done, told)])]


def _handed_on(done: Rearrangement) -> Iterator[Change]:
    for (about, verb, instrument, clause), edges in _by_event(done.edges).items():
        yield Change(
            about,
            _kind(verb),
            done.day,
            tuple(dict.fromkeys(edge.predecessor for edge in edges)),
            tuple(dict.fromkeys(edge.successor for edge in edges)),
            instrument,
            clause,
            tuple(edges),
        )


Which = tuple[str, str, int | None, str]
"""What makes one event of successions: of which unit, by which verb, instrument and clause."""


def _by_event(edges: Iterable[Edge]) -> dict[Which, list[Edge]]:
    found: dict[Which, list[Edge]] = {}
    for edge in edges:
        is_split = _kind(edge.verb) is Kind.SPLIT
        about = edge.predecessor if is_split else edge.successor
        found.setdefault((about, edge.verb, edge.instrument, edge.clause), []).append(edge)
    return found


def _kind(verb: str) -> Kind:
    return Kind(BY_VERB[verb].org.removeprefix("org:"))


def _alone(done: Rearrangement, told: set[str]) -> Iterator[Change]:
    """What no succession tells: units that begin from nothing, go on otherwise, leave no heir."""
    for key, instrument in done.begun.items():
        if key not in told and key not in done.before:
            yield Change(key, Kind.FOUNDATION, done.day, (), (key,), instrument)
        elif key not in told and _differs(done, key):
            yield Change(key, Kind.CHANGE, done.day, (key,), (key,), instrument)
    for key, instrument in done.ended.items():
        if key not in done.forward:
            yield Change(key, Kind.DISSOLUTION, done.day, (key,), (), instrument)


def _differs(done: Rearrangement, key: str) -> bool:
    if key not in done.after:
        return False
    return bool(Difference(key, done.before[key], done.after[key]).attributes)


def _numbered(events: Iterable[Change]) -> Iterator[Change]:
    seen: dict[str, int] = {}
    for event in events:
        number = seen[event.about] = seen.get(event.about, 0) + 1
        yield replace(event, number=number) if number > 1 else event

"""What became of the items of a plan: counted and listed by the same names, so that numbers open.

`moved` are items that were moved to another day at least once, whatever became of them then; each
item is of `all` and of exactly one of the others.
"""

from collections.abc import Iterable
from enum import StrEnum

from tinhgon.directives.committees.planning.lines import Line, State

NOBODY = "none"
"""In the place of a member: nobody answers for it."""


class Outcome(StrEnum):
    """What became of an item."""

    ALL = "all"
    DONE = "done"
    OPEN = "open"
    LATE = "late"
    DROPPED = "dropped"
    LAPSED = "lapsed"
    DRAFT = "draft"
    MOVED = "moved"


def is_of(line: Line, outcome: str) -> bool:
    """Whether this became of an item; what is not known became of none."""
    if outcome == Outcome.ALL:
        return True
    if outcome == Outcome.MOVED:
        return bool(line.moves)
    if outcome == Outcome.OPEN:
        return line.state in (State.PLANNED, State.MOVED)
    return line.state.value == outcome


def narrowed(found: Iterable[Line], outcome: str = "", member: str = "") -> list[Line]:
    """Items of which this became and for which this member answers, by id; all where neither."""
    return [
        one
        for one in found
        if is_of(one, outcome or Outcome.ALL) and (not member or answers(one) == member)
    ]


def answers(line: Line) -> str:
    """Who answers for an item as an address names them."""
    return str(line.member.pk) if line.member else NOBODY


def tally(found: Iterable[Line]) -> dict[Outcome, int]:
    """How many items each became of."""
    kept = [*found]
    return {outcome: sum(is_of(one, outcome) for one in kept) for outcome in Outcome}

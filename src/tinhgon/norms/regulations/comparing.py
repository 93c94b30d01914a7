"""Two versions of a text side by side: what stayed, what went, what came, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, GONE, CAME, CHANGED = "same", "gone", "came", "changed"


@dataclass(frozen=True)
class Line:
    """A line of either version; "" where one has none."""

    state: str
    before: str
    after: str


def compared(before: str, after: str) -> list[Line]:
    """The lines of two versions, those that answer one another beside one another."""
    old, new = before.splitlines(), after.splitlines()
    found: list[Line] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        found += _lines(tag, old[a:b], new[c:d])
    return found


def _lines(tag: str, old: list[str], new: list[str]) -> Iterator[Line]:
    for place in range(max(len(old), len(new))):
        before = old[place] if place < len(old) else ""
        after = new[place] if place < len(new) else ""
        yield Line(_state(tag, place < len(old), place < len(new)), before, after)


def _state(tag: str, was: bool, now: bool) -> str:
    if tag == "equal":
        return SAME
    if was and now:
        return CHANGED
    return GONE if was else CAME

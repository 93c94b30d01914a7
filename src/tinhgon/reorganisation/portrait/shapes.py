"""How units come together and apart: from how many old ones, to how many new ones, in bars."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.units import Structure
from tinhgon.registry.directory import Edge
from tinhgon.registry.naming import level_noun
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.ui import writing

MOST = 8
"""This many and more are counted together."""

LONGEST = 200
"""How long the longest bar is."""


@dataclass(frozen=True)
class Bar:
    """So many units with so many others, in words, with the length of its bar."""

    words: str
    count: int
    length: float


@dataclass(frozen=True)
class Shape:
    """Of the units of a level: how many have one counterpart, how many two …; `is_old` of old."""

    is_old: bool
    noun: str
    bars: tuple[Bar, ...]

    @property
    def title(self) -> str:
        """What is counted."""
        words = _("Old units, by how many new ones they went to: %s")
        if not self.is_old:
            words = _("New units, by how many old ones they come from: %s")
        return words % self.noun

    @property
    def column(self) -> str:
        """What the first column holds."""
        return _("Went to") if self.is_old else _("Formed from")


def shapes(done: Rearrangement, jurisdiction: Jurisdiction) -> list[Shape]:
    """For each level at which anything passed, highest first: new units, then old ones."""
    found = []
    taken = _others(done.backward, done.before, "predecessor")
    given = _others(done.forward, done.after, "successor")
    for level in jurisdiction.levels:
        noun = capfirst(level_noun(jurisdiction, level, 2))
        for is_old, others, standing in ((False, taken, done.after), (True, given, done.before)):
            counted = [many for key, many in others.items() if _is_of(standing, key, level)]
            if counted:
                found.append(Shape(is_old, noun, _bars(counted, is_old)))
    return found


def _others(edges: dict[str, list[Edge]], other_day: Structure, end: str) -> dict[str, int]:
    """For each unit with how many others it shares something, counting itself if it goes on."""
    return {
        key: len({getattr(edge, end) for edge in own} | ({key} if key in other_day else set()))
        for key, own in edges.items()
    }


def _is_of(structure: Structure, key: str, level: str) -> bool:
    unit = structure.get(key)
    return bool(unit and unit.level == level)


def _bars(counted: Iterable[int], is_old: bool) -> tuple[Bar, ...]:
    """A bar for each number up to the largest that occurs, none left out between."""
    tally = Counter(min(many, MOST) for many in counted)
    longest = max(tally.values())
    return tuple(
        Bar(_words(many, is_old), tally[many], round(LONGEST * tally[many] / longest, 1))
        for many in range(1, max(tally) + 1)
    )


def _words(many: int, is_old: bool) -> str:
    number = writing.count(many)
    if is_old:
        words = ngettext("%s new unit", "%s new units", many) % number
    else:
        words = ngettext("%s old unit", "%s old units", many) % number
    return _("%s and more") % words if many == MOST else words

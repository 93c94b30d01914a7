"""Units that two packages form under different keys, found to be the same.

Whoever drafts twice gives a new unit two keys. It is taken for one where level, kind, name and the
unit above agree, and no other unit of either side answers to that.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tinhgon.domain.structure.units import Structure, Unit

Same = Mapping[str, str]
"""Keys of one side, each with the key that the unit has on the other."""

Likeness = tuple[str, str, str, str | None]


def matched(here: Structure, there: Structure) -> dict[str, str]:
    """The units of `there` that are units of `here` under another key."""
    same: dict[str, str] = {}
    while found := _once(here, there, same):
        same |= found  # what stands below a matched unit may match now
    return same


def rekeyed(structure: Structure, same: Same) -> Structure:
    """A structure with the keys of the other side."""
    if not same:
        return structure
    return Structure(_renamed(unit, same) for unit in structure)


def _once(here: Structure, there: Structure, same: Same) -> dict[str, str]:
    taken = {*same.values()}
    mine = _alike((unit for unit in here if unit.key not in there and unit.key not in taken), {})
    theirs = _alike((one for one in there if one.key not in here and one.key not in same), same)
    return {
        theirs[like][0]: mine[like][0]
        for like in theirs
        if len(theirs[like]) == 1 and len(mine.get(like, ())) == 1
    }


def _alike(units: Iterable[Unit], same: Same) -> dict[Likeness, list[str]]:
    found: dict[Likeness, list[str]] = defaultdict(list)
    for unit in units:
        parent = same.get(unit.parent or "", unit.parent)
        found[unit.level, unit.kind, unit.name, parent].append(unit.key)
    return found


def _renamed(unit: Unit, same: Same) -> Unit:
    ties = tuple((hierarchy, same.get(key, key)) for hierarchy, key in unit.ties)
    parent = same.get(unit.parent or "", unit.parent)
    if (parent, ties) == (unit.parent, unit.ties) and unit.key not in same:
        return unit
    return replace(unit, key=same.get(unit.key, unit.key), parent=parent, ties=ties)

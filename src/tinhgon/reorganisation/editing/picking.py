"""Which unit is meant by what somebody types for the day of a draft: a name, a code or a key.

Units that the draft forms are meant as well as those that stand; ended and later ones are not.
"""

from collections.abc import Callable, Iterator
from heapq import nsmallest
from typing import Any

from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import directory
from tinhgon.registry.name_search import Names, names, readings
from tinhgon.reorganisation.editing.drafted import Drafted

MOST_SUGGESTED = 8
MOST_MEANT = 20


def meant(draft: Drafted, typed: str) -> list[Unit]:
    """The units that fit what was typed, the only one if it is exact; none where nothing fits."""
    typed = typed.strip()
    if not typed:
        return []
    known = draft.unit(typed)
    found = [known] if known else _by_code(draft, typed) or _by_address(draft, typed)
    found = found or _likelier(draft, [*_run_together(draft, typed)], typed)
    return (found or _understood(draft, typed))[:MOST_MEANT]


def suggestions(draft: Drafted, typed: str) -> list[Unit]:
    """Units whose name or code begins so, or has these words; the likeliest first."""
    words = names()
    for first, rest in readings(typed):
        fits = words.search(first)
        found = [unit for unit in _all(draft) if fits and fits(unit)]
        if found := [unit for unit in found if _stands_under(draft, words, unit, rest)]:
            return nsmallest(MOST_SUGGESTED, found, key=_likeliness(draft, words, first))
    found = [*_run_together(draft, typed)]
    return nsmallest(MOST_SUGGESTED, found, key=_likeliness(draft, words, typed))


def _run_together(draft: Drafted, typed: str) -> Iterator[Unit]:
    """Units named first and those above them behind, without a comma: «tay mo nam tu liem»."""
    words = names()
    for unit in _all(draft):
        for way in (draft.full(unit), unit.name):
            rest = words.after(way, typed)
            if rest and _stands_under(draft, words, unit, ",".join(rest)):
                yield unit
                break


def _all(draft: Drafted) -> Iterator[Unit]:
    yield from draft.formed.values()
    yield from draft.before


def _by_code(draft: Drafted, typed: str) -> list[Unit]:
    standing = [draft.before[key] for key in draft.bearings.by_code.get(typed, ())]
    return standing + [unit for unit in draft.formed.values() if unit.code == typed]


def _by_address(draft: Drafted, typed: str) -> list[Unit]:
    """Those called exactly so, with or without their kind; written with the same marks, if any."""
    for first, rest in readings(typed):
        if found := _called(draft, typed, first, rest):
            return found
    return []


def _called(draft: Drafted, typed: str, first: str, rest: str) -> list[Unit]:
    words = names()
    fits = words.search(first)
    if fits is None:
        return []
    called = [unit for unit in _all(draft) if fits(unit) and _is_called(draft, words, unit, first)]
    found = [unit for unit in called if _stands_under(draft, words, unit, rest)]
    same = [unit for unit in found if first.casefold() in _ways(draft, unit)]
    whole = [unit for unit in same if draft.address(unit.key).casefold() == typed.casefold()]
    return whole or _likelier(draft, same or found, first)


def _likelier(draft: Drafted, found: list[Unit], typed: str) -> list[Unit]:
    """Of several those called so in full; else the areas, since bodies are called after them."""
    fully = [unit for unit in found if draft.full(unit).casefold() == typed.casefold()]
    areas = [unit for unit in found if draft.jurisdiction.is_area(unit.level)]
    return fully or areas or found


def _is_called(draft: Drafted, words: Names, unit: Unit, typed: str) -> bool:
    return any(
        words.contains(way, typed) and len(way.split()) == len(typed.split())
        for way in (unit.name, draft.full(unit))
    )


def _ways(draft: Drafted, unit: Unit) -> tuple[str, str]:
    return unit.name.casefold(), draft.full(unit).casefold()


def _stands_under(draft: Drafted, words: Names, unit: Unit, rest: str) -> bool:
    """Whether each unit that was named as standing above it does."""
    above = ", ".join(draft.full(one) for one in draft.path(unit.key)[1:])
    return words.contains_all(above, rest)


def _understood(draft: Drafted, typed: str) -> list[Unit]:
    """As look-ups understand it, with slips and short forms."""
    match = directory().index.understand(typed, draft.day)
    found = (draft.before.get(one.unit) for one in match.units)
    return [unit for unit in found if unit]


def _likeliness(draft: Drafted, words: Names, typed: str) -> Callable[[Unit], tuple[Any, ...]]:
    """Who is called exactly so, kind and all, before exact names, those that begin so, all others.

    The office of a department has its whole name for a name: the department itself is likelier.
    """
    wanted = typed.casefold()

    def order(unit: Unit) -> tuple[Any, ...]:
        ways = _ways(draft, unit)
        begins = any(way.startswith(wanted) for way in ways)
        is_body = not draft.jurisdiction.is_area(unit.level)
        exact = wanted != ways[1], wanted not in ways
        return *exact, not begins, is_body, words.order(unit), unit.key

    return order

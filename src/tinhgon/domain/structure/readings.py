"""The read set (căn cứ đã đọc) of a package: what its judgement rests upon in the structure.

Whoever seals a package keeps what was read. Read again later, anything that is not the same may
turn the judgement, and nothing else can: `moved` says what.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tinhgon.domain.structure.packages import Composition, reads
from tinhgon.domain.structure.units import Structure, Unit

Json = Any
Readings = Mapping[str, Mapping[str, Json]]
"""By kind of question, then by what is asked about: the answer, as JSON."""

SEPARATOR = "|"
"""Between the parts of what is asked about; no key holds one."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A reading that is not the same any more: what was asked, of what, and both answers."""

    kind: str
    about: str
    before: Json
    after: Json


def readings(composition: Composition) -> dict[str, dict[str, Json]]:
    """What a package reads in the structure that it finds."""
    return read_again(_questions(composition), composition.before)


def read_again(
    asked: Mapping[str, Iterable[str]], structure: Structure
) -> dict[str, dict[str, Json]]:
    """The same questions, put to a structure."""
    reader = _Reader(structure)
    return {
        kind: {about: READERS[kind](reader, about) for about in sorted(asked[kind])}
        for kind in sorted(asked)
    }


def moved(before: Readings, structure: Structure) -> list[Moved]:
    """What a structure answers otherwise than was read before."""
    after = read_again(before, structure)
    return [
        Moved(kind, about, answer, after[kind][about])
        for kind, answers in sorted(before.items())
        for about, answer in sorted(answers.items())
        if after[kind][about] != answer
    ]


# --- What is asked --------------------------------------------------------------------------------


def _questions(composition: Composition) -> dict[str, set[str]]:
    asked: dict[str, set[str]] = defaultdict(set)
    for kind, about in _asked(composition):
        asked[kind].add(about)
    return asked


def _asked(composition: Composition) -> Iterator[tuple[str, str]]:
    concerned = {*reads(composition.plans), *composition.ended, *composition.changed}
    for key in concerned:
        yield "unit", key
    for key in composition.ended:
        yield "below", key
    for key in composition.dissolved:
        yield "held-below", key
    for level in composition.abolished:
        yield "level", level
    for unit in composition.touched:
        yield from _of_touched(unit)
    for key in composition.ended:
        yield from _of_touched(composition.before[key])


def _of_touched(unit: Unit) -> Iterator[tuple[str, str]]:
    for hierarchy, parent in unit.parents:
        yield "unit", parent
        yield "above", SEPARATOR.join((hierarchy, parent))
    if unit.code:
        yield "code", unit.code
    yield "name", SEPARATOR.join((unit.parent or "", unit.kind, unit.name))


# --- How it is answered ---------------------------------------------------------------------------


class _Reader:
    """A structure that is asked many questions."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure

    @cached_property
    def by_code(self) -> dict[str, list[str]]:
        return _grouped((unit.code, unit.key) for unit in self.structure if unit.code)

    @cached_property
    def by_level(self) -> dict[str, list[str]]:
        return _grouped((unit.level, unit.key) for unit in self.structure)

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        return _grouped(
            (SEPARATOR.join((unit.parent or "", unit.kind, unit.name)), unit.key)
            for unit in self.structure
        )

    @cached_property
    def below(self) -> dict[str, list[str]]:
        return _grouped(
            (parent, SEPARATOR.join((hierarchy, unit.key)))
            for unit in self.structure
            for hierarchy, parent in unit.parents
        )

    def facts(self, key: str) -> Json:
        """How a unit stands, or that it does not."""
        unit = self.structure.get(key)
        return unit and {
            "level": unit.level,
            "kind": unit.kind,
            "name": unit.name,
            "code": unit.code,
            "parents": dict(unit.parents),
        }

    def above(self, about: str) -> list[str]:
        """The keys from a unit up to the top of a hierarchy; it ends where they go in a circle."""
        hierarchy, _, key = about.partition(SEPARATOR)
        found: list[str] = []
        unit = self.structure.get(key)
        while unit and unit.key not in found:
            found.append(unit.key)
            unit = self.structure.get(dict(unit.parents).get(hierarchy))
        return found

    def held_below(self, key: str) -> list[str]:
        """The levels of the units below one, which say what they hold."""
        return sorted({unit.level for unit in self.structure.under(key) if unit.key != key})


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for group, member in pairs:
        found[group].append(member)
    return {group: sorted(members) for group, members in found.items()}


READERS: dict[str, Callable[[_Reader, str], Json]] = {
    "unit": _Reader.facts,
    "below": lambda reader, key: reader.below.get(key, []),
    "held-below": _Reader.held_below,
    "above": _Reader.above,
    "code": lambda reader, code: reader.by_code.get(code, []),
    "level": lambda reader, level: reader.by_level.get(level, []),
    "name": lambda reader, about: reader.by_name.get(about, []),
}
"""How each kind of question is answered."""

"""Lists of units by name: put in order, and searched in, without regard to case and marks.

What counts as one spelling is the jurisdiction's to say (`domain.lookup.spelling`).
"""

from collections.abc import Callable, Iterator
from weakref import WeakKeyDictionary

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.lookup.spelling import Speller, read_spelling
from tinhgon.domain.lookup.words import cut
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.directory import Directory, directory

MOST_COMMAS = 8
"""A name has a few at most, and so have the units above it."""


def names(register: Directory | None = None) -> "Names":
    """The names of a register, of the present one if none is given.

    They are kept in memory as long as the register is, since taking names apart takes its time.
    """
    register = register or directory()
    if register not in _kept:
        _kept[register] = Names(register.jurisdiction)
    return _kept[register]


def readings(typed: str) -> Iterator[tuple[str, str]]:
    """The name of the unit, and what was said of the units above it; names have commas too.

    «Sở Văn hóa, Thể thao và Du lịch» is one name, «Phường Tây Mỗ, quận Nam Từ Liêm» are two. For
    each the names of all units are searched, so that only the first `MOST_COMMAS` divide.
    """
    parts = [part.strip() for part in typed.split(",", MOST_COMMAS)]
    for named in range(len(parts), 0, -1):
        if named == len(parts) or any(parts[named:]):
            yield ", ".join(parts[:named]).strip(" ,"), ", ".join(parts[named:]).strip(" ,")


class Called:
    """The units of a structure by their full names, put in order once for many questions."""

    def __init__(self, structure: Structure, register: Directory) -> None:
        self._structure, self._names = structure, names(register)
        self._full = register.jurisdiction.full_name
        self._by_name: dict[str, list[Unit]] = {}
        for unit in structure:
            said = self._names.said(self._full(unit.kind, unit.name))
            self._by_name.setdefault(said, []).append(unit)

    def exactly(self, typed: str) -> list[Unit]:
        """The units called exactly so, kind and all, that stand under those named behind them."""
        for first, rest in readings(typed):
            named = self._by_name.get(self._names.asked(first), [])
            if found := [unit for unit in named if self._stands_under(unit, rest)]:
                return found
        return []

    def _stands_under(self, unit: Unit, rest: str) -> bool:
        path = self._structure.path(unit.key)[1:]
        above = ", ".join(self._full(one.kind, one.name) for one in path)
        return self._names.contains_all(above, rest)


class Names:
    """The names of units as they are compared."""

    def __init__(self, jurisdiction: Jurisdiction) -> None:
        self._jurisdiction = jurisdiction
        self._speller = Speller(read_spelling(jurisdiction))
        self._spoken: dict[str, str] = {}
        self._asked = ("", "")

    def order(self, unit: Unit) -> tuple[str, str]:
        """Where a unit stands in a list by name."""
        return self.said(unit.name), unit.name

    def search(self, query: str) -> Callable[[Unit], bool] | None:
        """Whether a unit is looked for: words of its full name, or how its code begins."""
        wanted = self._say(query)
        if not wanted.strip():
            return None
        return lambda unit: (
            (unit.code or "").startswith(query.strip())
            or wanted in self.said(self._jurisdiction.full_name(unit.kind, unit.name))
        )

    def contains(self, text: str, query: str) -> bool:
        """Whether the words of a query stand in a text, one after another."""
        asked, wanted = self._asked
        if asked != query:  # the same is asked of many texts
            wanted = self._say(query)
            self._asked = query, wanted
        return wanted in self.said(text)

    def contains_all(self, text: str, query: str) -> bool:
        """Whether all parts of a query, between commas, stand in a text."""
        return all(self.contains(text, part) for part in query.split(",") if part.strip())

    def after(self, text: str, query: str) -> list[str] | None:
        """The words of a query behind those of a text with which it begins; None if it does not."""
        asked, wanted = self._asked
        if asked != query:
            wanted = self._say(query)
            self._asked = query, wanted
        begun = self.said(text)
        if not begun or not f"{wanted} ".startswith(f"{begun} "):
            return None
        return wanted[len(begun) :].split()

    def asked(self, query: str) -> str:
        """What somebody typed as its words are compared; it is not kept in memory."""
        return self._say(query)

    def said(self, text: str) -> str:
        """The name of a unit as its words are compared, each after a space; many share one."""
        said = self._spoken.get(text)
        if said is None:
            said = self._spoken[text] = self._say(text)
        return said

    def _say(self, text: str) -> str:
        return "".join(f" {spoken.word.loose}" for spoken in cut(text, self._speller))


_kept: WeakKeyDictionary[Directory, Names] = WeakKeyDictionary()

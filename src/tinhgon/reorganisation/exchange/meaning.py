"""Which unit of a draft a cell of a table means: its key, its code on the day, or its full name.

Nothing is guessed: what is not written exactly so is refused, with what might have been meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from tinhgon.domain.structure.plan_tables.cells import BadCell, tidy
from tinhgon.domain.structure.plan_tables.lookup import New, NotFound
from tinhgon.registry.models import KEY
from tinhgon.reorganisation.editing.drafted import Drafted
from tinhgon.reorganisation.editing.forms import fresh_keys
from tinhgon.reorganisation.editing.picking import meant

LONGEST_CODE = 5
"""Digits of the longest code that a spreadsheet may have shortened."""


@dataclass(frozen=True, eq=False)
class Meaning:
    """Finds the units of a draft for a table that is to stand in place of one of its plans."""

    draft: Drafted
    plan: str
    news: Sequence[New]

    def unit(self, said: str, *, standing: bool = False) -> str:
        """The key of the unit that is meant; of a source, one that `standing` before."""
        if self._is_key(said):
            return said
        found = self._standing(said)
        if not (standing and found):
            found = list(dict.fromkeys([*found, *self._beginning(said)]))
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(partial(self._named, found), several=True)
        raise NotFound(partial(self._near, said))

    def level(self, kind: str) -> str | None:
        """The level of a kind that occurs at one alone on the day of the draft."""
        known = self.draft.jurisdiction.levels
        at = [level for level in known if known.kind(level, kind, self.draft.day)]
        return at[0] if len(at) == 1 else None

    def key(self, new: New) -> str:
        """Its own key if it can be one, else that which it has in the draft, or a fresh one."""
        if new.key and not re.fullmatch(KEY, new.key):
            raise BadCell("bad-key", given=new.key[:100])
        return new.key or self._keys[new]

    def _is_key(self, said: str) -> bool:
        return said in self.draft.before or said in self._begins or said in self.draft.reading

    def _standing(self, said: str) -> list[str]:
        by_code = self._with_code(said)
        return by_code or self._called(said, self._names_standing)

    def _with_code(self, said: str) -> list[str]:
        """Units of a code; of several digits also those whose zeros a spreadsheet has dropped.

        634 may be a district, or the ward 00634: then that is not decided here.
        """
        codes = [said, *_longer(said)] if said in self.draft.bearings.by_code else []
        return [key for code in codes for key in self.draft.bearings.by_code.get(code, ())]

    def _beginning(self, said: str) -> list[str]:
        by_code = [key for key, one in self._begins.items() if one.code and one.code == said]
        return by_code or self._called(said, self._names_beginning)

    def _called(self, said: str, names: Mapping[str, list[str]]) -> list[str]:
        """Units called so, of which what is named behind commas stands above them."""
        first, *above = (_folded(part) for part in said.split(","))
        found = names.get(first, [])
        return [key for key in found if all(self._stands_under(key, part) for part in above)]

    def _stands_under(self, key: str, said: str) -> bool:
        above = self.draft.path(key)[1:]
        if not above and key in self._begins:
            return True  # where it is to stand is not read yet
        return any(said in _ways(self.draft, unit.kind, unit.name) for unit in above)

    @cached_property
    def _keys(self) -> Mapping[New, str]:
        """The keys of the units that have none in the table: as in the draft, or fresh."""
        taken = {new.key for new in self.news}
        fresh = (key for key in fresh_keys(self.draft) if key not in taken)
        nameless = dict.fromkeys(new for new in self.news if not new.key)
        return {new: self._kept(new, taken) or next(fresh) for new in nameless}

    def _kept(self, new: New, taken: set[str]) -> str:
        """The key under which the plan forms this unit already."""
        said = self.draft.plan(self.plan).operations
        formed = [unit for one in said for unit in one.effects().formed]
        same = {one.key for one in formed if (one.kind, one.name) == (new.kind, new.name)} - taken
        return same.pop() if len(same) == 1 else ""

    @cached_property
    def _begins(self) -> Mapping[str, New]:
        """The units that begin: of the table, and of the other plans of the draft."""
        others = {
            unit.key: New(unit.key, unit.kind, unit.name, unit.code or "")
            for one in self.draft.said
            if one.plan != self.plan
            for unit in one.effects.formed
        }
        return others | {new.key or self._keys[new]: new for new in self.news}

    @cached_property
    def _names_standing(self) -> Mapping[str, list[str]]:
        return _by_name(
            (unit.key, _ways(self.draft, unit.kind, unit.name)) for unit in self.draft.before
        )

    @cached_property
    def _names_beginning(self) -> Mapping[str, list[str]]:
        return _by_name(
            (key, _ways(self.draft, one.kind, one.name)) for key, one in self._begins.items()
        )

    def _near(self, said: str) -> list[str]:
        """What might have been meant: with the zeros that a spreadsheet drops, or a likely name."""
        by_code = self.draft.bearings.by_code
        found = [key for code in _longer(said) for key in by_code.get(code, ())]
        likely = found or [unit.key for unit in meant(self.draft, said)]
        return [self._name(k) for k in sorted(likely, key=lambda key: key not in self.draft.before)]

    def _named(self, keys: Sequence[str]) -> list[str]:
        """Several units, those that stand first, then by address: the same ones every time."""
        named = [(key not in self.draft.before, self._name(key)) for key in keys]
        return [name for _begins, name in sorted(named)]

    def _name(self, key: str) -> str:
        unit, new = self.draft.unit(key), self._begins.get(key)
        words = self.draft.address(key) if unit else ""
        if not words and new:
            words = self.draft.jurisdiction.full_name(new.kind, new.name)
        code = (unit and unit.code) or (new.code if new else "")
        return f"{words} ({', '.join(filter(None, (code, key)))})"


def _longer(said: str) -> list[str]:
    """A code with the zeros that it may have had: of several a spreadsheet drops all."""
    if not (said.isascii() and said.isdigit()) or said.startswith("0"):
        return []
    return [said.zfill(length) for length in range(len(said) + 1, LONGEST_CODE + 1)]


def _by_name(called: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, ways in called:
        for way in {*ways}:
            found[way].append(key)
    return found


def _ways(draft: Drafted, kind: str, name: str) -> tuple[str, str]:
    """How a unit may be called: by its name alone, or with its kind."""
    return _folded(name), _folded(draft.jurisdiction.full_name(kind, name))


def _folded(said: str) -> str:
    return tidy(said).casefold()

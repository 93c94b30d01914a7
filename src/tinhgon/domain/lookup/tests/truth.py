"""What is true of the real register on a day, found by brute force.

Nothing here uses the engine: spellings, folds and distances are written anew and plainly, and what
somebody means is worked out from parts (who is said, with which kind), never from a text.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import permutations
from pathlib import Path

DAY = date(2025, 6, 30)
TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True)
class Row:
    """A unit on the day."""

    key: str
    level: str
    kind: str
    name: str
    code: str
    parent: str


@dataclass(frozen=True)
class Part:
    """A unit as it is said: a kind or none, and a name."""

    kind: str | None
    name: str


def fold(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def is_number(name: str) -> bool:
    return re.fullmatch(r"\d+|[IVX]+", name) is not None


def is_unmarked(text: str) -> bool:
    return fold(text) == unicodedata.normalize("NFC", text).lower()


@cache
def plain_fold(name: str) -> str:
    """Folded, numbers as 1, without apostrophes and dashes: a name as heard without marks."""
    name = re.sub(r"['’]", "", name)
    words = re.sub(r"[-\s]+", " ", name).strip().split(" ")
    numerals = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VII": "7"}
    words[-1] = numerals.get(words[-1], words[-1])
    return " ".join(str(int(word)) if word.isdigit() else fold(word) for word in words)


@cache
def same_spelling(name: str) -> str:
    """One form for all spellings of a name that count as one."""
    return " ".join(map(_same_word, plain_letters(name).split(" ")))


@cache
def plain_letters(name: str) -> str:
    name = re.sub(r"[-\s]+", " ", re.sub(r"['’]", "", unicodedata.normalize("NFC", name))).strip()
    words = name.split(" ")
    numerals = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VII": "7"}
    words[-1] = numerals.get(words[-1], words[-1])
    return " ".join(words).lower()


def _same_word(word: str) -> str:
    if word.isdigit():
        return str(int(word))
    if word in ("đắk", "đăk", "đak", "đắc"):
        return "đắk"
    if word in ("lắk", "lăk", "lak", "lắc"):
        return "lắk"
    if word in ("pắk", "păk", "pắc"):
        return "pắk"
    apart = unicodedata.normalize("NFD", word)
    tone = "".join(c for c in apart if c in TONES)
    rest = unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES))
    consonants = "qu|b|c|ch|d|đ|g|gh|h|k|kh|l|m|n|ng|ngh|nh|p|ph|r|s|t|th|tr|v|x"
    return re.sub(rf"^({consonants})y", r"\1i", rest) + tone


def distance(one: str, other: str) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours from one text to another."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


class World:
    """All units of the day, and what parts said about them can mean."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = {row.key: row for row in rows}
        self.levels: dict[str, list[Row]] = defaultdict(list)
        self.children: dict[str, list[Row]] = defaultdict(list)
        self.by_fold: dict[str, list[Row]] = defaultdict(list)
        self.by_spelling: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows.values():
            self.levels[row.level].append(row)
            self.children[row.parent].append(row)
            self.by_fold[plain_fold(row.name)].append(row)
            self.by_spelling[same_spelling(row.name)].append(row)

    def chain(self, row: Row) -> list[Row]:
        found = [row]
        while found[-1].parent in self.rows:
            found.append(self.rows[found[-1].parent])
        return found

    def meant(self, parts: list[Part], same: Callable[[str, str], bool]) -> frozenset[str]:
        """Every unit that one part names while the others name different units above it."""
        found = set()
        for place, part in enumerate(parts):
            others = parts[:place] + parts[place + 1 :]
            for row in self._perhaps(part.name):
                if fits(part, row, same) and self._above_fit(row, others, same):
                    found.add(row.key)
        return frozenset(found)

    def _perhaps(self, name: str) -> list[Row]:
        return self.by_fold[plain_fold(name)] + self.by_spelling[same_spelling(name)]

    def with_one_letter_wrong(self, parts: list[Part]) -> frozenset[str]:
        """What parts mean, said without marks, if one letter of the first is wrong."""

        def same(said: str, name: str) -> bool:
            if said == parts[0].name:
                return not is_number(name) and distance(plain_fold(said), plain_fold(name)) <= 1
            return plain_fold(said) == plain_fold(name)

        near = [
            row for other in self.by_fold[plain_fold(parts[1].name)] for row in self.around(other)
        ]
        return frozenset(
            row.key
            for row in near
            for place, part in enumerate(parts)
            if fits(part, row, same)
            and self._above_fit(row, parts[:place] + parts[place + 1 :], same)
        )

    def around(self, row: Row) -> list[Row]:
        """A unit, those above and all those below it."""
        found = self.chain(row)
        waiting = [row]
        while waiting:
            children = self.children[waiting.pop().key]
            found += children
            waiting += children
        return found

    def _above_fit(self, row: Row, parts: list[Part], same: Callable[[str, str], bool]) -> bool:
        above = self.chain(row)[1:]
        return any(
            all(fits(part, other, same) for part, other in zip(parts, others, strict=True))
            for others in permutations(above, len(parts))
        )

    def true(self, query: str, parts: list[Part]) -> frozenset[str]:
        """What a query means that says these parts; one without any mark is judged by letters."""
        return self.without_marks(parts) if is_unmarked(query) else self.exactly(parts)

    def exactly(self, parts: list[Part]) -> frozenset[str]:
        """What parts written with all their marks mean."""
        return self.meant(parts, lambda a, b: same_spelling(a) == same_spelling(b))

    def without_marks(self, parts: list[Part]) -> frozenset[str]:
        return self.meant(parts, lambda a, b: plain_fold(a) == plain_fold(b))


def fits(part: Part, row: Row, same: Callable[[str, str], bool]) -> bool:
    return part.kind in (None, row.kind) and same(part.name, row.name)


def read_world(path: Path) -> World:
    with path.open(encoding="utf-8") as file:
        return World(
            Row(r["entity_id"], r["level"], r["kind"], r["name"], r["code"], r["parent_id"])
            for r in csv.DictReader(file)
            if (r["valid_from"] or "0") <= DAY.isoformat() < (r["valid_to"] or "9")
        )

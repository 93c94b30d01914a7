"""Hard cases over the real register, with the truth found by brute force.

Nothing here uses the engine: spellings, folds and distances are written anew and plainly, and what
a case means is worked out from its parts (who is said, with which kind), never from its text.
"""

import csv
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import permutations
from pathlib import Path

DAY = date(2025, 6, 30)
TONES = "\u0300\u0301\u0303\u0309\u0323"
LETTERS = "abcdeghiklmnopqrstuvxy"
SHORT = {
    "phường": ["P", "F"],
    "xã": ["X"],
    "thị trấn": ["TT", "T.T"],
    "quận": ["Q"],
    "huyện": ["H"],
    "thị xã": ["TX", "T.X"],
    "thành phố": ["TP", "T.P", "Tp"],
    "tỉnh": ["T"],
}
STREETS = ["Tố Hữu", "Lê Lợi", "Nguyễn Huệ", "Trần Phú", "Hai Bà Trưng", "Phan Đình Phùng", "3/2"]


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
class Case:
    """A query with the units it means; of what class it is."""

    family: str
    query: str
    truth: frozenset[str]


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
    """Folded, with numbers as 1 and without apostrophes, dashes: how an accentless name is heard."""
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


class Writer:
    """Writes units as people do; every choice comes from one seed."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.random = random.Random(seed)

    def cases(self, each: int) -> Iterator[Case]:
        for name in sorted(dir(self)):
            if name.startswith("family_"):
                yield from self._family(name.removeprefix("family_"), getattr(self, name), each)

    def _family(self, name: str, write: Callable[[], Case | None], each: int) -> Iterator[Case]:
        written = 0
        while written < each:
            case = write()
            if case:
                written += 1
                yield replace(case, family=name)

    # --- choosing and writing ---

    def commune(self) -> list[Row]:
        return self.world.chain(self.random.choice(self.world.levels["commune"]))

    def anyone(self) -> list[Row]:
        level = self.random.choice(["commune"] * 6 + ["district"] * 2 + ["province"])
        return self.world.chain(self.random.choice(self.world.levels[level]))

    def some(self, chain: list[Row]) -> list[Row]:
        """The unit and some of those above it."""
        kept = [row for row in chain[1:] if self.random.random() < 0.6]
        return [chain[0], *kept]

    def kind(self, part: Part) -> str:
        """The kind as one might write it, with what stands between it and the name."""
        if part.kind is None:
            return ""
        style = self.random.choice(["full", "full", "lower", "upper", "short", "dot", "glued"])
        if style in ("short", "dot", "glued"):
            short = self.random.choice(SHORT[part.kind])
            short = short.lower() if self.random.random() < 0.2 else short
            number = part.name[0].isdigit()
            return short + {"short": " ", "dot": ". ", "glued": "" if number else "."}[style]
        kind = {"full": part.kind.capitalize(), "lower": part.kind, "upper": part.kind.upper()}
        return kind[style] + " "

    def text(self, parts: list[Part], separator: str = ", ") -> str:
        return separator.join(self.kind(part) + part.name for part in parts)

    def plain(self, rows: list[Row]) -> str:
        return ", ".join(f"{row.kind.capitalize()} {row.name}" for row in rows)

    def separator(self) -> str:
        return self.random.choice([", ", ",", "; ", " / ", " - ", "-", " | ", "\n", " ", "  ,  "])

    def parts(self, rows: list[Row], kinds: float = 1.0) -> list[Part]:
        return [Part(row.kind if self.random.random() < kinds else None, row.name) for row in rows]

    def case(self, query: str, truth: Iterable[str]) -> Case:
        return Case("", query, frozenset(truth))

    def said(self, query: str, parts: list[Part]) -> Case:
        return self.case(query, self.world.true(query, parts))

    # --- families ---

    def family_full(self) -> Case:
        chain = self.anyone()
        return self.said(self.plain(chain), self.parts(chain))

    def family_letter_case_and_encoding(self) -> Case:
        chain = self.some(self.anyone())
        change = self.random.choice([str.upper, str.lower, str.swapcase, str.title])
        form = self.random.choice(["NFC", "NFD", "NFKD"])
        query = unicodedata.normalize(form, change(self.plain(chain)))
        return self.said(query, self.parts(chain))

    def family_white_space_and_punctuation(self) -> Case:
        chain = self.some(self.anyone())
        space = self.random.choice(["  ", "\t", "\u00a0", " \u200b", "\u2003", " . "])
        end = self.random.choice([".", ",", ";", " ", "\n", "!", "…", " ,,"])
        start = self.random.choice(["", "  ", '"', "(", "- ", "“", "\ufeff", "* "])
        query = start + self.plain(chain).replace(" ", space) + end
        return self.said(query, self.parts(chain))

    def family_short_kinds(self) -> Case:
        parts = self.parts(self.some(self.anyone()))
        return self.said(self.text(parts), parts)

    def family_kinds_missing(self) -> Case | None:
        parts = self.parts(self.some(self.anyone()), kinds=0)
        if all(part.name.isdigit() for part in parts):
            return None
        return self.said(self.text(parts), parts)

    def family_some_kinds_missing(self) -> Case | None:
        parts = self.parts(self.some(self.anyone()), kinds=0.5)
        if all(part.name.isdigit() and part.kind is None for part in parts):
            return None
        return self.said(self.text(parts), parts)

    def family_order_and_separators(self) -> Case | None:
        parts = self.parts(self.some(self.anyone()), kinds=0.8)
        if all(part.name.isdigit() and part.kind is None for part in parts):
            return None
        shuffled = self.random.sample(parts, len(parts))
        return self.said(self.text(shuffled, self.separator()), parts)

    def family_no_separators(self) -> Case | None:
        rows = self.some(self.commune())
        parts = self.parts(rows, kinds=self.random.choice([0.0, 1.0]))
        if len(parts) < 2 or any(part.name.isdigit() and part.kind is None for part in parts):
            return None
        return self.said(self.text(parts, " "), parts)

    def family_parents_missing(self) -> Case:
        chain = self.commune()
        rows = self.random.choice([[chain[0]], [chain[0], chain[2]], [chain[0], chain[1]]])
        parts = self.parts(rows)
        return self.said(self.text(parts), parts)

    def family_spelling(self) -> Case | None:
        parts = self.parts(self.some(self.anyone()), kinds=0.9)
        spelled = [Part(part.kind, self._respelled(part.name)) for part in parts]
        if spelled == parts or all(p.name.isdigit() and p.kind is None for p in parts):
            return None
        return self.said(self.text(spelled), parts)

    def _respelled(self, name: str) -> str:
        changed = [
            self._tone_moved(name),
            re.sub(r"(?i)\b(qu|[bcdđghklmnrstvx]h?)([yỳýỷỹỵ])(?=\b|nh|t|ên)", _with_i, name),
            re.sub(r"(?i)\b(qu|[hklmst])([iìíỉĩị])\b", _with_y, name),
            re.sub(r"Đ[ăắ]k", lambda m: self.random.choice(["Đắk", "Đăk", "Đak", "Đắc"]), name),
            re.sub(r"\b\d+$", lambda m: "0" * (len(m[0]) < 2) + m[0], name),
            re.sub(r"\b[1-3]?\d$", lambda m: _roman(int(m[0])), name),
            name.replace("'", self.random.choice(["’", "", "`", "' ", "‘"])),
            name.replace(" - ", self.random.choice([" ", "-", " – "])),
        ]
        return self.random.choice([c for c in changed if c != name] or [name])

    def _tone_moved(self, name: str) -> str:
        pairs = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe"}
        pairs |= {"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
        words = []
        for word in name.split(" "):
            for new, old in pairs.items():
                if word.endswith(new) and not word.lower().startswith("qu"):
                    word = word[: -len(new)] + old
                elif word.endswith(old):
                    word = word[: -len(old)] + new
            words.append(word)
        return " ".join(words)

    def family_no_marks(self) -> Case | None:
        parts = self.parts(self.some(self.anyone()), kinds=self.random.choice([0.0, 0.7, 1.0]))
        if all(part.name.isdigit() and part.kind is None for part in parts):
            return None
        return self.said(fold(self.text(parts)), parts)

    def family_no_marks_where_names_collide(self) -> Case | None:
        chain = self.commune()
        twins = [
            row
            for row in self.world.children[chain[1].key]
            if plain_fold(row.name) == plain_fold(chain[0].name) and row is not chain[0]
        ]
        if not twins:
            return None
        parts = self.parts(chain[: self.random.choice([2, 3])], kinds=0.7)
        marked = self.random.random() < 0.4
        query = self.text(parts)
        if marked:
            return self.said(query, parts)
        return self.said(fold(query), parts)

    def family_some_marks_missing(self) -> Case | None:
        """The tones of the commune left out; its parents written fully."""
        chain = self.commune()
        name = self._without_tones(chain[0].name)
        if name == chain[0].name:
            return None
        district = self.world.children[chain[1].key]
        alike = [r for r in district if plain_fold(r.name) == plain_fold(name)]
        alike = [r for r in alike if r.kind == chain[0].kind]
        exact = [r for r in alike if same_spelling(r.name) == same_spelling(name)]
        near = [r for r in alike if distance(plain_letters(name), plain_letters(r.name)) <= 1]
        parts = [Part(chain[0].kind, name), *self.parts(chain[1:])]
        return self.case(self.text(parts), [r.key for r in exact or near or alike])

    def _without_tones(self, name: str) -> str:
        apart = unicodedata.normalize("NFD", name)
        return unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES))

    def family_marks_here_and_there(self) -> Case | None:
        """Some marks of the whole query left out, where the letters alone leave no doubt."""
        parts = self.parts(self.some(self.anyone()), kinds=0.8)
        query = "".join(self._without_some(letter) for letter in self.text(parts))
        truth = self.world.without_marks(parts)
        return self.case(query, truth) if len(truth) == 1 else None

    def _without_some(self, letter: str) -> str:
        change = self.random.choice([str, str, self._without_tones, _unmarked])
        return change(letter)

    def family_one_letter_wrong_in_a_combination(self) -> Case | None:
        chain = self.commune()
        if is_number(chain[0].name):
            return None
        said = self._slip(fold(chain[0].name))
        parts = [Part(self.random.choice([None, chain[0].kind]), said)]
        parts += self.parts(chain[1 : self.random.choice([2, 3])], kinds=0.5)
        truth = self.world.with_one_letter_wrong(parts)
        if plain_fold(said) in self.world.by_fold or not truth:
            return None
        shuffled = self.random.sample(parts, len(parts))
        separator = self.random.choice([", ", "; ", " - ", "\n"])
        front = f"{self._address()}, " if shuffled == parts and separator == ", " else ""
        return self.case(fold(front + self.text(shuffled, separator)), truth)

    def family_one_letter_wrong(self) -> Case | None:
        return self._one_letter_wrong(marked=True)

    def family_one_letter_wrong_no_marks(self) -> Case | None:
        return self._one_letter_wrong(marked=False)

    def _one_letter_wrong(self, marked: bool) -> Case | None:
        chain = self.commune()
        if is_number(chain[0].name):
            return None
        said = self._slip(chain[0].name if marked else fold(chain[0].name))
        form = plain_letters if marked else plain_fold
        if form(said) == form(chain[0].name) or is_number(said.split()[-1]):
            return None
        kind = chain[0].kind if self.random.random() < 0.7 else None
        rows = [
            row
            for row in self.world.children[chain[1].key]
            if kind in (None, row.kind) and not row.name.isdigit()
        ]
        exact = [row for row in rows if form(row.name) == form(said)]
        alike = [row for row in rows if plain_fold(row.name) == plain_fold(said)]
        near = [row for row in rows if distance(form(row.name), form(said)) == 1]
        query = self.text([Part(kind, said), *self.parts(chain[1:], kinds=0.8)])
        truth = [row.key for row in exact or alike or near]
        return self.case(query if marked else fold(query), truth)

    def _slip(self, name: str) -> str:
        places = [place for place, letter in enumerate(name) if letter.isalpha()]
        place, letter = self.random.choice(places), self.random.choice(LETTERS)
        after = name[place + 1 :]
        return self.random.choice(
            [
                name[:place] + after,
                name[:place] + letter + name[place:],
                name[:place] + letter + after,
                name[:place] + after[:1] + name[place] + after[1:]
                if after[:1].isalpha()
                else name[:place] + after,
            ]
        ).strip()

    def family_parent_one_letter_wrong(self) -> Case | None:
        chain = self.commune()
        place = self.random.choice([1, 2])
        if chain[place].name.isdigit():
            return None
        said = self._slip(chain[place].name)
        if plain_fold(said) in self.world.by_fold or is_number(said.split()[-1]):
            return None
        others = [row for row in chain if row is not chain[place]]
        truth = [
            key
            for key in self.world.exactly(self.parts(others))
            for row in self.world.chain(self.world.rows[key])[place : place + 1]
            if row.kind == chain[place].kind
            and not row.name.isdigit()
            and distance(plain_letters(row.name), plain_letters(said)) <= 1
        ]
        parts = [Part(row.kind, said if row is chain[place] else row.name) for row in chain]
        return self.case(self.text(parts), truth)

    def family_wrong_parent(self) -> Case | None:
        chain, other = self.commune(), self.commune()
        wrong = self.random.choice([[chain[0], other[1]], [chain[0], other[1], other[2]]])
        if self.random.random() < 0.5:
            sister = self.random.choice(self.world.children[chain[2].key])
            wrong = self.random.choice([[chain[0], sister], [chain[0], sister, chain[2]]])
        parts = self.parts(wrong, kinds=self.random.choice([1.0, 1.0, 0.0]))
        if self.world.without_marks(parts) or any(p.name.isdigit() and not p.kind for p in parts):
            return None
        return self.case(self.text(parts), [])

    def family_number_that_is_not_there(self) -> Case | None:
        chain = self.commune()
        if not chain[0].name.isdigit():
            return None
        number = str(self.random.randint(1, 40))
        parts = [Part("phường", number), *self.parts(chain[1:])]
        return self.said(self.text(parts), parts)

    def family_homonyms(self) -> Case | None:
        chain = self.commune()
        same = [r for r in self.world.children[chain[1].key] if r.name == chain[0].name]
        if len(same) < 2:
            return None
        parts = self.parts(chain, kinds=0.5)
        return self.said(self.text(parts), parts)

    def family_wrong_kind(self) -> Case | None:
        chain = self.commune()
        kind = self.random.choice(["phường", "xã", "thị trấn"])
        parts = [Part(kind, chain[0].name), *self.parts(chain[1:])]
        named = [
            row
            for row in self.world.children[chain[1].key]
            if plain_fold(row.name) == plain_fold(chain[0].name)
        ]
        elsewhere = self.world.exactly([parts[0], parts[2]]) | self.world.exactly(parts[:2])
        near = [
            row
            for row in self.world.children[chain[1].key]
            if row.kind == kind and distance(fold(row.name), fold(chain[0].name)) <= 1
        ]
        if kind == chain[0].kind or len(named) > 1 or elsewhere or near:
            return None
        return self.case(self.text(parts), [chain[0].key])

    def family_name_alone(self) -> Case | None:
        row = self.anyone()[0]
        if row.name.isdigit():
            return None
        parts = [Part(None, row.name)]
        if self.random.random() < 0.3:
            return self.said(fold(row.name), parts)
        return self.said(row.name, parts)

    def family_codes(self) -> Case:
        row = self.anyone()[0]
        prefix = self.random.choice(["", "", "mã ", "code ", "Mã số: ", "ma ", "Mã "])
        truth = [other.key for other in self.world.rows.values() if other.code == row.code]
        return self.case(f" {prefix}{row.code} ", truth)

    def family_addresses(self) -> Case | None:
        rows = self.random.choice([lambda c: c, lambda c: c[:2], self.some])(self.commune())
        parts = self.parts(rows, kinds=self.random.choice([1.0, 1.0, 0.0]))
        if any(part.name.isdigit() and part.kind is None for part in parts):
            return None
        query = f"{self._address()}, {self.text(parts)}"
        if self.random.random() < 0.3:
            return self.said(fold(query), parts)
        return self.said(query, parts)

    def _address(self) -> str:
        number, street = self.random.randint(1, 400), self.random.choice(STREETS)
        return self.random.choice(
            [
                f"Số {number}, ngõ 5 đường {street}",
                f"Số {number} đường {street}",
                f"{number} {street}",
                f"{number}/5/2 {street}",
                f"Số nhà {number}, phố {street}",
                "Thôn 3",
                f"Thôn {street}",
                "tổ dân phố 5",
                "Ấp 4",
                "Khu phố 2",
                "Xóm Đoài",
                f"Số {number} Quốc lộ 1A",
                f"đường {self.random.choice(self.world.levels['commune']).name}",
            ]
        )

    def family_unknown_commune(self) -> Case | None:
        chain = self.commune()
        name = self.random.choice(
            ["Xyz", "Không Có Đâu", "Hoa Hồng Xanh", "Qwerty", "Bình Yên Vui"]
        )
        parts = [Part(chain[0].kind, name), *self.parts(self.some(chain)[1:], kinds=1)]
        front = self.random.choice(["", "", "Số 5, ", "12 Tố Hữu, "])
        return self.case(front + self.text(parts), [])

    def family_country(self) -> Case:
        rows = self.some(self.anyone())
        country = self.random.choice([", Việt Nam", ", VN", " Việt Nam", ". Vietnam", ", VIỆT NAM"])
        return self.said(self.plain(rows) + country, self.parts(rows))

    def family_junk(self) -> Case:
        junk = [
            "",
            " ",
            ",,,;;",
            "=1+1",
            "=SUM(A1:B2)",
            "=cmd|' /C calc'!A0",
            "😀🎉",
            "???",
            "a" * 10_000,
        ]
        junk += [
            "(((((((" * 500,
            "<script>alert(1)</script>",
            "' OR 1=1 --",
            "\x00\x01",
            "%%%",
            "@A1",
        ]
        return self.case(self.random.choice(junk), [])

    def family_combined(self) -> Case | None:
        rows = self.some(self.commune())
        parts = self.parts(rows, kinds=self.random.choice([1.0, 1.0, 0.5]))
        if any(part.name.isdigit() and part.kind is None for part in parts):
            return None
        said = [
            Part(p.kind, self._respelled(p.name) if self.random.random() < 0.3 else p.name)
            for p in parts
        ]
        plain = self.random.random() < 0.5
        if plain or is_unmarked(" ".join(part.name for part in said)):
            said = parts
        if self.random.random() < 0.5:
            said = self.random.sample(said, len(said))
        query = self.text(said, self.separator())
        if self.random.random() < 0.3 and said[0].name == parts[0].name:
            query = f"{self._address()}, {query}"
        query += self.random.choice(["", "", ", Việt Nam", "."])
        query = self.random.choice([str, str.upper, str.lower])(query)
        if plain:
            return self.said(fold(query), parts)
        form = self.random.choice(["NFC", "NFD"])
        return self.said(unicodedata.normalize(form, query), parts)


def _unmarked(letter: str) -> str:
    plain = fold(letter)
    return plain.upper() if letter.isupper() else plain


def _with_i(found: re.Match[str]) -> str:
    return found[1] + found[2].translate(str.maketrans("yỳýỷỹỵY", "iìíỉĩịI"))


def _with_y(found: re.Match[str]) -> str:
    return found[1] + found[2].translate(str.maketrans("iìíỉĩịI", "yỳýỷỹỵY"))


def _roman(number: int) -> str:
    return (
        "X" * (number // 10)
        + [
            "",
            "I",
            "II",
            "III",
            "IV",
            "V",
            "VI",
            "VII",
            "VIII",
            "IX",
        ][number % 10]
    )

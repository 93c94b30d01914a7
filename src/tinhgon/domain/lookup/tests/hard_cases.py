"""Hard cases: what people may write for units of the real register, each with what is true.

A family is one way of writing; all choices come from one seed.
"""

import random
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from tinhgon.domain.lookup.tests.misspelling import respelled, slip, unmarked, without_tones
from tinhgon.domain.lookup.tests.truth import (
    Part,
    Row,
    World,
    distance,
    fold,
    is_number,
    is_unmarked,
    plain_fold,
    plain_letters,
    same_spelling,
)

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
OTHER_NAMES = {
    "Hồ Chí Minh": ["TP.HCM", "TPHCM", "HCM", "Sài Gòn"],
    "Hà Nội": ["HN", "TP HN", "Hanoi"],
    "Huế": ["Thừa Thiên Huế", "Thừa Thiên - Huế", "TT Huế"],
    "Bà Rịa - Vũng Tàu": ["BRVT", "BR-VT", "Bà Rịa Vũng Tàu"],
    "Đắk Lắk": ["Daklak", "Đăk Lăk", "Đắc Lắc"],
    "Bắc Kạn": ["Bắc Cạn"],
}
STREETS = ["Tố Hữu", "Lê Lợi", "Nguyễn Huệ", "Trần Phú", "Hai Bà Trưng", "Phan Đình Phùng", "3/2"]


@dataclass(frozen=True)
class Case:
    """A query with the units it means; of what class it is."""

    family: str
    query: str
    truth: frozenset[str]


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

    def _encoded(self, text: str) -> str:
        composed = self.random.random() < 0.5
        return unicodedata.normalize("NFC" if composed else "NFD", text)

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
        query = self._encoded(change(self.plain(chain)))
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
        if all(is_number(part.name) and part.kind is None for part in parts):
            return None
        return self.said(self.text(parts), parts)

    def family_order_and_separators(self) -> Case | None:
        parts = self.parts(self.some(self.anyone()), kinds=0.8)
        if all(is_number(part.name) and part.kind is None for part in parts):
            return None
        shuffled = self.random.sample(parts, len(parts))
        return self.said(self.text(shuffled, self.separator()), parts)

    def family_no_separators(self) -> Case | None:
        rows = self.some(self.commune())
        parts = self.parts(rows, kinds=self.random.choice([0.0, 1.0]))
        if len(parts) < 2 or any(is_number(part.name) and part.kind is None for part in parts):
            return None
        return self.said(self.text(parts, " "), parts)

    def family_parents_missing(self) -> Case:
        chain = self.commune()
        rows = self.random.choice([[chain[0]], [chain[0], chain[2]], [chain[0], chain[1]]])
        parts = self.parts(rows)
        return self.said(self.text(parts), parts)

    def family_spelling(self) -> Case | None:
        parts = self.parts(self.some(self.anyone()), kinds=0.9)
        spelled = [Part(part.kind, respelled(part.name, self.random)) for part in parts]
        if spelled == parts or all(is_number(p.name) and p.kind is None for p in parts):
            return None
        return self.said(self.text(spelled), parts)

    def family_no_marks(self) -> Case | None:
        parts = self.parts(self.some(self.anyone()), kinds=self.random.choice([0.0, 0.7, 1.0]))
        if all(is_number(part.name) and part.kind is None for part in parts):
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
        name = without_tones(chain[0].name)
        if name == chain[0].name:
            return None
        district = self.world.children[chain[1].key]
        alike = [r for r in district if plain_fold(r.name) == plain_fold(name)]
        alike = [r for r in alike if r.kind == chain[0].kind]
        exact = [r for r in alike if same_spelling(r.name) == same_spelling(name)]
        near = [r for r in alike if distance(plain_letters(name), plain_letters(r.name)) <= 1]
        parts = [Part(chain[0].kind, name), *self.parts(chain[1:])]
        return self.case(self.text(parts), [r.key for r in exact or near or alike])

    def family_marks_here_and_there(self) -> Case | None:
        """Some marks of the whole query left out, where the letters alone leave no doubt."""
        parts = self.parts(self.some(self.anyone()), kinds=0.8)
        if all(is_number(part.name) and part.kind is None for part in parts):
            return None
        query = "".join(self._without_some(letter) for letter in self.text(parts))
        truth = self.world.without_marks(parts)
        return self.case(query, truth) if len(truth) == 1 else None

    def _without_some(self, letter: str) -> str:
        chance = self.random.random()
        if chance < 0.5:
            return letter
        return without_tones(letter) if chance < 0.75 else unmarked(letter)

    def family_one_letter_wrong_in_a_combination(self) -> Case | None:
        chain = self.commune()
        if is_number(chain[0].name):
            return None
        said = slip(fold(chain[0].name), self.random)
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
        said = slip(chain[0].name if marked else fold(chain[0].name), self.random)
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

    def family_parent_one_letter_wrong(self) -> Case | None:
        chain = self.commune()
        place = self.random.choice([1, 2])
        if chain[place].name.isdigit():
            return None
        said = slip(chain[place].name, self.random)
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
        if is_number(row.name):
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

    def family_address_without_separators(self) -> Case | None:
        parts = self.parts(self.some(self.commune()), kinds=self.random.choice([1.0, 1.0, 0.0]))
        if len(parts) < 2 or any(is_number(part.name) and part.kind is None for part in parts):
            return None
        query = f"{self._address()} {self.text(parts, ' ')}"
        return self.said(fold(query) if self.random.random() < 0.3 else query, parts)

    def family_other_names(self) -> Case | None:
        rows = self.commune()
        if rows[2].name not in OTHER_NAMES:
            return None
        parts = self.parts(rows[: self.random.choice([1, 2])])
        query = f"{self.text(parts)}, {self.random.choice(OTHER_NAMES[rows[2].name])}"
        return self.said(query, [*parts, Part(None, rows[2].name)])

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
            Part(p.kind, respelled(p.name, self.random) if self.random.random() < 0.3 else p.name)
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
        query = self.random.choice([query, query.upper(), query.lower()])
        if plain:
            return self.said(fold(query), parts)
        return self.said(self._encoded(query), parts)

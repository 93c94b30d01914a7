"""Spelling (chính tả): which spellings count as one, as the jurisdiction file says it.

A word has four forms, each laxer than the one before: its `text` (letter case set aside), `spelled`
(spellings that count as one are one), `folded` (letters without marks) and `loose` (both).
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tinhgon.domain.jurisdiction_file import Unreadable
from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.lookup.sections import Section

MEMBERS = (
    "letters",
    "variants",
    "silent",
    "moving_marks",
    "patterns",
    "alike",
    "roman_numerals",
    "aliases",
)

INVISIBLE = "\u00ad\u200c\u200d\u2060\ufeff"
"""Characters that change how a text is set and not what it says."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word in its four forms."""

    text: str
    spelled: str
    folded: str
    loose: str
    is_number: bool = False
    is_marked: bool = False


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """The member `spelling` of a jurisdiction file; where it is missing, Unicode's folding alone.

    `letters` says how those write a letter who do not have it, `variants` which characters are
    mistaken for others, `silent` which may be left out, `moving_marks` which marks may stand on any
    letter of a word. `patterns` rewrite letters, `alike` lists words that are one. `aliases` are
    other names of units: level, name, other names.
    """

    letters: Mapping[str, str] = field(default_factory=dict)
    variants: Mapping[str, str] = field(default_factory=dict)
    silent: str = ""
    moving_marks: str = ""
    patterns: tuple[tuple[re.Pattern[str], str], ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    roman_numerals: bool = False
    aliases: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)


def read_spelling(jurisdiction: Jurisdiction) -> Spelling:
    """The spelling of a jurisdiction; `Unreadable` says which place of the file is wrong."""
    section = Section(jurisdiction.document.get("spelling"), "spelling", MEMBERS)
    return Spelling(
        letters=section.characters("letters"),
        variants=section.characters("variants"),
        silent=section.text("silent"),
        moving_marks=section.text("moving_marks"),
        patterns=tuple(_patterns(section)),
        alike=section.lists("alike"),
        roman_numerals=section.flag("roman_numerals"),
        aliases=_aliases(section.section("aliases"), jurisdiction),
    )


def _patterns(section: Section) -> list[tuple[re.Pattern[str], str]]:
    found = []
    for member in section.members("patterns"):
        pattern = member.pattern("of")
        if pattern is None:
            raise Unreadable(member.place("of"), "missing")
        try:
            pattern.sub(member.text("as"), "")
        except re.error:
            raise Unreadable(member.place("as"), "not-a-replacement") from None
        found.append((pattern, member.text("as")))
    return found


def _aliases(section: Section, jurisdiction: Jurisdiction) -> dict[str, dict[str, tuple[str, ...]]]:
    for level in section.value:
        if level not in jurisdiction.areas:
            raise Unreadable(
                section.place(level), "unknown-level", known=", ".join(jurisdiction.areas)
            )
    return {
        level: {name: names.texts(name) for name in names.value}
        for level in section.value
        for names in [section.section(level)]
    }


class Speller:
    """Gives texts and words their forms by the rules of one spelling."""

    def __init__(self, rules: Spelling) -> None:
        self.rules = rules
        self._letters = str.maketrans(dict(rules.letters))
        silent = dict.fromkeys(rules.silent + INVISIBLE)
        self._characters = str.maketrans({**dict(rules.variants), **silent})
        self._alike = {
            self.clean(member): self._rewritten(self.clean(group[0]))
            for group in rules.alike
            for member in group
        }
        self._alike_folded = {
            self._folded(member): self._rewritten(self._folded(self.clean(group[0])))
            for group in rules.alike
            for member in map(self.clean, group)
        }
        self.word = lru_cache(maxsize=20_000)(self._word)

    def clean(self, text: str) -> str:
        """A text without regard to letter case, encoding and silent characters."""
        # twice: Unicode's own folding takes some characters apart and brings forth others
        text = unicodedata.normalize("NFKC", text.translate(self._characters)).casefold()
        return unicodedata.normalize("NFKC", text).translate(self._characters)

    def number(self, text: str, value: int) -> Word:
        """A word that says a number, whatever it looks like."""
        return Word(text, str(value), str(value), f" {value}", is_number=True)

    def _word(self, text: str) -> Word:
        if text.isdecimal():
            return self.number(text, int(text))
        folded = self._folded(text)
        return Word(
            text=text,
            spelled=self._alike.get(text) or self._rewritten(*self._marks_apart(text)),
            folded=folded,
            loose=self._alike_folded.get(folded) or self._rewritten(folded),
            is_marked=text != folded,
        )

    def _folded(self, text: str) -> str:
        apart = unicodedata.normalize("NFKD", text.translate(self._letters))
        return "".join(letter for letter in apart if not unicodedata.combining(letter))

    def _marks_apart(self, text: str) -> tuple[str, str]:
        apart = unicodedata.normalize("NFD", text)
        moving = [letter for letter in apart if letter in self.rules.moving_marks]
        standing = [letter for letter in apart if letter not in self.rules.moving_marks]
        return unicodedata.normalize("NFC", "".join(standing)), "".join(sorted(moving))

    def _rewritten(self, letters: str, marks: str = "") -> str:
        for pattern, replacement in self.rules.patterns:
            letters = pattern.sub(replacement, letters)
        return f"{letters}'{marks}" if marks else letters

"""Names as they are written: the forms of a whole name, and how near two of them are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from tinhgon.domain.lookup.entries import How
from tinhgon.domain.lookup.spelling import Speller, Word
from tinhgon.domain.lookup.words import cut

ROMAN = re.compile(r"(?=.)(x{0,3})(ix|iv|v?i{0,3})")
"""Numerals up to 39: more of them are words than numbers."""

VALUES = {"i": 1, "v": 5, "x": 10}


class Step(IntEnum):
    """How far from the register's own writing; the least exact step of all parts decides."""

    EXACT = 0
    SPELLING = 1
    FOLDED = 2
    FUZZY = 3

    @property
    def how(self) -> How:
        return (How.EXACT, How.SPELLING, How.FOLDED, How.FUZZY)[self]


class Rank(IntEnum):
    """Which reading wins. Spellings that count as one are one: neither wins over the other."""

    SAME = 0
    MARKS_NEARLY = 1
    FOLDED = 2
    LOOSE_MARKS_NEARLY = 3
    LOOSE = 4
    SLIP = 5
    SLIP_FOLDED = 6


@dataclass(frozen=True, slots=True)
class Writing:
    """A name in all its forms. `key` is what all writings of one name share."""

    text: str
    spelled: str
    folded: str
    key: str
    words: int
    numbers: tuple[str, ...]
    is_number: bool
    is_marked: bool
    is_alias: bool = False


def key_of(words: Sequence[Word]) -> str:
    """What all writings of a name share: without marks, spaces, punctuation."""
    return "".join([word.loose for word in words])


def writing(words: Sequence[Word], is_alias: bool = False) -> Writing:
    return Writing(
        text=" ".join([word.text for word in words]),
        spelled=" ".join([word.spelled for word in words]),
        folded=" ".join([word.folded for word in words]),
        key=key_of(words),
        words=len(words),
        numbers=tuple([word.spelled for word in words if word.is_number]),
        is_number=all(word.is_number for word in words),
        is_marked=any(word.is_marked for word in words),
        is_alias=is_alias,
    )


def name_writing(name: str, speller: Speller, is_alias: bool = False) -> Writing:
    """The writing of a name of the register: a last word in Roman capitals is a number."""
    words = [spoken.word for spoken in cut(name, speller)]
    last = name.split()[-1] if name.split() else ""
    if last.isupper() and words and words[-1].text == last.casefold():
        words = with_numeral(words, speller) or words
    return writing(words, is_alias)


def with_numeral(words: list[Word], speller: Speller) -> list[Word] | None:
    """These words with the last read as a Roman numeral; None where it cannot be."""
    last = words[-1].text
    if not speller.rules.roman_numerals or last[0] not in VALUES or not ROMAN.fullmatch(last):
        return None
    values = [VALUES[letter] for letter in last]
    signed = [-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)]
    return [*words[:-1], speller.number(last, sum(signed))]


def compare(said: Writing, name: Writing) -> tuple[Step, Rank]:
    """How exactly a name was said, for two writings with the same key."""
    if said.text == name.text and not name.is_alias:
        return Step.EXACT, Rank.SAME
    if said.spelled == name.spelled:
        return Step.SPELLING, Rank.SAME
    nearly = said.is_marked and _letters_apart(said.text, name.text) <= 1
    if said.folded == name.folded:
        return Step.FOLDED, Rank.MARKS_NEARLY if nearly else Rank.FOLDED
    return Step.FOLDED, Rank.LOOSE_MARKS_NEARLY if nearly else Rank.LOOSE


def _letters_apart(one: str, other: str) -> int:
    one, other = one.replace(" ", ""), other.replace(" ", "")
    if len(one) != len(other):
        return len(one) + len(other)
    return sum(a != b for a, b in zip(one, other, strict=True))


def one_letter_wrong(said: Writing, name: Writing) -> Rank | None:
    """How nearly right a name is where one letter is wrong; None where more is.

    One letter may be missing, too much, another, or swapped with its neighbour. Marks count where
    any were written. Numbers are never wrong by a letter: 3 is not a slip of 31.
    """
    if name.is_number or said.numbers != name.numbers or not _one_edit(said.folded, name.folded):
        return None
    if _one_edit(said.text, name.text):
        return Rank.SLIP
    alike = not said.is_marked or _one_edit(said.spelled, name.spelled)
    return Rank.SLIP_FOLDED if alike else None


def _one_edit(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    start = _common(one, other)
    one, other = one[start:], other[start:]
    end = _common(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])


def _common(one: str, other: str) -> int:
    """How many first letters two texts share."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))

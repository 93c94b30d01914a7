"""Words of a text and what separates them."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import groupby, pairwise

from tinhgon.domain.lookup.spelling import Speller, Word


class Gap(IntEnum):
    """What stands before a word: nothing that matters, a mark such as - or /, or a separator."""

    NONE = 0
    SOFT = 1
    HARD = 2


SEPARATORS = frozenset(",;|\n\r،؛、")
LETTER, DIGIT, SPACE = "letter", "digit", "space"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word as it stands in a query, with what is before it."""

    word: Word
    gap: Gap = Gap.NONE


Words = tuple[Spoken, ...]


def cut(text: str, speller: Speller) -> Words:
    """The words of a text: runs of letters, and runs of digits even where they touch letters."""
    return tuple(_spoken(speller.clean(text), speller))


def _spoken(text: str, speller: Speller) -> Iterator[Spoken]:
    gap, before = Gap.NONE, SPACE
    for kind, characters in groupby(text, _kind):
        if isinstance(kind, Gap):
            gap = max(gap, kind)
        elif kind is not SPACE:
            within = gap is Gap.SOFT and kind is before is DIGIT  # 12/5 is one number of a house
            yield Spoken(speller.word("".join(characters)), Gap.NONE if within else gap)
            gap, before = Gap.NONE, kind


@cache
def _kind(character: str) -> str | Gap:
    category = unicodedata.category(character)
    if character in SEPARATORS:
        return Gap.HARD
    if category[0] in "LM":
        return LETTER
    if category[0] == "N":
        return DIGIT if category == "Nd" else LETTER
    return SPACE if category[0] in "ZC" or character == "." else Gap.SOFT


def separator(words: Words) -> Gap:
    """What separates the pieces of these words: commas and lines, else dashes and the like."""
    return Gap.HARD if any(spoken.gap is Gap.HARD for spoken in words) else Gap.SOFT


def pieces(words: Words, between: Gap) -> list[Words]:
    """The words between separators."""
    starts = [place for place, spoken in enumerate(words) if place and spoken.gap >= between]
    bounds = [0, *starts, len(words)] if words else []
    return [words[start:end] for start, end in pairwise(bounds)]


def joined(parts: list[Words]) -> Words:
    """Pieces after one another; the first word has nothing before it."""
    words = [spoken for part in parts for spoken in part]
    return (Spoken(words[0].word), *words[1:]) if words else ()


def folded(words: Sequence[Spoken]) -> tuple[str, ...]:
    return tuple([spoken.word.folded for spoken in words])


def spelled(words: Sequence[Spoken]) -> tuple[str, ...]:
    return tuple([spoken.word.spelled for spoken in words])


def is_marked(words: Sequence[Spoken]) -> bool:
    """Whether whoever wrote these words used marks at all."""
    return any(spoken.word.is_marked for spoken in words)

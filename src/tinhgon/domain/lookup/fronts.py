"""What may be left out of an address: the house, the street, the village before the commune."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tinhgon.domain.lookup.catalogue import Catalogue, stands
from tinhgon.domain.lookup.mentions import Question
from tinhgon.domain.lookup.readings import Reading
from tinhgon.domain.lookup.words import Gap, Words, joined, pieces, separator
from tinhgon.domain.lookup.writing import key_of


@dataclass(frozen=True, slots=True)
class Front:
    """The first words of a query, left out so that the unit begins at `end`.

    `is_address`: every piece of it opens as an address does, so that it names no unit.
    `is_whole`: it ends at a separator or before a kind; else only the names tell where it ends.
    """

    pieces: tuple[Words, ...]
    end: int
    is_address: bool
    is_whole: bool


def fronts(question: Question) -> Iterator[Front]:
    """All fronts that a query can have, the shortest first."""
    words, between = question.words, separator(question.words)
    kinds = question.catalogue.kinds
    for end in range(1, len(words)):
        parts = pieces(words[:end], between)
        is_address = all(opens_address(question.catalogue, piece) for piece in parts)
        is_whole = words[end].gap >= Gap.SOFT or bool(kinds.words.at_start(words[end:]))
        if is_whole or (is_address and _may_end_before_name(question.catalogue, parts[-1])):
            yield Front(tuple(parts), end, is_address, is_whole)


def without_addresses(question: Question) -> Words:
    """The words without those pieces after the first that are an address and nothing else."""
    first, *others = pieces(question.words, separator(question.words))
    return joined([first, *[piece for piece in others if not _is_address(question, piece)]])


def allows(question: Question, front: Front, found: list[Reading]) -> bool:
    """Whether a front can be left out where these readings follow it.

    What says a kind and matches nothing cannot: it would silently be answered with the district.
    A plain piece can only before a commune, and where it bears a unit's name itself, only before a
    commune said with its kind.
    """
    basic = is_basic(question, found)
    if front.is_address:
        says_unit = any(_says_kind(question, piece) for piece in front.pieces)
        return (basic or not says_unit) and not _names(question, front, _above_basic(question))
    if not basic or any(question.catalogue.kinds.words.at_start(piece) for piece in front.pieces):
        return False
    return all(_follows(question, front, reading) for reading in found)


def _follows(question: Question, front: Front, reading: Reading) -> bool:
    span, levels = reading.target.span, [*question.catalogue.jurisdiction.levels]
    return span.start == front.end and not _names(question, front, levels[:1] if span.kinds else levels)


def _names(question: Question, front: Front, levels: Collection[str]) -> bool:
    """Whether a piece of the front is the name of a unit at one of these levels."""
    return any(_is_name(question, piece, levels) for piece in front.pieces)


def _is_name(question: Question, piece: Words, levels: Collection[str]) -> bool:
    key = key_of([spoken.word for spoken in piece])
    return any(
        entry.level in levels and stands(entry, question.on)
        for _, entries in question.catalogue.postings.get(key, ())
        for entry in entries
    )


def _above_basic(question: Question) -> list[str]:
    jurisdiction = question.catalogue.jurisdiction
    return [level for level in jurisdiction.levels if level != jurisdiction.basic_level]


def is_basic(question: Question, found: list[Reading]) -> bool:
    """Whether all these readings are of the level at which people live."""
    level = question.catalogue.jurisdiction.basic_level
    return all(reading.entry.level == level for reading in found)


def _says_kind(question: Question, piece: Words) -> bool:
    at_start = question.catalogue.kinds.words.at_start
    return any(at_start(piece[place:]) for place in range(len(piece)))


def _is_address(question: Question, piece: Words) -> bool:
    levels = question.catalogue.jurisdiction.levels
    opens = len(piece) > 1 and opens_address(question.catalogue, piece)
    return opens and not _says_kind(question, piece) and not _is_name(question, piece, levels)


def opens_address(catalogue: Catalogue, piece: Words) -> bool:
    """Whether a piece begins with a number or a word of addresses."""
    opening = catalogue.streets.at_start(piece) or catalogue.places.at_start(piece)
    return piece[0].word.is_number or bool(opening)


def _may_end_before_name(catalogue: Catalogue, piece: Words) -> bool:
    """Whether a unit's name may follow: after «đường» or «số 5» comes a street, after «tổ 5» not."""
    if piece[-1].word.is_number:
        return catalogue.places.at_end(piece[:-1]) > 0
    return not (catalogue.streets.at_end(piece) or catalogue.places.at_end(piece))

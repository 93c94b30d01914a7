"""What may be left out of an address: the house, the street, the village before the commune."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tinhgon.domain.lookup.mentions import Question
from tinhgon.domain.lookup.readings import Reading
from tinhgon.domain.lookup.words import Gap, Words, joined, pieces, separator
from tinhgon.domain.lookup.writing import key_of


@dataclass(frozen=True, slots=True)
class Front:
    """The first words of a query, left out so that the unit begins at `end`.

    `is_address`: every piece of it opens as an address does, so that it names no unit.
    `is_whole`: it ends at a separator, before a kind, or with the number of a village; else only
    the names tell where it ends.
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
        is_address = all(_opens_address(question, piece) for piece in parts)
        is_whole = (
            words[end].gap >= Gap.SOFT
            or kinds.open(words[end:])
            or _is_numbered_place(question, parts[-1])
        )
        if is_whole or (is_address and _may_end_before_name(question, parts[-1])):
            yield Front(tuple(parts), end, is_address, is_whole)


def without_addresses(question: Question) -> Words:
    """The words without those pieces after the first that are an address and nothing else."""
    first, *others = pieces(question.words, separator(question.words))
    kept = [piece for piece in others if len(piece) == 1 or not _is_only_address(question, piece)]
    return joined([first, *kept])


def follows(front: Front, reading: Reading) -> bool:
    """Whether a reading may begin where a front ends; within a piece it must with the unit itself.

    In «5 Nguyễn Huệ, Xã Quảng Vinh» the province of Huế is not said.
    """
    return front.is_whole or reading.target.span.start == front.end


def allows(question: Question, front: Front, found: list[Reading]) -> bool:
    """Whether a front can be left out where these readings follow it.

    Before a district only what can be nothing but an address: anything else might be the commune,
    and would become the district in silence. A plain piece only before a commune by whose name
    nothing else can be meant.
    """
    levels = question.catalogue.jurisdiction.areas
    basic = [is_basic(question, reading) for reading in found]
    if front.is_address and any(basic):
        return not _names(question, front, levels[:-1] if all(basic) else levels)
    if front.is_address:
        return front.is_whole and all(_is_only_address(question, one) for one in front.pieces)
    says_kind = any(question.catalogue.kinds.enclose(piece) for piece in front.pieces)
    return not says_kind and all(_follows(question, front, reading) for reading in found)


def _follows(question: Question, front: Front, reading: Reading) -> bool:
    """Whether a commune comes directly after a plain front, with its kind or unmistakably."""
    span, levels = reading.target.span, question.catalogue.jurisdiction.areas
    if span.start != front.end or not is_basic(question, reading):
        return False
    if span.kinds is not None:
        return not _names(question, front, levels[:1])
    name = question.words[span.name_start : span.name_end]
    return not _names(question, front, levels) and not _is_name(question, name, levels[:-1])


def _names(question: Question, front: Front, levels: Collection[str]) -> bool:
    """Whether a piece of the front is the name of a unit at one of these levels."""
    return any(_is_name(question, piece, levels) for piece in front.pieces)


def _is_name(question: Question, piece: Words, levels: Collection[str]) -> bool:
    """Whether units at one of these levels bear a name or ever did: people write old addresses."""
    key = key_of([spoken.word for spoken in piece])
    posted = question.catalogue.postings.get(key, ())
    return any(entry.level in levels for _, entries in posted for entry in entries)


def may_be_street(question: Question, reading: Reading) -> bool:
    """Whether what was taken for a commune may be a street: «Phố Huế», said without a kind."""
    said_bare = reading.target.span.kinds is None and is_basic(question, reading)
    return said_bare and question.catalogue.is_like_street(reading.entry)


def is_basic(question: Question, reading: Reading) -> bool:
    """Whether a reading is of the level at which people live."""
    return reading.entry.level == question.catalogue.jurisdiction.basic_level


def _says_kind(question: Question, piece: Words) -> bool:
    enclose = question.catalogue.kinds.enclose
    return any(enclose(piece[place:]) for place in range(len(piece)))


def _is_only_address(question: Question, piece: Words) -> bool:
    """Whether a piece can be nothing but an address; without marks, only a number is sure."""
    levels = question.catalogue.jurisdiction.areas
    sure = question.is_marked or any(spoken.word.is_number for spoken in piece)
    opens = sure and _opens_address(question, piece)
    return opens and not _says_kind(question, piece) and not _is_name(question, piece, levels)


def _opens_address(question: Question, piece: Words) -> bool:
    """Whether a piece begins with a number or a word of addresses."""
    streets, places = question.catalogue.streets, question.catalogue.places
    marked = question.is_marked
    opening = streets.at_start(piece, marked) or places.at_start(piece, marked)
    return piece[0].word.is_number or opening > 0


def _is_numbered_place(question: Question, piece: Words) -> bool:
    """Whether a piece ends as «tổ 5» does, so that what follows is no part of it."""
    places = question.catalogue.places
    return piece[-1].word.is_number and places.at_end(piece[:-1], question.is_marked) > 0


def _may_end_before_name(question: Question, piece: Words) -> bool:
    """Whether a unit's name may follow; after «đường» or «thôn» comes another."""
    streets, places = question.catalogue.streets, question.catalogue.places
    marked = question.is_marked
    return not (streets.at_end(piece, marked) or places.at_end(piece, marked))

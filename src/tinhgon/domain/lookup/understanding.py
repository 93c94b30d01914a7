"""Understanding a query: what is tried, from the most exact to the least.

1. A code, where the query is one.
2. Every word belongs to a unit or to one above it.
3. The same after an address (house, street, village), if communes are meant.
4. One letter, or the kind, is wrong in one of the names.
5. Names reach over stray separators.
6. The same after an address, if a district or province is meant.
7. A commune after words that nothing is known of.

The first that gives anything decides; within it the readings that are nearest to what was written.
Whatever is left over, or contradicts the rest, makes the query mean nothing.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tinhgon.domain.lookup.catalogue import Catalogue
from tinhgon.domain.lookup.codes import by_code, code_said
from tinhgon.domain.lookup.entries import How, Match, units_of
from tinhgon.domain.lookup.fronts import Front, allows, follows, fronts, is_basic, without_addresses
from tinhgon.domain.lookup.mentions import Question
from tinhgon.domain.lookup.readings import Reading, best, covers, readings
from tinhgon.domain.lookup.slips import readings_with_slip
from tinhgon.domain.lookup.suggestions import suggestions
from tinhgon.domain.lookup.words import (
    Gap,
    Spoken,
    Words,
    cut,
    is_marked,
    joined,
    pieces,
    separator,
)
from tinhgon.domain.lookup.writing import Rank

LONGEST_QUERY = 1_000
"""Characters; more is no address, and is not read."""

MOST_WORDS = 60


def understand(catalogue: Catalogue, query: str, on: date | None) -> Match:
    """What a query means on a day, or at any time."""
    words = cut(query, catalogue.speller) if len(query) <= LONGEST_QUERY else ()
    if not 0 < len(words) <= MOST_WORDS:
        return Match(How.NOT_FOUND)
    code = code_said(catalogue, words)
    if code:
        return by_code(catalogue, code, on)
    return _by_names(catalogue, words, on)


def _by_names(catalogue: Catalogue, words: Words, on: date | None) -> Match:
    """What the names in these words mean together; the country may stand around them."""
    whole = Question(catalogue, words, on, is_marked(words))
    inner = replace(whole, words=_without_country(catalogue, words) or words)
    for question in [inner, whole] if len(inner.words) < len(words) else [whole]:
        readings = next(filter(None, _attempts(question)), None)
        if readings:
            return _match(readings)
    return Match(How.NOT_FOUND, suggestions=suggestions(inner))


def _match(readings: list[Reading]) -> Match:
    units = units_of(reading.path for reading in readings)
    if len(units) > 1:
        return Match(How.AMBIGUOUS, units)
    return Match(min(reading.step for reading in readings).how, units)


def _attempts(question: Question) -> Iterator[list[Reading]]:
    """What may be meant: first with every word explained, last with what only may be an address."""
    bare = without_addresses(question)
    asked = [question, *([replace(question, words=bare)] if bare != question.words else [])]
    fronted = []
    for one in asked:
        yield _whole_or_slip(one)
        fronted.append((one, [*fronts(one)]))
        yield _commune_after(*fronted[-1])
        yield readings_with_slip(one)
        yield _slip_after(*fronted[-1])
    yield _across_separators(question)
    yield from (_any_after(*one, is_address=True) for one in fronted)
    yield from (_any_after(*one, is_address=False) for one in fronted)


def _whole(question: Question, start: int = 0) -> list[Reading]:
    return best(
        reading for cover in covers(question, start) for reading in readings(question, cover)
    )


def _whole_or_slip(question: Question) -> list[Reading]:
    """Every word explained; where only loosely, a letter may as well be wrong."""
    found = _whole(question)
    if found and found[0].ranks[0] >= Rank.LOOSE_MARKS_NEARLY:
        return found + readings_with_slip(question)
    return found


def _across_separators(question: Question) -> list[Reading]:
    """«Phường, Đại Mỗ»: names and kinds over stray separators, but no words run together."""
    if separator(question.words) is not Gap.HARD:
        return []
    found = _whole(replace(question, across=True))
    return [reading for reading in found if reading.ranks[0] <= Rank.FOLDED]


def _commune_after(question: Question, fronts: list[Front]) -> list[Reading]:
    """Communes after an address; where what seems a commune may end its street, both are meant."""
    front, found = _first_after(question, [front for front in fronts if front.is_address])
    if not (front and all(is_basic(question, reading) for reading in found)):
        return []
    if front.is_whole or not _is_separated(question, front):
        return found
    ends = {reading.target.span.end for reading in found}
    longer = [one for one in fronts if one.is_whole and one.end in ends]
    return best(found + _any_after(question, longer, is_address=True))


def _any_after(question: Question, fronts: list[Front], is_address: bool) -> list[Reading]:
    of_kind = [front for front in fronts if front.is_address is is_address]
    return _first_after(question, of_kind)[1]


def _first_after(question: Question, fronts: list[Front]) -> tuple[Front | None, list[Reading]]:
    """The shortest front with what follows it; nothing if it may not be left out.

    A longer front would leave out what is understood.
    """
    vague = not any(front.is_whole for front in fronts)
    for front in fronts:
        found = _whole(question, front.end)
        found = [reading for reading in found if vague or follows(front, reading)]
        if found:
            return (front, found) if allows(question, front, found) else (None, [])
    return None, []


def _slip_after(question: Question, fronts: list[Front]) -> list[Reading]:
    for front in fronts:
        if front.is_address and (front.is_whole or not _is_separated(question, front)):
            found = readings_with_slip(question, front.end)
            if found and allows(question, front, found):
                return found
    return []


def _is_separated(question: Question, front: Front) -> bool:
    return any(spoken.gap >= Gap.SOFT for spoken in question.words[front.end :])


def _without_country(catalogue: Catalogue, words: Words) -> Words:
    """The words without the country at either end and without postcodes."""
    words = _without_postcodes(catalogue, words)
    words = words[: len(words) - catalogue.country.at_end(words)]
    words = _without_postcodes(catalogue, words)
    rest = words[catalogue.country.at_start(words) :]
    return joined([rest if not rest or rest[0].gap >= Gap.SOFT else words])


def _without_postcodes(catalogue: Catalogue, words: Words) -> Words:
    """The words without postcodes at the end or at the beginning of a piece."""
    if words and catalogue.is_postcode(words[-1].word.text):
        words = words[:-1]
    return joined([_without_first(catalogue, piece) for piece in pieces(words, Gap.HARD)])


def _without_first(catalogue: Catalogue, piece: Words) -> Words:
    if len(piece) == 1 or not catalogue.is_postcode(piece[0].word.text):
        return piece
    return (Spoken(piece[1].word, piece[0].gap), *piece[2:])

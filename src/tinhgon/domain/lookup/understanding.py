"""Understanding a query: what is tried, from the most exact to the least.

1. A code, where the query is one.
2. Every word belongs to a unit or to one above it.
3. The same after an address (house, street, village), if communes are meant.
4. One letter, or the kind, is wrong in one of the names.
5. Names reach over stray separators.
6. The same after an address, if a district or province is meant.
7. A commune after words that nothing is known of.

The first that gives anything decides; within it the readings that are nearest to what was written.
Whatever is left over, or contradicts the rest, makes the query mean nothing. A commune that is
named as streets are, as «Phố Huế» is, and said without its kind may be a street as well.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from tinhgon.domain.lookup.catalogue import Catalogue
from tinhgon.domain.lookup.codes import by_code, code_said
from tinhgon.domain.lookup.entries import How, Match, units_of
from tinhgon.domain.lookup.fronts import (
    Front,
    allows,
    follows,
    fronts,
    is_basic,
    may_be_street,
    without_addresses,
)
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


class Attempt(NamedTuple):
    """What was understood by one step, and whether it left words of an address out."""

    readings: list[Reading]
    left_out: bool


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
        understood = next((tried for tried in _attempts(question) if tried.readings), None)
        if understood:
            return _match(question, *understood)
    return Match(How.NOT_FOUND, suggestions=suggestions(inner))


def _match(question: Question, readings: list[Reading], left_out: bool) -> Match:
    units = units_of(reading.path for reading in readings)
    how = min(reading.step for reading in readings).how if len(units) == 1 else How.AMBIGUOUS
    like_street = any(may_be_street(question, reading) for reading in readings)
    return Match(how, units, left_out=left_out, may_be_street=like_street)


def _attempts(question: Question) -> Iterator[Attempt]:
    """What may be meant: first with every word explained, last with what only may be an address."""
    bare = without_addresses(question)
    asked = [question, *([replace(question, words=bare)] if bare != question.words else [])]
    fronted = []
    for one in asked:
        shortened = one is not question
        yield Attempt(_or_street(one, 0, _whole_or_slip(one)), shortened)
        fronted.append((one, [*fronts(one)]))
        yield Attempt(_commune_after(*fronted[-1]), left_out=True)
        yield Attempt(_or_street(one, 0, readings_with_slip(one)), shortened)
        yield Attempt(_slip_after(*fronted[-1]), left_out=True)
    yield Attempt(_across_separators(question), left_out=False)
    yield from (Attempt(_any_after(*one, is_address=True), left_out=True) for one in fronted)
    yield from (Attempt(_any_after(*one, is_address=False), left_out=True) for one in fronted)


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


def _or_street(question: Question, start: int, found: list[Reading]) -> list[Reading]:
    """What was found, and after a house or a lane what is meant where its commune is a street.

    «Phố Huế, Hai Bà Trưng» is the ward, «ngõ 12 phố Huế, Hai Bà Trưng» the ward or the district;
    of «ngõ 12 phố Huế» alone nothing is known.
    """
    if start == 0:
        return found
    streets = [one for one in found if may_be_street(question, one)]
    others = [other for street in streets for other in _around(question, start, street)]
    return found + others if others else [one for one in found if one not in streets]


def _around(question: Question, start: int, street: Reading) -> list[Reading]:
    """What the words around a street mean: a unit above the commune that it was taken for."""
    span = street.target.span
    words = joined([question.words[start : span.start], question.words[span.end :]])
    around = _whole(replace(question, words=words)) if words else []
    return [reading for reading in around if reading.entry in street.path]


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
    perhaps = _or_street(question, front.end, found)
    if front.is_whole or not _is_separated(question, front):
        return perhaps
    ends = {reading.target.span.end for reading in found}
    longer = [one for one in fronts if one.is_whole and one.end in ends]
    return best(perhaps + _any_after(question, longer, is_address=True))


def _any_after(question: Question, fronts: list[Front], is_address: bool) -> list[Reading]:
    of_kind = [front for front in fronts if front.is_address is is_address]
    front, found = _first_after(question, of_kind)
    return _or_street(question, front.end, found) if front else []


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
                return _or_street(question, front.end, found)
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

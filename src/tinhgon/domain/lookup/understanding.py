"""Understanding a query: what is tried, from the most exact to the least."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tinhgon.domain.lookup.catalogue import Catalogue, stands
from tinhgon.domain.lookup.entries import Found, How, Match
from tinhgon.domain.lookup.fronts import Front, allows, fronts, without_addresses
from tinhgon.domain.lookup.mentions import Question
from tinhgon.domain.lookup.readings import Reading, best, covers, readings, units
from tinhgon.domain.lookup.slips import readings_with_slip
from tinhgon.domain.lookup.suggestions import suggestions
from tinhgon.domain.lookup.words import Gap, Words, cut, joined, separator

LONGEST_QUERY = 1_000
"""Characters; more is no address, and is not read."""

MOST_WORDS = 80


def understand(catalogue: Catalogue, query: str, on: date | None) -> Match:
    """What a query means on a day, or at any time."""
    words = cut(query, catalogue.speller) if len(query) <= LONGEST_QUERY else ()
    words = without_country(catalogue, words)
    if not words or len(words) > MOST_WORDS:
        return Match(How.NOT_FOUND)
    coded = by_code(catalogue, words, on)
    if coded:
        return coded
    question = Question(catalogue, words, on)
    for found in _attempts(question):
        if found:
            return _match(units(found), found)
    return Match(How.NOT_FOUND, suggestions=suggestions(question))


def _match(found: tuple[Found, ...], by: list[Reading]) -> Match:
    if len(found) > 1:
        return Match(How.AMBIGUOUS, found)
    return Match(min(reading.step for reading in by).how, found)


def _attempts(question: Question) -> Iterator[list[Reading]]:
    """What may be meant: first with every word explained, last with what only may be an address."""
    bare = without_addresses(question)
    asked = [question, *([replace(question, words=bare)] if bare != question.words else [])]
    yield from map(_whole, asked)
    fronted = [(question, [*fronts(question)]) for question in asked]
    yield from (_commune_after(*fronted) for fronted in fronted)
    if separator(question.words) is Gap.HARD:
        yield _whole(replace(question, across=True))
    yield from map(readings_with_slip, asked)
    yield from (_slip_after(*fronted) for fronted in fronted)
    yield from (_any_after(*fronted, is_address=True) for fronted in fronted)
    yield from (_any_after(*fronted, is_address=False) for fronted in fronted)


def _whole(question: Question, start: int = 0) -> list[Reading]:
    return best(reading for cover in covers(question, start) for reading in readings(question, cover))


def _commune_after(question: Question, fronts: list[Front]) -> list[Reading]:
    """Communes after an address. Where it may end in two places, what follows both is meant."""
    for place, front in enumerate(fronts):
        found = _whole(question, front.end) if front.is_address else []
        if found and is_basic(question, found) and allows(question, front, found):
            if front.is_whole or not _is_separated(question, front):
                return found
            return found + _any_after(question, [f for f in fronts[place:] if f.is_whole], True)
    return []


def _slip_after(question: Question, fronts: list[Front]) -> list[Reading]:
    for front in fronts:
        if front.is_address and (front.is_whole or not _is_separated(question, front)):
            found = readings_with_slip(question, front.end)
            if found and allows(question, front, found):
                return found
    return []


def _any_after(question: Question, fronts: list[Front], is_address: bool) -> list[Reading]:
    for front in fronts:
        found = _whole(question, front.end) if front.is_address is is_address else []
        if found and allows(question, front, found):
            return found
    return []


def _is_separated(question: Question, front: Front) -> bool:
    return any(spoken.gap >= Gap.SOFT for spoken in question.words[front.end :])


def without_country(catalogue: Catalogue, words: Words) -> Words:
    """The words without the country and the postcode at either end."""
    length = None
    while length != len(words):
        length = len(words)
        words = words[: length - catalogue.country.at_end(words)]
        words = words[catalogue.country.at_start(words) :]
        if len(words) > 1 and catalogue.is_postcode(words[-1].word.text):
            words = words[:-1]
    return joined([words])


def by_code(catalogue: Catalogue, words: Words, on: date | None) -> Match | None:
    """The units that bore a code, where the words are one; None where they are not."""
    announced = catalogue.code_words.at_start(words)
    said = "".join(spoken.word.text for spoken in words[announced:])
    if not announced and not said.isdecimal():
        return None
    borne = [entry for entry in catalogue.codes.get(said, ()) if stands(entry, on)]
    if borne:
        ...

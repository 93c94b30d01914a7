"""Official codes (mã đơn vị hành chính): «00634», «mã 00634». A code is borne for a time."""

from datetime import date

from tinhgon.domain.lookup.catalogue import Catalogue, stands
from tinhgon.domain.lookup.entries import Found, How, Match, units_of
from tinhgon.domain.lookup.words import Words


def code_said(catalogue: Catalogue, words: Words) -> str | None:
    """The code in these words: announced by a word, a number alone, or known with its letters."""
    announced = catalogue.code_words.at_start(words)
    numbers = [spoken.word.is_number for spoken in words[announced:]]
    code = "".join([spoken.word.text for spoken in words[announced:]])
    known = code in catalogue.codes
    if announced:
        return code if known or all(numbers) else None
    return code if numbers == [True] or (known and {*numbers} == {True, False}) else None


def by_code(catalogue: Catalogue, code: str, on: date | None) -> Match:
    """The units that bear a code on a day, or ever bore it; suggested are those of other days."""
    units = _bearers(catalogue, code, on)
    if not units:
        return Match(How.NOT_FOUND, suggestions=_bearers(catalogue, code, None)[:5])
    return Match(How.EXACT if len(units) == 1 else How.AMBIGUOUS, units)


def _bearers(catalogue: Catalogue, code: str, on: date | None) -> tuple[Found, ...]:
    return units_of(
        path
        for entry in catalogue.codes.get(code, ())
        if stands(entry, on)
        for path in catalogue.paths(entry, on)
    )

"""Official codes (mã đơn vị hành chính): «00634», «mã 00634». A code is borne for a time."""

from datetime import date

from tinhgon.domain.lookup.catalogue import Catalogue, stands
from tinhgon.domain.lookup.entries import Found, How, Match, units_of
from tinhgon.domain.lookup.words import Words, cut


def code_said(catalogue: Catalogue, words: Words) -> str | None:
    """The code in these words: announced by a word, a number alone, or known as it is written."""
    announced = catalogue.code_words.at_start(words)
    numbers = [spoken.word.is_number for spoken in words[announced:]]
    parts = [spoken.word.text for spoken in words[announced:]]
    code = "".join(parts)
    known = code in catalogue.codes
    if announced:
        return code if known or all(numbers) else None
    written = known and ({*numbers} == {True, False} or _is_written_so(catalogue, code, parts))
    return code if numbers == [True] or written else None


def _is_written_so(catalogue: Catalogue, code: str, parts: list[str]) -> bool:
    """Whether somebody bears the code with these parts: 031-009, and not 03 1009."""
    written = (cut(entry.code or "", catalogue.speller) for entry in catalogue.codes[code])
    return any([spoken.word.text for spoken in words] == parts for words in written)


def by_code(catalogue: Catalogue, code: str, on: date | None) -> Match:
    """The units that bear a code on a day, or ever bore it; suggested are those of other days."""
    units = _bearers(catalogue, code, on)
    if not units:
        near = _bearers(catalogue, code, None)[:5]
        return Match(How.NOT_FOUND, suggestions=near, is_code=True)
    return Match(How.EXACT if len(units) == 1 else How.AMBIGUOUS, units, is_code=True)


def _bearers(catalogue: Catalogue, code: str, on: date | None) -> tuple[Found, ...]:
    return units_of(
        path
        for entry in catalogue.codes.get(code, ())
        if stands(entry, on)
        for path in catalogue.paths(entry, on)
    )

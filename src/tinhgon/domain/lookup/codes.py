"""Official codes (mã đơn vị hành chính): «00634», «mã 00634». A code is borne for a time."""

from datetime import date

from tinhgon.domain.lookup.catalogue import Catalogue, stands
from tinhgon.domain.lookup.entries import Entry, Found
from tinhgon.domain.lookup.words import Words


def code_said(catalogue: Catalogue, words: Words) -> tuple[str, bool]:
    """What may be a code in these words, and whether a word announces it."""
    announced = catalogue.code_words.at_start(words)
    return "".join([spoken.word.text for spoken in words[announced:]]), announced > 0


def bearers(catalogue: Catalogue, code: str, on: date | None) -> tuple[Found, ...]:
    """The units that bear a code on a day, or ever did; each as it stood last."""
    borne = [entry for entry in catalogue.codes.get(code, ()) if stands(entry, on)]
    latest: dict[str, Entry] = {entry.unit: entry for entry in sorted(borne, key=start)}
    return tuple(
        Found(unit, next(catalogue.paths(latest[unit], on))) for unit in sorted(latest)
    )

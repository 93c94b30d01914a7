"""The number that a document gets when it is registered: its serial number, kind and issuer."""

from collections.abc import Iterator

from tinhgon.domain.documents.kinds import KINDS, LETTER, System
from tinhgon.domain.documents.numbers import Misnumbered, Number, parse


def compose(
    serial: int, *, system: System, type: str | None, issuer: str, year: int | None = None
) -> Number:
    """The number of a document, as `parse` would read it: 12/QĐ-UBND, 12-QĐ/TU.

    `issuer` is what stands behind the type, with whoever drafted it; a letter of the State has no
    type. `year` stands in numbers of what is normative, which only the State has. Below ten a zero
    goes before the serial number, as is usual (mark K). Raises `Misnumbered`.
    """
    if system is System.PARTY:
        written = f"{serial:02d}-{type or ''}/{issuer}"
    else:
        symbol = f"{type}-{issuer}" if type else issuer
        written = "/".join(filter(None, (f"{serial:02d}", str(year or ""), symbol)))
    number = parse(written)
    if number.type != type:  # an issuer that is the symbol of a type
        raise Misnumbered("bad-symbol", symbol=issuer)
    return number


def issuable(system: System) -> Iterator[tuple[str, str]]:
    """What can be issued: symbol, empty for a letter of the State, and each kind it stands for."""
    if system is System.STATE:
        yield "", LETTER
    for symbol, kinds in KINDS[system].items():
        yield from ((symbol, kind) for kind in kinds)

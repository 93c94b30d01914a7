"""A document of a book among the instruments: entered there, or found by its number and day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tinhgon.audit.record import Actor
from tinhgon.directives.correspondence.papers import Among
from tinhgon.directives.correspondence.refusals import Refused
from tinhgon.directives.models import Book, BookEntry
from tinhgon.documents.models import Instrument, Mark
from tinhgon.documents.queries import instruments_numbered
from tinhgon.domain.documents.numbers import Misnumbered, parse
from tinhgon.registry.instrument.actions import register_instrument


def instrument_for(
    book: Book, facts: Mapping[str, Any], among: Among, *, by: Actor, on: date
) -> Instrument | None:
    """The instrument that a document which goes out is, entered if need be. Raises `Refused`."""
    if among is Among.NO:
        return None
    number, issued = facts["number"], facts["issued"]
    told = {"number": number, "day": issued}
    there = next((one for one in instruments_of(number) if one.issued == issued), None)
    if among is Among.ENTER:
        if there:
            raise Refused("already-instrument", "among", **told, title=there.title)
        return register_instrument(
            number,
            by=by,
            on=on,
            titles={"vi": facts["abstract"]},
            issued=issued,
            mark=Mark.PRIMARY,
            source=f"{book.name} {book.year}",
        )
    if there is None:
        raise Refused("no-instrument", "among", **told)
    if BookEntry.objects.filter(instrument=there, cancelled_at=None).exists():
        raise Refused("of-another", "among", **told)
    return there


def instruments_of(number: str) -> list[Instrument]:
    """The instruments that bear a number, however it is written; one query."""
    try:
        read = parse(number)
    except Misnumbered:
        return [*Instrument.objects.filter(number=number).order_by("issued")] if number else []
    return instruments_numbered([read]).get(read.key, [])

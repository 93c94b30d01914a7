"""Books and their documents for programs, from the API and from commands alike."""

from typing import Any

from tinhgon.directives.models import Book, BookEntry


def book_document(book: Book, count: int, last: int | None) -> dict[str, Any]:
    """A book, how many documents stand in it, and the last number that was given."""
    return {
        "id": book.pk,
        "unit": book.unit.key,
        "direction": book.direction,
        "year": book.year,
        "name": book.name,
        "system": book.system,
        "issuer": book.issuer,
        "count": count,
        "last": last or 0,
    }


def entry_document(entry: BookEntry) -> dict[str, Any]:
    """A document in a book, with whom it was passed on to."""
    return {
        "book": entry.book_id,
        "serial": entry.serial,
        "number": entry.number,
        "issued": entry.issued,
        "kind": entry.kind,
        "abstract": entry.abstract,
        "received": entry.received,
        "sender": entry.sender,
        "sender_unit": entry.sender_unit.key if entry.sender_unit else None,
        "due": entry.due,
        "signer": entry.signer,
        "recipients": entry.recipients,
        "instrument": entry.instrument_id,
        "forwarded": [
            {
                "unit": one.unit.key,
                "officer": one.officer.key if one.officer else None,
                "at": one.at,
                "words": one.words,
            }
            for one in entry.forwardings.all()
        ],
        "entered_at": entry.entered_at,
        "cancelled_at": entry.cancelled_at,
        "cancel_reason": entry.cancel_reason,
    }

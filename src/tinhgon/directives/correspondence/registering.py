"""What is checked of a document before it stands in a book, and the number that it gets there."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils.timezone import localdate

from tinhgon.directives.correspondence.papers import Incoming, Outgoing
from tinhgon.directives.correspondence.refusals import Refused
from tinhgon.directives.models import Book, BookEntry, Direction
from tinhgon.domain.documents.composing import compose, issuable
from tinhgon.domain.documents.kinds import System
from tinhgon.domain.documents.numbers import Misnumbered, Number, normalised, parse
from tinhgon.registry.queries import unit_on
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing

MOST = {
    "abstract": 1000,
    "kind": 60,
    "sender": 300,
    "signer": 200,
    "recipients": 1000,
    "number": 60,
    "issuer": 30,
}
"""So many characters are kept."""

AMENDABLE: Mapping[Direction, tuple[str, ...]] = {
    Direction.INCOMING: (
        *("number", "issued", "received", "kind", "abstract", "sender_unit", "sender", "due"),
    ),
    Direction.OUTGOING: ("kind", "abstract", "signer", "recipients"),
}
"""What can be put right once a document is registered."""


def said(words: str, fact: str, most: int | None = None) -> str:
    """A text as it is kept: printable, with single blanks. Raises `Refused` if it is too long."""
    kept = " ".join(writing.printable(words).split())
    longest = most or MOST[fact]
    if len(kept) > longest:
        raise Refused("too-long", fact, most=longest)
    return kept


def held(entry: BookEntry) -> BookEntry:
    """A document as it stands now, for whoever acts upon it. Raises `Refused` if cancelled."""
    found = BookEntry.objects.select_for_update(of=("self",)).select_related("book__unit")
    now = found.get(pk=entry.pk)
    if now.cancelled_at:
        raise Refused("cancelled")
    return now


def next_serial(book: Book) -> int:
    """The number that comes next in a book; whoever asks holds it until what they do is done.

    The books of a unit in a year are held together: no two of them give one number.
    """
    alike = Book.objects.filter(unit=book.unit_id, direction=book.direction, year=book.year)
    [*alike.select_for_update().order_by("pk")]
    return (book.entries.aggregate(last=Max("serial"))["last"] or 0) + 1


def check_day(book: Book, direction: Direction, day: date, fact: str, at: datetime) -> None:
    """Documents of this direction and day stand in this book, and it is open."""
    on = localdate(at)
    if book.direction != direction:
        raise Refused("other-direction")
    if day > on:
        raise Refused("not-yet", fact, day=day)
    if day.year != book.year:
        raise Refused("other-year", fact, year=book.year, day=day)
    if unit_on(book.unit.key, on) is None:
        raise Refused("not-standing", unit=book.unit.key, day=on)


def incoming_facts(paper: Incoming) -> dict[str, Any]:
    """The columns of a document that came in."""
    number, key, kinds = _numbered(paper)
    kind = said(paper.kind, "kind") or (kinds[0] if len(kinds) == 1 else "")
    abstract = said(paper.abstract, "abstract")
    named = paper.sender or (Names().unit(paper.sender_unit.key) if paper.sender_unit else "")
    sender = said(named, "sender")
    if not kind:
        raise Refused("no-kind", "kind")
    if not abstract:
        raise Refused("no-abstract", "abstract")
    if not sender:
        raise Refused("no-sender", "sender_unit")
    if paper.received < paper.issued:
        raise Refused("before-issue", "received", day=paper.issued)
    if paper.due and paper.due < paper.received:
        raise Refused("due-before", "due", day=paper.received)
    return {
        "number": number,
        "key": key,
        "kind": kind,
        "abstract": abstract,
        "sender": sender,
        **{name: getattr(paper, name) for name in ("issued", "received", "sender_unit", "due")},
    }


def composed(book: Book, serial: int, paper: Outgoing) -> Number:
    """The number that a document gets. Raises `Refused` where another book gave it."""
    system = System(book.system)
    issuer = normalised(paper.issuer) or book.issuer
    if not issuer:
        raise Refused("no-issuer", "issuer")
    if paper.with_year and system is System.PARTY:
        raise Refused("year-of-the-state", "with_year")
    year = book.year if paper.with_year else None
    made = compose(serial, system=system, type=paper.type or None, issuer=issuer, year=year)
    elsewhere = (
        BookEntry.objects.filter(
            key=made.key,
            book__unit=book.unit_id,
            book__year=book.year,
            book__direction=Direction.OUTGOING,
        )
        .select_related("book")
        .first()
    )
    if elsewhere:
        raise Refused("number-given", "type", number=str(made), book=elsewhere.book.name)
    return made


def outgoing_facts(paper: Outgoing, number: Number, book: Book) -> dict[str, Any]:
    """The columns of a document that goes out."""
    kinds = [kind for symbol, kind in issuable(System(book.system)) if symbol == paper.type]
    kind = said(paper.kind, "kind") or (kinds[0] if len(kinds) == 1 else "")
    if not kind:
        raise Refused("no-kind", "kind")
    if kind not in kinds:
        raise Refused("unknown-kind", "kind", type=paper.type, kind=kind)
    words = {
        name: said(getattr(paper, name), name) for name in ("abstract", "signer", "recipients")
    }
    for name, text in words.items():
        if not text:
            raise Refused(f"no-{name}", name)
    return {
        "number": str(number),
        "key": number.key,
        "kind": kind,
        "issued": paper.issued,
        **words,
    }


def read_anew(
    entry: BookEntry, facts: Mapping[str, Any], at: datetime, follows_form: bool | None = None
) -> dict[str, Any]:
    """The columns of a document that is amended, checked as when it was registered."""
    if entry.book.is_outgoing:
        number = parse(entry.number)
        paper = Outgoing(issued=entry.issued, type=number.type or "", **facts)
        return outgoing_facts(paper, number, entry.book)
    if follows_form is None:
        follows_form = written_in_form(entry.number)
    paper_in = Incoming(follows_form=follows_form, **facts)
    check_day(entry.book, Direction.INCOMING, paper_in.received, "received", at)
    return incoming_facts(paper_in)


def searchable(entry: BookEntry) -> tuple[str, str]:
    """What a document is found by: its words, and those of whom it came from or goes to."""
    words = (entry.number, entry.kind, entry.abstract, entry.signer, entry.sender, entry.recipients)
    return writing.unmarked(" ".join(words)), writing.unmarked(f"{entry.sender} {entry.recipients}")


def _numbered(paper: Incoming) -> tuple[str, str, tuple[str, ...]]:
    """A sender's number as it is kept, what all its writings share, and the kinds that it says."""
    if not paper.follows_form:
        number = said(paper.number, "number")
        return number, number, ()
    read = parse(paper.number)
    return str(read), read.key, read.kinds


def written_in_form(number: str) -> bool:
    """Whether a number is one as the State or the Party writes it."""
    try:
        parse(number)
    except Misnumbered:
        return False
    return True

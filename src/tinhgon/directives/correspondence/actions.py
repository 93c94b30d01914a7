"""What is done with books: open one, register a document, pass it on, amend it, cancel it.

A number once given is never given again: a document that was registered by mistake is cancelled
and keeps its number.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.directives.correspondence.instruments import instrument_for
from tinhgon.directives.correspondence.papers import Incoming, Outgoing
from tinhgon.directives.correspondence.refusals import Refused
from tinhgon.directives.correspondence.registering import (
    AMENDABLE,
    check_day,
    composed,
    held,
    incoming_facts,
    next_serial,
    outgoing_facts,
    read_anew,
    said,
    searchable,
)
from tinhgon.directives.models import Book, BookEntry, Direction, Forwarding
from tinhgon.domain.documents.composing import compose
from tinhgon.domain.documents.kinds import System
from tinhgon.domain.documents.numbers import normalised
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import unit_on
from tinhgon.staff.models import Officer
from tinhgon.staff.officers.queries import career, units_of


@act
def open_book(
    name: str,
    *,
    by: Actor,
    at: datetime,
    unit: Unit,
    direction: Direction,
    year: int,
    system: System = System.STATE,
    issuer: str = "",
) -> Book:
    """Open a book for a year (mở sổ); its numbers begin at one.

    Raises `Refused`, or `Misnumbered` where the symbol of the issuer can stand in no number.
    """
    on = localdate(at)
    if abs(year - on.year) > 1:
        raise Refused("no-such-year", "year")
    if unit_on(unit.key, on) is None:
        raise Refused("not-standing", unit=unit.key, day=on)
    called = {"unit": unit, "direction": direction, "year": year, "name": said(name, "name", 100)}
    if not called["name"]:
        raise Refused("no-name", "name")
    written = {"system": system.value, "issuer": normalised(said(issuer, "issuer"))}
    if written["issuer"] and direction is Direction.OUTGOING:
        compose(1, system=system, type="KH", issuer=written["issuer"])
    try:
        with transaction.atomic():
            made = Book.objects.create(**called, **written, opened_at=at, opened_by=by.audit_name)
    except IntegrityError:
        raise Refused("taken", "name", unit=unit.key, year=year) from None
    record(
        "correspondence.opened",
        by=by,
        target=f"book:{made.pk}",
        at=at,
        unit=unit.key,
        direction=direction.value,
        year=year,
        name=made.name,
    )
    return made


@act
def register_incoming(book: Book, *, by: Actor, at: datetime, paper: Incoming) -> BookEntry:
    """Register a document that came in (đăng ký văn bản đến) under the next number of the book.

    Raises `Refused`, or `Misnumbered` where its number is none.
    """
    check_day(book, Direction.INCOMING, paper.received, "received", at)
    facts = incoming_facts(paper)
    return _entered(book, next_serial(book), by, at, facts)


@act
def register_outgoing(book: Book, *, by: Actor, at: datetime, paper: Outgoing) -> BookEntry:
    """Register a document that goes out (đăng ký văn bản đi): it gets the next number of the book.

    Raises `Refused`, `Misnumbered` where kind and issuer make no number, and `Unregistrable` where
    it cannot stand among the instruments.
    """
    check_day(book, Direction.OUTGOING, paper.issued, "issued", at)
    serial = next_serial(book)
    facts = outgoing_facts(paper, composed(book, serial, paper), book)
    instrument = instrument_for(book, facts, paper.among, by=by, on=localdate(at))
    return _entered(book, serial, by, at, {**facts, "instrument": instrument})


@act
def forward(
    entry: BookEntry,
    *,
    by: Actor,
    at: datetime,
    unit: Unit | None = None,
    officer: Officer | None = None,
    words: str = "",
) -> Forwarding:
    """Pass a document that came in on (chuyển văn bản đến) to a unit, or to somebody in it.

    Without a unit the officer is one of the unit that keeps the book. Raises `Refused`.
    """
    entry = held(entry)
    if entry.book.is_outgoing:
        raise Refused("only-incoming")
    if unit is None and officer is None:
        raise Refused("no-addressee", "unit")
    on, to = localdate(at), unit or entry.book.unit
    if unit_on(to.key, on) is None:
        raise Refused("not-standing", "unit", unit=to.key, day=on)
    if officer and to.key not in units_of(career(officer), on):
        raise Refused("not-of-unit", "officer", officer=officer.key, unit=to.key, day=on)
    made = Forwarding.objects.create(
        entry=entry,
        unit=to,
        officer=officer,
        words=said(words, "words", 500),
        at=at,
        by=by.audit_name,
    )
    _record("forwarded", entry, by, at, unit=to.key, officer=officer.key if officer else None)
    return made


@act
def amend(
    entry: BookEntry,
    *,
    by: Actor,
    at: datetime,
    changed: Mapping[str, Any],
    follows_form: bool | None = None,
) -> BookEntry:
    """Amend what was registered wrongly (sửa thông tin đăng ký); how it stood is in the record.

    `changed` are values by name of a column. Its running number stays, and of a document that went
    out the number too. `follows_form` is for a sender's number; without it, as that number did.
    Raises `Refused`, or `Misnumbered`.
    """
    entry = held(entry)
    allowed = AMENDABLE[Direction(entry.book.direction)]
    if not {*changed} <= {*allowed}:
        raise Refused("number-stays")
    before = {name: getattr(entry, name) for name in allowed}
    facts = read_anew(entry, {**before, **changed}, at, follows_form)
    differing = [name for name, value in facts.items() if value != getattr(entry, name)]
    if not differing:
        raise Refused("nothing-changed")
    was = {name: _plainly(getattr(entry, name)) for name in differing}
    for name in differing:
        setattr(entry, name, facts[name])
    entry.plain, entry.plain_party = searchable(entry)
    entry.save(update_fields=[*differing, "plain", "plain_party"])
    now = {name: _plainly(getattr(entry, name)) for name in differing}
    _record("amended", entry, by, at, was=was, now=now)
    return entry


@act
def cancel(entry: BookEntry, *, by: Actor, at: datetime, reason: str) -> BookEntry:
    """Cancel a registration that was a mistake (hủy đăng ký); its number stays used."""
    entry = held(entry)
    entry.cancel_reason = said(reason, "reason", 500)
    if not entry.cancel_reason:
        raise Refused("no-reason", "reason")
    entry.cancelled_at, entry.cancelled_by = at, by.audit_name
    entry.save(update_fields=["cancel_reason", "cancelled_at", "cancelled_by"])
    _record("cancelled", entry, by, at, reason=entry.cancel_reason)
    return entry


def _entered(
    book: Book, serial: int, by: Actor, at: datetime, facts: Mapping[str, Any]
) -> BookEntry:
    """Write a document into its book, and its entry in the record."""
    entry = BookEntry(book=book, serial=serial, entered_at=at, entered_by=by.audit_name, **facts)
    entry.plain, entry.plain_party = searchable(entry)
    entry.save(force_insert=True)
    _record("registered", entry, by, at, number=entry.number, issued=entry.issued.isoformat())
    return entry


def _record(what: str, entry: BookEntry, by: Actor, at: datetime, **facts: Any) -> None:
    target = f"book:{entry.book_id}"
    record(f"correspondence.{what}", by=by, target=target, at=at, serial=entry.serial, **facts)


def _plainly(value: Any) -> str | None:
    """A value as the record keeps it."""
    return None if value is None else str(getattr(value, "key", value))

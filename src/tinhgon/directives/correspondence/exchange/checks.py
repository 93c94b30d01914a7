"""What a table of documents may not say, by cell: of each, and beside the book it comes into."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from tinhgon.directives.correspondence.exchange.meaning import Meant, meant
from tinhgon.directives.models import Book, BookEntry, Direction
from tinhgon.ui.exchange.faults import Faults
from tinhgon.ui.exchange.reading import Row, Said

ALIKE = ("key", "issued", "kind", "abstract", "cancel_reason")
COMPARED = {
    Direction.INCOMING: (*ALIKE, "received", "sender", "due"),
    Direction.OUTGOING: (*ALIKE, "signer", "recipients"),
}
"""What is the same of a document that is known already."""

COLUMNS = {"key": "number", "cancel_reason": "cancelled"}
"""Columns that a table calls otherwise than the book."""


@dataclass(frozen=True)
class Found:
    """What a table brings: documents that are new, in order, and how many are known already.

    `following` is the number that the book gives next.
    """

    new: list[Meant]
    known: int
    following: int


def found(said: Said, book: Book, on: date, any_order: bool = False) -> Found:
    """What a file says that the book does not. Raises `Faulty` with all that is wrong, if anything.

    The rows of the book are held by whoever asks. With `any_order` days may go back from one number
    to the next. A fixed number of questions to the database, however many rows.
    """
    faults = said.faults
    rows: list[Row] = next(iter(said.rows.values()), [])
    if not rows:
        faults.add(said.tables[0].name, None, None, "no-rows")
    rows_there = book.entries.select_related("book").defer("plain", "plain_party")
    there = {one.serial: one for one in rows_there}
    every = meant(rows, book, faults, on)
    for one in every:
        _check_days(one, book, on, faults)
    numbered = _once(every, faults)
    _check_numbers(numbered, book, faults)
    known = {serial for serial in numbered if serial in there}
    for serial in known:
        _check_same(numbered[serial], there[serial], faults)
    _check_gaps({*there, *numbered}, numbered, faults)
    if not any_order:
        _check_order(numbered, there, book, faults)
    faults.check()
    new = [numbered[serial] for serial in sorted(numbered) if serial not in known]
    return Found(new, len(known), max({*there, *numbered}) + 1)


def _once(every: Iterable[Meant], faults: Faults) -> dict[int, Meant]:
    """Rows by their running number; none stands twice."""
    first = dict[int, Meant]()
    for one in every:
        if one.serial is None:
            continue
        before = first.setdefault(one.serial, one)
        if before is not one:
            _note(faults, one, "serial", "named-twice", given=one.serial, row=before.row.number)
    return first


def _check_days(one: Meant, book: Book, on: date, faults: Faults) -> None:
    """The days of a document agree with each other, with the book's year and with today."""
    issued, received, due = (one.facts.get(name) for name in ("issued", "received", "due"))
    if one.day and one.day > on:
        _note(faults, one, _ordered_by(book), "not-yet", day=one.day)
    elif one.day and one.day.year != book.year:
        _note(faults, one, _ordered_by(book), "other-year", year=book.year, day=one.day)
    if issued and received and received < issued:
        _note(faults, one, "received", "before-issue", day=issued)
    if due and received and due < received:
        _note(faults, one, "due", "due-before", day=received)


def _check_numbers(numbered: dict[int, Meant], book: Book, faults: Faults) -> None:
    """No number of a document that went out was given in another book of the unit and year."""
    if not book.is_outgoing:
        return
    alike = BookEntry.objects.filter(
        book__unit=book.unit_id, book__year=book.year, book__direction=Direction.OUTGOING
    ).exclude(book=book)
    given = dict(alike.values_list("key", "book__name"))
    for one in numbered.values():
        if name := given.get(one.facts["key"]):
            _note(faults, one, "number", "number-given", number=one.facts["number"], book=name)


def _check_same(one: Meant, entry: BookEntry, faults: Faults) -> None:
    """A number that the book gave already is that of the same document."""
    for name in COMPARED[Direction(entry.book.direction)]:
        column = COLUMNS.get(name, name)
        if column not in one.wrong and one.facts[name] != getattr(entry, name):
            stands = getattr(entry, "number" if name == "key" else name) or "–"
            _note(faults, one, column, "otherwise", serial=entry.serial, given=stands)


def _check_gaps(serials: set[int], numbered: dict[int, Meant], faults: Faults) -> None:
    """Numbers begin at one and none is left out; a gap is told at the row behind it."""
    for before, serial in pairwise([0, *sorted(serials)]):
        if serial > before + 1 and serial in numbered:
            one, first, last = numbered[serial], before + 1, serial - 1
            code = "gap" if first < last else "gap-of-one"
            _note(faults, one, "serial", code, first=first, last=last)


def _check_order(
    numbered: dict[int, Meant], there: dict[int, BookEntry], book: Book, faults: Faults
) -> None:
    """From one number to the next days do not go back.

    A day of another year is wrong by itself and nothing is compared with it.
    """
    days: dict[int, date] = {n: one.received or one.issued for n, one in there.items()}
    new = {n: one.day for n, one in numbered.items() if one.day and n not in there}
    days |= {n: day for n, day in new.items() if day.year == book.year}
    for before, serial in pairwise(sorted(days)):
        if serial in new and days[serial] < days[before]:
            told = {"serial": before, "day": days[before]}
            _note(faults, numbered[serial], _ordered_by(book), "goes-back", **told)


def _ordered_by(book: Book) -> str:
    """The column of the day by which a book is ordered."""
    return "issued" if book.is_outgoing else "received"


def _note(faults: Faults, one: Meant, column: str, code: str, **facts: Any) -> None:
    faults.add(one.row.table.name, one.row.number, column, code, **facts)

"""Rows as documents of a book, cell by cell; what cannot be read is noted."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from tinhgon.directives.correspondence.registering import MOST
from tinhgon.directives.models import Book
from tinhgon.domain.documents.composing import issuable
from tinhgon.domain.documents.kinds import System
from tinhgon.domain.documents.numbers import Misnumbered, Number, parse
from tinhgon.registry.models import Unit
from tinhgon.staff.fields import Understanding
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.ui.exchange.faults import Faults
from tinhgon.ui.exchange.reading import Row
from tinhgon.ui.instants import read_day

MOST_SERIAL = 999_999
LENGTHS = {**MOST, "forwarded": 1000, "cancelled": 500}
UNSAID = ("", "?")
"""What a cell holds in which nothing is said, or something that was told to be wrong already."""


@dataclass(frozen=True)
class Meant:
    """A row and what it says of a document: its running number, the columns of an entry.

    `forwarded` are units to which it was passed on, with what else was said of each. In the
    columns `wrong` something could not be read.
    """

    row: Row
    serial: int | None
    facts: Mapping[str, Any]
    forwarded: Sequence[tuple[Unit, str]]
    wrong: frozenset[str]

    @property
    def day(self) -> date | None:
        """The day by which the book is ordered: on which it came in, or of which it is."""
        found: date | None = self.facts["received" if "received" in self.facts else "issued"]
        return found


def meant(rows: Iterable[Row], book: Book, faults: Faults, on: date) -> list[Meant]:
    """What rows say, read with what the register knows; faults are noted."""
    printable = [
        replace(row, cells={name: _printable(cell) for name, cell in row.cells.items()})
        for row in rows
    ]
    return _Meaning(printable, book, faults, on).all()


class _Meaning:
    """Every unit that rows name, looked up at once.

    Units are those of the end of the book's year or, if none is called so then, of its beginning.
    """

    def __init__(self, rows: list[Row], book: Book, faults: Faults, on: date) -> None:
        self.rows, self.book, self.faults = rows, book, faults
        self.keys, self.unclear = dict[str, str](), dict[str, ValidationError]()
        typed = {text for row in rows for text in (row["sender_unit"], *_several(row))}
        days = (min(on, date(book.year, 12, 31)), date(book.year, 1, 1))
        for understanding in map(Understanding, days if typed - {*UNSAID} else ()):
            for text in typed - {*UNSAID, *self.keys}:
                self._understand(text, understanding)
        self.units = {one.key: one for one in Unit.objects.filter(key__in={*self.keys.values()})}
        self.names = Names() if self.units else None

    def all(self) -> list[Meant]:
        """Every row, in order."""
        return [self._meant(row) for row in self.rows]

    def _meant(self, row: Row) -> Meant:
        wrong = {name for name, cell in row.cells.items() if cell == "?"}
        wrong |= {name for name in row.table.needed if not row[name]}

        def note(column: str, code: str, **facts: object) -> None:
            wrong.add(column)
            self.faults.add(row.table.name, row.number, column, code, **facts)

        for name, most in LENGTHS.items():
            if len(row[name]) > most:
                note(name, "too-long", most=most)
        serial = _serial(row, note)
        number = self._number(row, serial, note)
        facts = {
            "number": str(number) if number else row["number"],
            "key": number.key if number else row["number"],
            "issued": _day(row, "issued", note),
            "abstract": row["abstract"],
            "cancel_reason": row["cancelled"],
        }
        more = self._outgoing if self.book.is_outgoing else self._incoming
        facts |= more(row, number, note)
        forwarded = [*filter(None, (self._passed(part, note) for part in _several(row)))]
        return Meant(row, serial, facts, forwarded, frozenset(wrong))

    def _incoming(self, row: Row, number: Number | None, note: Any) -> dict[str, Any]:
        kinds = number.kinds if number else ()
        unit = self._unit(row["sender_unit"], "sender_unit", note)
        named = self.names.unit(unit.key) if self.names and unit else ""
        kind = row["kind"] or (kinds[0] if len(kinds) == 1 else "")
        if not kind:
            note("kind", "no-kind")
        if not (row["sender"] or row["sender_unit"]):
            note("sender", "no-sender")
        return {
            "kind": kind,
            "received": _day(row, "received", note),
            "due": _day(row, "due", note),
            "sender": row["sender"] or named[: MOST["sender"]],
            "sender_unit": unit,
        }

    def _outgoing(self, row: Row, number: Number | None, note: Any) -> dict[str, Any]:
        return {
            "kind": self._kind(row["kind"], number, note) if number else "",
            "signer": row["signer"],
            "recipients": row["recipients"],
        }

    def _number(self, row: Row, serial: int | None, note: Any) -> Number | None:
        """The number of a document; of one that came in it may be written in any way."""
        if row["number"] in UNSAID:
            return None
        try:
            read = parse(row["number"])
        except Misnumbered as wrong:
            return note("number", "misnumbered", wrong=wrong) if self.book.is_outgoing else None
        if not self.book.is_outgoing:
            return read
        if read.system != self.book.system:
            return note("number", "other-system", number=str(read))
        if read.year and read.year != self.book.year:
            return note("number", "year-of-number", number=str(read), year=self.book.year)
        if read.part or read.letter or serial not in (None, read.number):
            return note("number", "not-its-serial", number=str(read), serial=serial or "–")
        return read

    def _kind(self, typed: str, number: Number, note: Any) -> str:
        """What kind of document goes out: the one that its symbol says, or one of those."""
        symbol = number.type or ""
        kinds = [kind for known, kind in issuable(System(self.book.system)) if known == symbol]
        kind = typed.lower() or (kinds[0] if len(kinds) == 1 else "")
        if not kind:
            note("kind", "no-kind")
        elif kind not in kinds and typed != "?":
            note("kind", "unknown-kind", type=symbol, kind=typed[:60])
        return kind

    def _understand(self, typed: str, understanding: Understanding) -> None:
        """Remember which unit a text means, or why that is not clear; somebody may stand first."""
        for part in dict.fromkeys((typed, typed.rpartition(", ")[2])):
            try:
                self.keys[typed] = understanding.key(part)
            except ValidationError as wrong:
                self.unclear.setdefault(typed, wrong)
            else:
                self.unclear.pop(typed, None)
                return

    def _unit(self, typed: str, column: str, note: Any) -> Unit | None:
        if typed in self.unclear:
            why = self.unclear[typed]
            return note(column, f"unit-{why.code}", **(why.params or {}))
        return self.units[self.keys[typed]] if typed in self.keys else None

    def _passed(self, typed: str, note: Any) -> tuple[Unit, str] | None:
        """A unit to which a document was passed on, and what else is said: who in it."""
        unit = self._unit(typed, "forwarded", note)
        if unit is None or self.names is None:
            return None
        said = typed.removesuffix(f"({unit.key})").strip().removesuffix(self.names.unit(unit.key))
        return unit, "" if said.strip() == unit.key else said.strip(" ,")


def _printable(cell: str) -> str:
    """A text as it is kept when somebody registers it."""
    return " ".join(writing.printable(cell).split())


def _several(row: Row) -> list[str]:
    """The texts between semicolons."""
    return [one.strip() for one in row["forwarded"].split(";") if one.strip()]


def _serial(row: Row, note: Any) -> int | None:
    typed = row["serial"]
    if typed in UNSAID:
        return None
    whole = re.fullmatch(r"0*(\d{1,6})(\.0+)?", typed, re.ASCII)
    if not whole or not 1 <= int(whole[1]) <= MOST_SERIAL:
        return note("serial", "bad-serial", given=typed[:40])
    return int(whole[1])


def _day(row: Row, column: str, note: Any) -> date | None:
    typed = row[column]
    if typed in UNSAID:
        return None
    try:
        return read_day(typed)
    except ValidationError:
        return note(column, "bad-day", given=typed[:40])

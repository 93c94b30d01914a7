"""A plan read from the rows of its table: all of it, or a list of what is wrong where."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations import Operation, verbs
from tinhgon.domain.structure.plan_tables import cells
from tinhgon.domain.structure.plan_tables.cells import tidy
from tinhgon.domain.structure.plan_tables.columns import FACTS, SAID_IN_WORDS, columns_of
from tinhgon.domain.structure.plan_tables.faults import Faults
from tinhgon.domain.structure.plan_tables.lookup import AsWritten, LookUp, Lookup, New, NotFound
from tinhgon.domain.structure.plan_tables.rows import (
    Records,
    Row,
    Rows,
    Value,
    check_header,
    grouped,
    rows_of,
    tried,
)
from tinhgon.domain.structure.plan_tables.shapes import A_ROW_EACH, SHAPES, Put, columns_for
from tinhgon.domain.structure.units import PRINCIPAL, Location, Unit

MOST_CANDIDATES = 4
"""So many units that may be meant are named; of several it is told how many more there are."""

BEGINS = frozenset({Put.NEW, Put.NEW_OR_STANDING, Put.SEVERAL_NEW})


@dataclass
class Read:
    """What a table says; `unread` are its columns that nobody knows."""

    operations: tuple[Operation, ...]
    unread: tuple[str, ...] = ()
    faults: Faults = field(default_factory=Faults)


def read_table(records: Records, look_up: LookUp = AsWritten) -> Read:
    """The operations of a table, in order of their numbers. Raises `Faulty`."""
    records = iter(records)
    header = next(records, (1, []))[1]
    columns = columns_of(header)
    called = zip(columns, header, strict=True)
    faults = Faults({column: tidy(heading)[:60] for column, heading in called if column})
    check_header(header, columns, faults)
    faults.check()
    several = list(grouped(rows_of(records, columns, faults), faults, columns))
    news = [new for one in several for new in _news(one)]
    reader = _Reader(look_up(news), faults)
    said = [operation for one in several if (operation := reader.operation(one)) is not None]
    faults.check()
    unread = tuple(h for h, column in zip(header, columns, strict=True) if h.strip() and not column)
    return Read(tuple(said), unread)


def _news(one: Rows) -> Iterator[New]:
    """The units that an operation forms, as far as they are told from others."""
    puts = {*SHAPES[one.verb].values()}
    if Put.SEVERAL_NEW in puts:
        yield from (_new(row.said) for row in one.rows)
    elif puts & BEGINS:
        said = {column: one.common(column)[1] for column in ("successor", "kind", "name", "code")}
        if said["kind"] or said["name"]:
            yield _new(said)


def _new(said: dict[str, str]) -> New:
    return New(*(said.get(name, "") for name in ("successor", "kind", "name", "code")))


class _Reader:
    """Makes operations of rows."""

    def __init__(self, lookup: Lookup, faults: Faults) -> None:
        self.lookup, self.faults = lookup, faults

    def operation(self, one: Rows) -> Operation | None:
        """The operation that some rows say; None where they are wrong, which is noted."""
        before = len(self.faults)
        self._check_columns(one)
        said: dict[str, Any] = {"clause": one.common("clause")[1] or None}
        for member, put in SHAPES[one.verb].items():
            said[member] = self._member(one, member, put)
        if Put.MAIN in SHAPES[one.verb].values():
            said["main"] = self._main(one, said["into"])
        if len(self.faults) > before:
            return None
        return self._made(one, {name: value for name, value in said.items() if value is not _LEFT})

    def _made(self, one: Rows, said: dict[str, Any]) -> Operation | None:
        try:
            return verbs()[one.verb](**said)
        except Malformed as wrong:
            self.faults.add(one.line, None, wrong.code, **wrong.facts)
            return None

    def _check_columns(self, one: Rows) -> None:
        """No cell says what an operation of this verb cannot say."""
        may = columns_for(one.verb)
        for row in one.rows:
            for column in row.said:
                if column not in may:
                    self.faults.add(row.line, column, "not-for-this-verb", verb=one.verb)

    def _member(self, one: Rows, member: str, put: Put) -> Any:
        if put in A_ROW_EACH:
            return tuple(self._of_row(one, row, put) for row in one.rows)
        if put is Put.FACT:
            return self._fact(one, member)
        return _OF_ALL[put](self, one)

    def _of_row(self, one: Rows, row: Row, put: Put) -> Any:
        if put is Put.SEVERAL_NEW:
            return self._new_unit(one, lambda column: (row, row.said.get(column, "")))
        key = self._found(one, "unit", lambda column: (row, row.said.get(column, "")), True)
        return self._source(row, key) if put is Put.SOURCES else key

    def _source(self, row: Row, key: str | None) -> Source | None:
        extent = self._cell(row, "extent", cells.extent) or Extent.WHOLE
        carries = self._cell(row, "carries", cells.carries) or None
        main = bool(self._cell(row, "main", cells.flag))
        return Source(unit=key, extent=extent, carries=carries, main=main) if key else None

    def _cell(self, row: Row, column: str, read: Callable[[str], Value]) -> Value | None:
        said = row.said.get(column, "")
        return tried(self.faults, row.line, column, read, said) if said else None

    def _unit(self, one: Rows) -> str | None:
        return self._found(one, "unit", one.common, standing=True)

    def _taker(self, one: Rows) -> str | None:
        return self._found(one, "successor", one.common)

    def _parent(self, one: Rows) -> str | None:
        return self._found(one, "parent", one.common, needed=False)

    def _new(self, one: Rows) -> Unit | None:
        return self._new_unit(one, one.common)

    def _new_or_standing(self, one: Rows) -> Unit | str | None:
        begins = any(one.common(column)[1] for column in FACTS)
        return self._new_unit(one, one.common) if begins else self._taker(one)

    def _carries(self, one: Rows) -> Any:
        row, said = one.common("carries")
        return self._cell(row, "carries", cells.carries) or _LEFT if said else _LEFT

    def _fact(self, one: Rows, member: str) -> Any:
        """A fact; what may be left out and is, is at its default."""
        row, said = one.common(member)
        if said:
            return said
        if member == "hierarchy":
            return PRINCIPAL
        if (one.verb, member) != ("recode", "code"):
            one.missing(row, member)
        return None

    def _main(self, one: Rows, into: tuple[Unit | None, ...]) -> str | None:
        """The one of several new units that is marked; that there is one alone is checked."""
        marked = [
            (row, unit)
            for row, unit in zip(one.rows, into, strict=True)
            if self._cell(row, "main", cells.flag)
        ]
        for row, _unit in marked[1:]:
            self.faults.add(row.line, "main", "several-main")
        return marked[0][1].key if marked and marked[0][1] else None

    def _new_unit(self, one: Rows, saying: Callable[[str], tuple[Row, str]]) -> Unit | None:
        said: dict[str, Any] = {}
        for name in ("kind", "name"):
            row, said[name] = saying(name)
            if not said[name]:
                one.missing(row, name)
        said["level"] = saying("level")[1] or self.lookup.level(said["kind"]) or ""
        if not said["level"]:
            one.missing(saying("level")[0], "level")
        said["code"] = saying("code")[1] or None
        said["parent"] = self._found(one, "parent", saying, needed=False)
        said["ties"] = self._ties(*saying("ties"))
        said["location"] = self._location(saying)
        if not (said["kind"] and said["name"] and said["level"]):
            return None
        row, key = saying("successor")
        new = New(key, said["kind"], said["name"], said["code"] or "")
        said["key"] = tried(self.faults, row.line, "successor", lambda _: self.lookup.key(new), key)
        return self._formed(row, said) if said["key"] else None

    def _formed(self, row: Row, said: dict[str, Any]) -> Unit | None:
        try:
            return Unit(**said)
        except Malformed as wrong:
            self.faults.add(row.line, "ties", wrong.code, **wrong.facts)
            return None

    def _ties(self, row: Row, said: str) -> tuple[tuple[str, str], ...]:
        pairs = tried(self.faults, row.line, "ties", cells.ties, said) if said else None
        found = ((name, self._asked(row, "ties", parent)) for name, parent in pairs or ())
        return tuple((name, key) for name, key in found if key)

    def _location(self, saying: Callable[[str], tuple[Row, str]]) -> Location | None:
        said = {}
        for name in ("latitude", "longitude", "area_km2"):
            row, written = saying(name)
            said[name] = (
                tried(self.faults, row.line, name, cells.number, written) if written else None
            )
        return Location(**said) if any(value is not None for value in said.values()) else None

    def _found(
        self,
        one: Rows,
        column: str,
        saying: Callable[[str], tuple[Row, str]],
        standing: bool = False,
        needed: bool = True,
    ) -> str | None:
        """The key of the unit that a column names, by itself or in words."""
        row, said = saying(column)
        named, words = saying(SAID_IN_WORDS[column])
        if said:
            key = self._asked(row, column, said, standing)
            self._compare(named, column, key, words, standing)
            return key
        if words:
            return self._asked(named, SAID_IN_WORDS[column], words, standing)
        if needed:
            one.missing(row, column)
        return None

    def _compare(self, row: Row, column: str, key: str | None, words: str, standing: bool) -> None:
        """That the column beside a key does not say another unit in words.

        What nobody is called any more may stand there: the key tells.
        """
        if not (key and words):
            return
        try:
            meant = self.lookup.unit(words, standing=standing)
        except NotFound:
            return
        if meant not in (key, words):
            self.faults.add(row.line, SAID_IN_WORDS[column], "other-unit", given=words, key=key)

    def _asked(self, row: Row, column: str, said: str, standing: bool = False) -> str | None:
        try:
            return self.lookup.unit(said, standing=standing)
        except NotFound as unclear:
            code = "several-units" if unclear.several else "no-such-unit"
            named = unclear.candidates
            if named and not unclear.several:
                code = "no-such-unit-but"
            facts = {
                "candidates": " · ".join(named[:MOST_CANDIDATES]),
                "more": len(named) - MOST_CANDIDATES if unclear.several else 0,
            }
            self.faults.add(row.line, column, code, given=said[:100], **facts)
            return None


_LEFT: Any = object()
"""What a row does not say: the operation has its own default."""

_OF_ALL: dict[Put, Callable[[_Reader, Rows], Any]] = {
    Put.UNIT: _Reader._unit,
    Put.TAKER: _Reader._taker,
    Put.PARENT: _Reader._parent,
    Put.NEW: _Reader._new,
    Put.NEW_OR_STANDING: _Reader._new_or_standing,
    Put.CARRIES: _Reader._carries,
    Put.MAIN: lambda reader, one: None,
}

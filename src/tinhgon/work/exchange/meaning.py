"""Rows as works to be given: units, officers, days, instruments; what cannot be read is noted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.plan_tables.cells import plain
from tinhgon.domain.worktime.terms import Measure
from tinhgon.domain.worktime.terms import Term as TermValue
from tinhgon.registry.models import KEY, Unit
from tinhgon.staff.fields import Understanding
from tinhgon.staff.models import Officer
from tinhgon.ui.exchange.faults import Faults
from tinhgon.ui.exchange.reading import Row
from tinhgon.ui.instants import read_day
from tinhgon.work.custody.issuing import Order
from tinhgon.work.exchange.columns import WorkTable
from tinhgon.work.working import working

MOST_CONTRIBUTORS = 50
LONGEST_TERM = 1000
LENGTHS = {"title": 500, "product": 500, "origin": 300}
LONGEST_CLARITY = 500
MEASURES = {
    "": Measure.WORKING_DAYS,
    **{plain(one.value): one for one in (Measure.WORKING_DAYS, Measure.DAYS, Measure.MONTHS)},
    "ngày_làm_việc": Measure.WORKING_DAYS,
    "ngày": Measure.DAYS,
    "tháng": Measure.MONTHS,
}


@dataclass(frozen=True)
class Meant:
    """A row and the work that it asks for; in the columns `wrong` something could not be read."""

    row: Row
    order: Order
    wrong: frozenset[str]


def meant(rows: Iterable[Row], table: WorkTable, faults: Faults, on: date) -> list[Meant]:
    """What rows ask for, read with what the register knows on a day; faults are noted."""
    rows = [*rows]
    return _Meaning(rows, table, faults, on).all()


class _Meaning:
    """Everything that rows name, looked up at once."""

    def __init__(self, rows: list[Row], table: WorkTable, faults: Faults, on: date) -> None:
        self.rows, self.table, self.faults = rows, table, faults
        self.understanding, self.said = Understanding(on), working()
        self.kinds = _ways({key: [*_forms(one)] for key, one in self.said.kinds.items()})
        templates = self.said.templates_on(on)
        self.templates = _ways({key: [*_forms(one.name)] for key, one in templates.items()})
        self.keys, self.unclear = dict[str, str](), dict[str, ValidationError]()
        for typed in {text for row in rows for text in (row["lead"], *_several(row))}:
            self._understand(typed)
        self.units = {one.key: one for one in Unit.objects.filter(key__in={*self.keys.values()})}
        numbers = {row["officer"] for row in rows} - {""}
        self.officers = {one.key: one for one in Officer.objects.filter(key__in=numbers)}
        self.instruments = _instruments({row["instrument"].casefold() for row in rows} - {""})

    def all(self) -> list[Meant]:
        """Every row, in order."""
        return [self._meant(row) for row in self.rows]

    def _meant(self, row: Row) -> Meant:
        wrong = set[str]()

        def note(column: str, code: str, **facts: object) -> None:
            wrong.add(column)
            self.faults.add(row.table.name, row.number, column, code, **facts)

        wrong |= {name for name, cell in row.cells.items() if cell == "?"}
        wrong |= {name for name in row.table.needed if not row[name]}
        for name, most in self._lengths.items():
            if len(row[name]) > most:
                note(name, "too-long", most=most)
        lead = self._unit(row["lead"], "lead", note)
        several = [self._unit(one, "contributors", note) for one in _several(row)]
        if len(several) > MOST_CONTRIBUTORS:
            note("contributors", "too-many-units", most=MOST_CONTRIBUTORS)
        order = Order(
            title=row["title"],
            leads=[lead] if lead else [],
            contributors=[*dict.fromkeys(one for one in several if one)],
            officer=self._found(row, "officer", self.officers, "unknown-officer", note),
            instrument=self._instrument(row, note),
            origin=row["origin"],
            product=row["product"],
            kind=self._word(row, "kind", self.kinds, note),
            template=self._word(row, "template", self.templates, note),
            clarities={key: row[name] for key, name in self.table.clear.items() if row[name]},
            due=self._day(row, note),
            term=self._term(row, note),
            key=self._key(row, note),
        )
        return Meant(row, order, frozenset(wrong))

    @property
    def _lengths(self) -> dict[str, int]:
        return LENGTHS | dict.fromkeys(self.table.clear.values(), LONGEST_CLARITY)

    def _understand(self, typed: str) -> None:
        """Remember which unit a text means, or why that is not clear."""
        if typed in ("", "?"):
            return
        try:
            self.keys[typed] = self.understanding.key(typed)
        except ValidationError as wrong:
            self.unclear[typed] = wrong

    def _unit(self, typed: str, column: str, note: Any) -> Unit | None:
        if typed in self.unclear:
            if column == "lead" and ";" in typed:
                return note(column, "one-leads")
            why = self.unclear[typed]
            return note(column, f"unit-{why.code}", **(why.params or {}))
        return self.units[self.keys[typed]] if typed in self.keys else None

    def _found(self, row: Row, column: str, known: dict[str, Any], code: str, note: Any) -> Any:
        typed = row[column]
        if typed in ("", "?"):
            return None
        return known.get(typed) or note(column, code, given=typed[:60])

    def _instrument(self, row: Row, note: Any) -> Instrument | None:
        typed = row["instrument"]
        found = self.instruments.get(typed.casefold())
        if typed not in ("", "?") and found is None:
            return note("instrument", "unknown-instrument", given=typed[:60])
        return found

    def _word(self, row: Row, column: str, known: dict[str, str], note: Any) -> str:
        """What a word means; the first that is known where nothing is said."""
        typed, first = row[column], next(iter(known.values()), "")
        if typed in ("", "?"):
            return first
        found = known.get(plain(typed))
        if found is None:
            names = ", ".join(dict.fromkeys(known.values()))
            note(column, "unknown-word", given=typed[:60], known=names)
        return found or first

    def _day(self, row: Row, note: Any) -> date | None:
        typed = row["due_on"]
        if typed in ("", "?"):
            return None
        try:
            return read_day(typed)
        except ValidationError:
            return note("due_on", "bad-day", given=typed[:40])

    def _term(self, row: Row, note: Any) -> TermValue | None:
        number, measure = row["term"], MEASURES.get(plain(row["measure"]))
        if row["measure"] not in ("", "?") and measure is None:
            known = ", ".join(one.value for one in dict.fromkeys(MEASURES.values()))
            note("measure", "unknown-word", given=row["measure"][:60], known=known)
        if number in ("", "?"):
            return None
        whole = re.fullmatch(r"(\d{1,4})(\.0+)?", number, re.ASCII)
        if not whole or not 1 <= int(whole[1]) <= LONGEST_TERM:
            if _is_day(number):
                return note("term", "day-as-term", given=number[:40])
            return note("term", "bad-term", given=number[:40], most=LONGEST_TERM)
        return TermValue(int(whole[1]), measure) if measure else None

    def _key(self, row: Row, note: Any) -> str | None:
        typed = row["key"]
        if typed in ("", "?"):
            return None
        if not re.fullmatch(KEY, typed) or len(typed) > 64:
            return note("key", "bad-key", given=typed[:64])
        return typed


def _is_day(typed: str) -> bool:
    try:
        read_day(typed)
    except ValidationError:
        return False
    return True


def _several(row: Row) -> list[str]:
    """The texts between semicolons."""
    return [one.strip() for one in row["contributors"].split(";") if one.strip()]


def _instruments(numbers: set[str]) -> dict[str, Instrument]:
    """Instruments by their numbers without regard to letter case; of several the last issued."""
    every = Instrument.objects.order_by("issued").values_list("pk", "number")
    wanted = {number.casefold(): pk for pk, number in every if number.casefold() in numbers}
    found = Instrument.objects.in_bulk([*wanted.values()])
    return {number: found[pk] for number, pk in wanted.items()}


def _ways(known: dict[str, list[str]]) -> dict[str, str]:
    """What is known by key, by every way in which it may be written."""
    return {plain(way): key for key, ways in known.items() for way in (key, *ways)}


def _forms(words: Any) -> Iterable[str]:
    return (form for forms in words.forms.values() for form in forms)

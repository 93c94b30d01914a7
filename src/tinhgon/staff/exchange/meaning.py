"""Rows as what they mean: days, units, kinds; everything that cannot be is noted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from tinhgon.documents.models import Instrument
from tinhgon.domain.jurisdiction_file import Words
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.plan_tables.cells import plain
from tinhgon.registry.directory import Directory, directory
from tinhgon.registry.models import KEY
from tinhgon.staff.models import Basis, Rank
from tinhgon.staff.staffing import staffing_of
from tinhgon.ui.exchange.faults import Faults
from tinhgon.ui.exchange.reading import Row
from tinhgon.ui.instants import read_day

RANKS = {
    "": "none",
    **{rank.value: rank.value for rank in Rank},
    "cấp_trưởng": "head",
    "người_đứng_đầu": "head",
    "cấp_phó": "deputy",
    "không": "none",
}
BASES = {
    "": "main",
    **{basis.value: basis.value for basis in Basis},
    "chính": "main",
    "kiêm_nhiệm": "concurrent",
    "biệt_phái": "loan",
    "quyền": "acting",
    "phụ_trách": "acting",
}
FLAGS = {"": False, "0": False, "không": False, "no": False, "1": True, "có": True, "x": True}


@dataclass(frozen=True)
class OfficerRow:
    """An officer to be entered."""

    row: int
    key: str
    name: str
    born: date | None
    retires_as: str
    invented: bool


@dataclass(frozen=True)
class PostRow:
    """A post to be set up."""

    row: int
    key: str
    unit: str
    titles: tuple[tuple[str, str], ...]
    kind: str
    rank: str
    period: Period
    instrument: int | None


@dataclass(frozen=True)
class AssignmentRow:
    """Somebody to be assigned."""

    row: int
    officer: str
    post: str
    basis: str
    period: Period
    instrument: int | None
    reason: str


class Meaning:
    """Reads rows with what the register knows; faults are noted, and None given for the row."""

    def __init__(self, faults: Faults, today: date) -> None:
        self.faults, self.today = faults, today
        self.register: Directory = directory()
        self.staffing = staffing_of(self.register)
        ages, kinds = self.staffing.retirement, self.staffing.kinds
        self.groups = {"": "", **_named(ages.groups if ages else {})}
        self.kinds = _named({key: kind.noun for key, kind in kinds.items()})
        self.instruments = {
            number.casefold(): pk
            for pk, number in Instrument.objects.order_by("issued").values_list("pk", "number")
        }

    def officer(self, row: Row) -> OfficerRow | None:
        """An officer, or None where something is wrong."""
        key, born = self._key(row, "number"), self._day(row, "born")
        if born and not date(1900, 1, 1) <= born < self.today:
            born = self._note(row, "born", "not-born", given=row["born"])
        group = self._word(row, "retires_as", self.groups)
        invented = self._word(row, "invented", FLAGS)
        name = self._short(row, "name", 150)
        if None in (key, group, invented, name) or (row["born"] and born is None):
            return None
        return OfficerRow(row.number, str(key), str(name), born, str(group), bool(invented))

    def post(self, row: Row) -> PostRow | None:
        """A post, or None where something is wrong."""
        key, period = self._key(row, "post"), self._period(row)
        unit = self._unit(row, period.start) if period and period.start else None
        kind, kinds = self._word(row, "kind", self.kinds), self.staffing.kinds
        if kind and period and period.start and period.start not in kinds[kind].period:
            kind = self._note(row, "kind", "kind-not-yet", given=row["kind"])
        rank = self._word(row, "rank", RANKS)
        instrument = self._instrument(row)
        title, english = self._short(row, "title", 200), self._short(row, "title_en", 200)
        if None in (key, period, unit, kind, rank, instrument, title, english):
            return None
        titles = (("vi", str(title)), *((("en", str(english)),) if english else ()))
        assert period
        given = (row.number, str(key), str(unit), titles, str(kind), str(rank), period)
        return PostRow(*given, instrument or None)

    def assignment(self, row: Row) -> AssignmentRow | None:
        """An assignment, or None where something is wrong."""
        officer, post = self._key(row, "officer"), self._key(row, "post")
        basis = self._word(row, "basis", BASES)
        period, instrument = self._period(row), self._instrument(row)
        reason = self._short(row, "reason", 500)
        if None in (officer, post, basis, period, instrument, reason):
            return None
        assert period
        given = (row.number, str(officer), str(post), str(basis), period)
        return AssignmentRow(*given, instrument or None, str(reason))

    def _note(self, row: Row, column: str, code: str, **facts: object) -> None:
        self.faults.add(row.table.name, row.number, column, code, **facts)

    def _key(self, row: Row, column: str) -> str | None:
        """A number by which somebody or something is known for good."""
        said = row[column]
        if said in ("", "?"):
            return None
        if not re.fullmatch(KEY, said):
            return self._note(row, column, "bad-key", given=said[:64])
        return said

    def _short(self, row: Row, column: str, most: int) -> str | None:
        if len(row[column]) > most:
            return self._note(row, column, "too-long", most=most)
        return row[column]

    def _day(self, row: Row, column: str) -> date | None:
        if row[column] in ("", "?"):
            return None
        try:
            return read_day(row[column])
        except ValidationError:
            return self._note(row, column, "bad-day", given=row[column][:40])

    def _period(self, row: Row) -> Period | None:
        """The days from `from` up to `until`."""
        start, end = self._day(row, "from"), self._day(row, "until")
        if start is None or (row["until"] and end is None):
            return None
        if end and end <= start:
            return self._note(row, "until", "ends-before-it-starts", start=start, end=end)
        return Period(start, end)

    def _word(self, row: Row, column: str, known: dict[str, Any]) -> Any:
        """What a word means; None where it is not known."""
        found = known.get(plain(row[column]))
        if found is None and row[column] not in ("", "?"):
            self._note(row, column, "unknown-word", given=row[column][:60], known=_offered(known))
        return found

    def _unit(self, row: Row, on: date) -> str | None:
        """The unit of a key, or of a code on the day on which a row begins; it must stand then."""
        said = row["unit"]
        if said in ("", "?"):
            return None
        keys = [said] if said in self.register.entries else []
        keys = keys or [entry.unit for entry in self.register.bearers(said, on)]
        if not keys:
            return self._note(row, "unit", "unknown-unit", given=said[:64], day=on)
        if not self.register.stands(keys[0], on):
            return self._note(row, "unit", "not-standing", given=said[:64], day=on)
        return keys[0]

    def _instrument(self, row: Row) -> int | None:
        """The id of an instrument; 0 where none is named, None where it is not known."""
        said = row["instrument"]
        if not said:
            return 0
        found = self.instruments.get(said.casefold())
        if found is None and said != "?":
            return self._note(row, "instrument", "unknown-instrument", given=said[:60])
        return found


def _offered(known: Mapping[str, Any]) -> str:
    """The words that are known, each with another way to write it in brackets."""
    ways: dict[Any, list[str]] = {}
    for way, meant in known.items():
        if way:
            ways.setdefault(meant, []).append(way)
    return ", ".join(_alternatives(many) for meant, many in ways.items() if meant != "")


def _alternatives(ways: list[str]) -> str:
    first, *others = (way.replace("_", " ") for way in ways)
    return f"{first} ({others[0]})" if others else first


def _named(known: Mapping[str, Words]) -> dict[str, str]:
    """Kinds or groups by the ways in which they may be written: key and words."""
    return {
        plain(way): key
        for key, words in known.items()
        for way in (key, *(form for forms in words.forms.values() for form in forms))
    }

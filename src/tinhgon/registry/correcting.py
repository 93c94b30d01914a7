"""Correcting what is registered: the wrong row is closed in the record, the right one written.

What was known before stays known: `known_at` an earlier instant, the register gives the old answer.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from tinhgon.documents.models import Instrument
from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.registry.models import OFFICIAL, Code, Fact, Tie, Unit, Version
from tinhgon.registry.queries import keys_above

VERSION_FACTS = ("name", "kind", "latitude", "longitude", "area_km2")


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What is right about a unit: facts by name, over `period`.

    Facts are name, kind, code, parent (a key, None for the top), latitude, longitude, area_km2.
    """

    unit: Unit
    facts: Mapping[str, Any]
    period: Period
    reason: str
    instrument: Instrument | None = None


class Uncorrectable(ValueError):
    """A correction that cannot be: `fact` says which value is wrong, `code` why."""

    def __init__(self, fact: str, code: str, **facts: Any) -> None:
        super().__init__(f"{fact}: {code}")
        self.fact, self.code, self.facts = fact, code, facts


def correct(correction: Correction, jurisdiction: Jurisdiction, at: datetime) -> dict[str, int]:
    """Write a correction as known from `at`; returns how many rows of each kind it wrote.

    Raises `Uncorrectable` where a value is wrong or the period holds a day without the unit.
    """
    _standing(correction)
    _check_values(correction, jurisdiction)
    written = {"version": 0, "code": 0, "tie": 0}
    version = {name: value for name, value in correction.facts.items() if name in VERSION_FACTS}
    if version:
        rows = Version.objects.filter(unit=correction.unit)
        written["version"] = _rewrite(rows, correction, version, at)
    if "code" in correction.facts:
        rows = Code.objects.filter(unit=correction.unit, scheme=OFFICIAL)
        given = correction.facts["code"]
        new = Code(unit=correction.unit, scheme=OFFICIAL, code=given) if given else None
        written["code"] = _replace(rows, correction, new, at)
    if "parent" in correction.facts:
        rows = Tie.objects.filter(unit=correction.unit, hierarchy=PRINCIPAL)
        above = correction.facts["parent"]
        parent = Unit.objects.get(key=above) if above else None
        new_tie = Tie(unit=correction.unit, hierarchy=PRINCIPAL, parent=parent) if parent else None
        written["tie"] = _replace(rows, correction, new_tie, at)
    return written


def _standing(correction: Correction) -> None:
    """The unit must stand on every day of the period."""
    held = Version.objects.known_at().filter(unit=correction.unit)
    reached, end = correction.period.start, correction.period.end
    for version in held.order_by("valid_from"):
        span = Period(version.valid_from, version.valid_to)
        if span.overlaps(correction.period):
            if span.start and (reached is None or span.start > reached):
                raise Uncorrectable("valid_from", "not-standing", day=span.start.isoformat())
            reached = span.end
            if reached is None or (end and reached >= end):
                return
    raise Uncorrectable("valid_to", "not-standing", day=str(reached or ""))


def _check_values(correction: Correction, jurisdiction: Jurisdiction) -> None:
    facts = correction.facts
    day = correction.period.start or correction.period.last_day
    version = Version.objects.known_at().filter(unit=correction.unit).order_by("valid_from").last()
    level = jurisdiction.levels[version.level]
    if "name" in facts and not (facts["name"] or "").strip():
        raise Uncorrectable("name", "empty-cell")
    if "kind" in facts and facts["kind"] not in level.kinds:
        raise Uncorrectable(
            "kind", "unknown-kind", given=facts["kind"], known=", ".join(level.kinds)
        )
    code = facts.get("code")
    if code and level.code and not re.fullmatch(level.code, code):
        raise Uncorrectable("code", "code-shape", given=code, shape=level.code)
    if code and _borne_by_another(correction, code):
        raise Uncorrectable(
            "code", "code-taken", given=code, other=_borne_by_another(correction, code)
        )
    if facts.get("parent"):
        _check_parent(correction, day)


def _borne_by_another(correction: Correction, code: str) -> str | None:
    borne = Code.objects.known_at().filter(scheme=OFFICIAL, code=code).exclude(unit=correction.unit)
    for other in borne.select_related("unit"):
        if Period(other.valid_from, other.valid_to).overlaps(correction.period):
            return str(other.unit)
    return None


def _check_parent(correction: Correction, day: date | None) -> None:
    """The parent must stand on the first and last day, and not below the unit itself."""
    above = correction.facts["parent"]
    parent = Unit.objects.filter(key=above).first()
    if parent is None:
        raise Uncorrectable("parent", "unknown-unit", given=above)
    for at in {day, correction.period.last_day} - {None}:
        if not Version.objects.on(at).known_at().filter(unit=parent).exists():
            raise Uncorrectable("parent", "parent-gone", given=above)
        if correction.unit.key in keys_above(above, at):
            raise Uncorrectable("parent", "cycle", given=f"{correction.unit} → {above}")


def _rewrite(rows: Any, correction: Correction, facts: Mapping[str, Any], at: datetime) -> int:
    """Within the period the same rows with other facts; outside it the rows as they were."""
    written: list[Fact] = []
    for row in _overlapping(rows, correction.period):
        written += _outside(row, correction.period, at)
        inside = _copy(row, _within(row, correction.period), at)
        for name, value in facts.items():
            setattr(inside, name, value)
        written.append(_reasoned(inside, correction))
    return _write(rows, correction.period, written, at)


def _replace(rows: Any, correction: Correction, new: Fact | None, at: datetime) -> int:
    """Within the period one new row, or none; outside it the rows as they were."""
    written: list[Fact] = []
    for row in _overlapping(rows, correction.period):
        written += _outside(row, correction.period, at)
    if new:
        new.valid_from, new.valid_to = correction.period.start, correction.period.end
        new.recorded_from = at
        written.append(_reasoned(new, correction))
    return _write(rows, correction.period, written, at)


def _write(rows: Any, period: Period, written: list[Fact], at: datetime) -> int:
    closing = [row.pk for row in _overlapping(rows, period)]
    rows.model.objects.filter(pk__in=closing).update(recorded_to=at)
    rows.model.objects.bulk_create(written)
    return len(written)


def _overlapping(rows: Any, period: Period) -> list[Any]:
    return [
        row
        for row in rows.known_at().order_by("valid_from")
        if Period(row.valid_from, row.valid_to).overlaps(period)
    ]


def _outside(row: Any, period: Period, at: datetime) -> list[Any]:
    """What of a row lies before and after a period."""
    span = Period(row.valid_from, row.valid_to)
    pieces = []
    if period.start and (span.start is None or span.start < period.start):
        pieces.append(replace(span, end=period.start))
    if period.end and (span.end is None or span.end > period.end):
        pieces.append(replace(span, start=period.end))
    return [_copy(row, piece, at) for piece in pieces]


def _within(row: Any, period: Period) -> Period:
    starts = [day for day in (row.valid_from, period.start) if day]
    ends = [day for day in (row.valid_to, period.end) if day]
    return Period(max(starts, default=None), min(ends, default=None))


def _copy(row: Any, period: Period, at: datetime) -> Any:
    """The same row as new, for another period."""
    fields = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    if period.end != row.valid_to and "ended_under_id" in fields:
        fields["ended_under_id"] = None
    dates = {"valid_from": period.start, "valid_to": period.end}
    return type(row)(**{**fields, **dates, "recorded_from": at, "recorded_to": None})


def _reasoned(row: Any, correction: Correction) -> Any:
    row.reason = correction.reason
    row.instrument = correction.instrument or row.instrument
    return row

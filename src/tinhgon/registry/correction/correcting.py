"""Correcting what is registered: the wrong row is closed in the record, the right one written.

What was known before stays known: `known_at` an earlier instant, the register gives the old answer.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product
from typing import Any

from django.db.models import Q

from tinhgon.documents.models import Instrument
from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.periods import Period, first_gap
from tinhgon.domain.structure.levels import Level
from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.registry.generic_form.columns import UNITS, key, reason
from tinhgon.registry.generic_form.tables import BadCell, Column, cell_value
from tinhgon.registry.models import OFFICIAL, Code, Fact, Tie, Unit, Version
from tinhgon.registry.seen import facts_seen

VERSION_FACTS = ("name", "kind", "latitude", "longitude", "area_km2")
LOCATION = {"latitude", "longitude", "area_km2"}
"""Facts that no instrument gives, so that it remains the ground of the others beside them."""

READ_AS = {
    "name": UNITS["name"],
    "kind": UNITS["kind"],
    "code": UNITS["code"],
    "parent": Column(key),
    "latitude": UNITS["lat"],
    "longitude": UNITS["lon"],
    "area_km2": UNITS["area_km2"],
    "reason": reason,
}
"""What is corrected by hand must be as sound as what is loaded."""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What is right about a unit: facts by name, over `period`.

    Facts are name, kind, code, parent (a key, None for the top), latitude, longitude, area_km2.
    `seen` is what whoever corrects saw of the unit (`seen.facts_seen`), or when a program read it.
    """

    unit: Unit
    facts: Mapping[str, Any]
    period: Period
    reason: str
    instrument: Instrument | None = None
    seen: str | datetime | None = None


class Uncorrectable(ValueError):
    """A correction that cannot be: `fact` says which value is wrong, `code` why."""

    def __init__(self, fact: str, code: str, **facts: Any) -> None:
        super().__init__(f"{fact}: {code}")
        self.fact, self.code, self.facts = fact, code, facts


def correct(correction: Correction, jurisdiction: Jurisdiction, at: datetime) -> dict[str, int]:
    """Write a correction as known from `at`; returns how many rows of each kind it wrote.

    Raises `Uncorrectable` where a value is wrong, where the period holds a day without the unit,
    or where somebody else has changed the unit since it was looked at.
    """
    _unchanged(correction)
    correction = _read(correction)
    standing = _standing(correction)
    for named in dict.fromkeys(version.level for version in standing):
        _check_kind_and_code(correction, jurisdiction.levels[named])
    if correction.facts.get("parent"):
        _check_parent(correction, jurisdiction, standing)
    return _written(correction, at)


def _written(correction: Correction, at: datetime) -> dict[str, int]:
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


def _unchanged(correction: Correction) -> None:
    """Nobody else has changed the unit since whoever corrects looked at it."""
    seen, key = correction.seen, correction.unit.key
    if isinstance(seen, datetime):
        since = Q(recorded_from__gte=seen) | Q(recorded_to__gte=seen)
        rows = (model.objects.filter(since, unit__key=key) for model in (Version, Code, Tie))
        has_changed = any(row.exists() for row in rows)
    else:
        has_changed = seen is not None and seen != facts_seen(key)
    if has_changed:
        raise Uncorrectable("unit", "changed-since")


def _read(correction: Correction) -> Correction:
    """The correction with its values as the register keeps them: NFC, trimmed, in their range."""
    given = {**correction.facts, "reason": correction.reason}
    read = {name: _value(name, value) for name, value in given.items()}
    if len(read) == 1:
        raise Uncorrectable("facts", "nothing-to-correct")
    reason = read.pop("reason")
    return replace(correction, facts=read, reason=reason)


def _value(name: str, given: Any) -> Any:
    column = READ_AS.get(name)
    if column is None:
        return given
    try:
        return cell_value("" if given is None else str(given), column)
    except BadCell as bad:
        raise Uncorrectable(name, bad.code, **bad.facts) from None


def _standing(correction: Correction) -> list[Version]:
    """The unit as it stood in the period; it must stand on every day of it."""
    held = list(Version.objects.known_at().filter(unit=correction.unit).in_order())
    gap = first_gap(correction.period, (version.period for version in held))
    if gap:
        fact = "valid_from" if gap.start == correction.period.start else "valid_to"
        day = gap.start or gap.last_day
        raise Uncorrectable(fact, "not-standing", day=day.isoformat() if day else "…")
    return [version for version in held if version.period.overlaps(correction.period)]


def _check_kind_and_code(correction: Correction, level: Level) -> None:
    kind, code = correction.facts.get("kind"), correction.facts.get("code")
    if kind and kind not in level.kinds:
        raise Uncorrectable("kind", "unknown-kind", given=kind, known=", ".join(level.kinds))
    if code and level.code and not re.fullmatch(level.code, code):
        raise Uncorrectable("code", "code-shape", given=code, shape=level.code)
    other = _borne_by_another(correction, code) if code else None
    if other:
        raise Uncorrectable("code", "code-taken", given=code, other=other)


def _borne_by_another(correction: Correction, code: str) -> str | None:
    borne = Code.objects.known_at().filter(scheme=OFFICIAL, code=code).exclude(unit=correction.unit)
    for other in borne.select_related("unit"):
        if other.period.overlaps(correction.period):
            return str(other.unit)
    return None


def _check_parent(
    correction: Correction, jurisdiction: Jurisdiction, standing: list[Version]
) -> None:
    """The parent must stand for the whole period, always at a higher level than the unit then.

    Since all stand below a higher level, nobody comes to stand below itself.
    """
    above = correction.facts["parent"]
    held = list(Version.objects.known_at().filter(unit__key=above).in_order())
    if not held:
        raise Uncorrectable("parent", "unknown-unit", given=above)
    if first_gap(correction.period, (version.period for version in held)):
        raise Uncorrectable("parent", "parent-gone", given=above)
    ranks = {key: level.rank for key, level in jurisdiction.levels.items()}
    for version, higher in product(standing, held):
        together = version.period.shared_with(correction.period)
        is_beside = together and together.overlaps(higher.period)
        if is_beside and ranks[higher.level] >= ranks[version.level]:
            raise Uncorrectable("parent", "level-order", given=above, level=higher.level)


def _rewrite(rows: Any, correction: Correction, facts: Mapping[str, Any], at: datetime) -> int:
    """Within the period the same rows with other facts; outside it the rows as they were."""
    written: list[Fact] = []
    for row in _overlapping(rows, correction.period):
        written += _outside(row, correction.period, at)
        inside = _copy(row, row.period.shared_with(correction.period), at)
        for name, value in facts.items():
            setattr(inside, name, value)
        if not facts.keys() <= LOCATION:
            inside.instrument = None  # it did not say what is right
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
    return [row for row in rows.known_at().in_order() if row.period.overlaps(period)]


def _outside(row: Any, period: Period, at: datetime) -> list[Any]:
    """What of a row lies before and after a period."""
    span = row.period
    pieces = []
    if period.start and (span.start is None or span.start < period.start):
        pieces.append(replace(span, end=period.start))
    if period.end and (span.end is None or span.end > period.end):
        pieces.append(replace(span, start=period.end))
    return [_copy(row, piece, at) for piece in pieces]


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

"""The register written in the generic form again: what is loaded from it is the same register.

What it cannot say is left out: earlier states of knowledge, reasons of corrections, and a second
instrument under which something of one unit changed on the same day.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tinhgon.documents.models import Instrument
from tinhgon.domain.periods import Period, stretches
from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.registry.generic_form.columns import FILES
from tinhgon.registry.models import (
    OFFICIAL,
    Code,
    Contact,
    Mandate,
    Register,
    Succession,
    Tie,
    Version,
)

JURISDICTION = "jurisdiction.yaml"
VERSION = {
    **{name: name for name in ("level", "kind", "name", "source")},
    "lat": "latitude",
    "lon": "longitude",
    "area_km2": "area_km2",
}
"""The columns of units.csv that a version fills, with its names for them."""

CHANGED_BY = {"name": "rename", "kind": "reclassify", "code": "recode", "parent_id": "move"}
"""How a change of a unit that goes on is called, by the first fact that changed."""

ENDS = ("predecessor", "successor")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """Some of what is true of a unit over a period, and the instruments it rests on."""

    said: Mapping[str, Any]
    period: Period
    begun: str | None
    ended: str | None = None


@dataclass
class Tables:
    """The rows of each file."""

    units: list[Row] = field(default_factory=list)
    changes: list[Row] = field(default_factory=list)
    instruments: list[Row] = field(default_factory=list)
    ties: list[Row] = field(default_factory=list)
    contacts: list[Row] = field(default_factory=list)
    mandates: list[Row] = field(default_factory=list)
    coverage: list[Row] = field(default_factory=list)


def export(register: Register, folder: Path, on: date | None = None) -> dict[str, int]:
    """Write the register as it is known now into a folder; returns how many rows each file has.

    With `on`, only what stands on that day is written, as if it had stood since. The folder is made
    if need be; what stands in it under the same names is replaced.
    """
    tables = _everything(register) if on is None else _snapshot(_everything(register), on)
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in FILES.items():
        _write(folder / f"{name}.csv", [*columns], getattr(tables, name))
    words = yaml.safe_dump(json.loads(register.file), allow_unicode=True, sort_keys=False)
    (folder / JURISDICTION).write_text(words, encoding="utf-8")
    return {name: len(getattr(tables, name)) for name in FILES}


def _everything(register: Register) -> Tables:
    root = register.jurisdiction["root"]
    facts = _facts()
    changes = list(_successions())
    said = {(end, row[end], row["effective"], row["instrument"]) for row in changes for end in ENDS}
    return Tables(
        units=[row for key in sorted(facts) for row in _units(key, facts[key], root)],
        changes=[*changes, *(row for key in sorted(facts) for row in _own(key, facts[key], said))],
        instruments=[_instrument(one) for one in Instrument.objects.order_by("number", "issued")],
        ties=[_tie(tie) for tie in _other_ties()],
        contacts=[_contact(one) for one in Contact.objects.select_related("unit").order_by("id")],
        mandates=[_mandate(one) for one in _all_mandates()],
        coverage=[{"entity_id": one["unit"], "from": one["from"]} for one in register.coverage],
    )


def _snapshot(tables: Tables, on: date) -> Tables:
    def standing(rows: list[Row]) -> list[Row]:
        return [
            row | {"valid_from": on, "valid_to": None}
            for row in rows
            if on in Period(row["valid_from"], row["valid_to"])
        ]

    return Tables(
        units=standing(tables.units),
        ties=standing(tables.ties),
        contacts=standing(tables.contacts),
        mandates=[row | {"instrument": None} for row in standing(tables.mandates)],
    )


# --- Units ----------------------------------------------------------------------------------------


def _facts() -> dict[str, list[Fact]]:
    """Everything known of each unit: of its versions first, then codes and places."""
    facts: dict[str, list[Fact]] = defaultdict(list)
    numbers = dict(Instrument.objects.values_list("id", "number"))
    official, principal = {"scheme": OFFICIAL}, {"hierarchy": PRINCIPAL}
    for model, only, columns in (
        (Version, {}, VERSION),
        (Code, official, {"code": "code"}),
        (Tie, principal, {"parent_id": "parent__key"}),
    ):
        rows = model.objects.known_at().filter(**only).order_by("id")
        ended = "ended_under" if model is Version else "recorded_to"
        for key, start, end, begun, ended_under, *values in rows.values_list(
            "unit__key", "valid_from", "valid_to", "instrument", ended, *columns.values()
        ):
            said = dict(zip(columns, values, strict=True))
            instruments = numbers.get(begun), numbers.get(ended_under)
            facts[key].append(Fact(said, Period(start, end), *instruments))
    return facts


def _units(key: str, facts: list[Fact], root: str) -> Iterator[Row]:
    for period, said in _pieces(facts):
        dates = {"valid_from": period.start, "valid_to": period.end}
        yield {"entity_id": key, "parent_id": root, **said, **dates}


def _pieces(facts: list[Fact]) -> Iterator[tuple[Period, Row]]:
    """The stretches in which nothing of a unit changes, while it stands."""
    for period in stretches(fact.period for fact in facts):
        said: Row = {}
        for fact in facts:
            if fact.period.overlaps(period):
                said |= fact.said
        if "level" in said:
            yield period, said


# --- Changes --------------------------------------------------------------------------------------


def _successions() -> Iterator[Row]:
    rows = Succession.objects.known_at().select_related("predecessor", "successor", "instrument")
    for row in rows.order_by("day", "successor__key", "id"):
        yield {
            "change_id": f"{row.successor.key}@{row.day}",
            "instrument": row.instrument.number if row.instrument else None,
            "effective": row.day,
            "operation": row.verb,
            "predecessor": row.predecessor.key,
            "successor": row.successor.key,
            "part": row.extent,
            "carries": row.carries and row.carries.replace(",", ";"),
            "default": int(row.main),
            "evidence": row.evidence,
            "clause": row.clause,
        }


def _own(key: str, facts: list[Fact], said: set[Any]) -> Iterator[Row]:
    """What instruments did to a unit beside handing on: begun, changed or ended it."""
    pieces = [*_pieces(facts)]
    starts = {period.start: place for place, (period, _) in enumerate(pieces) if period.start}
    for day, number in _begun(facts).items():
        if number and day in starts and ("successor", key, day, number) not in said:
            goes_on = starts[day] > 0 and pieces[starts[day] - 1][0].end == day
            verb = _verb(pieces, starts[day]) if goes_on else "establish"
            yield _change(key, day, number, verb, (key if goes_on else None, key))
    for fact in facts:
        day = fact.period.end
        gone = fact.ended and day not in starts
        if gone and ("predecessor", key, day, fact.ended) not in said:
            yield _change(key, day, str(fact.ended), "dissolve", (key, None))


def _begun(facts: list[Fact]) -> dict[date | None, str | None]:
    """The instrument under which something of a unit begins on a day: its name's before others."""
    return {fact.period.start: fact.begun for fact in reversed(facts) if fact.begun}


def _verb(pieces: list[tuple[Period, Row]], place: int) -> str:
    before, after = pieces[place - 1][1], pieces[place][1]
    changed = (verb for name, verb in CHANGED_BY.items() if before.get(name) != after.get(name))
    return next(changed, "keep")


def _change(
    key: str, day: date | None, number: str, verb: str, ends: tuple[str | None, str | None]
) -> Row:
    return {
        "change_id": f"{key}@{day}",
        "instrument": number,
        "effective": day,
        "operation": verb,
        **dict(zip(ENDS, ends, strict=True)),
    }


# --- The other files ------------------------------------------------------------------------------


def _instrument(one: Instrument) -> Row:
    titles = {f"title_{language}": title for language, title in one.titles.items()}
    dates = {"issued": one.issued, "effective": one.in_force, "operative": one.operative}
    return {"instrument": one.number, **dates, **titles, "mark": one.mark, "source": one.source}


def _other_ties() -> Any:
    others = Tie.objects.known_at().exclude(hierarchy=PRINCIPAL)
    return others.select_related("unit", "parent").order_by("id")


def _tie(tie: Tie) -> Row:
    return {
        "entity_id": tie.unit.key,
        "hierarchy": tie.hierarchy,
        "parent_id": tie.parent.key,
        "valid_from": tie.valid_from,
        "valid_to": tie.valid_to,
    }


def _contact(one: Contact) -> Row:
    names = [name for name in FILES["contacts"] if name != "entity_id"]
    return {"entity_id": one.unit.key, **{name: getattr(one, name) for name in names}}


def _all_mandates() -> Any:
    return Mandate.objects.select_related("unit", "area", "instrument").order_by("id")


def _mandate(one: Mandate) -> Row:
    return {
        "entity_id": one.unit.key,
        "function": one.function,
        "area_id": one.area.key,
        "role": one.role,
        "instrument": one.instrument.number if one.instrument else None,
        "valid_from": one.valid_from,
        "valid_to": one.valid_to,
        "source": one.source,
    }


def _write(path: Path, columns: list[str], rows: Iterable[Row]) -> None:
    """A file with the columns of the form that any row fills, or that must be there."""
    rows = list(rows)
    required = FILES[path.stem]
    titles = sorted({name for row in rows for name in row if name.startswith("title_")})
    named = [one for name in columns for one in (titles if name == "title_*" else [name])]
    used = [
        name
        for name in named
        if name in titles
        or required[name].required
        or any(row.get(name) not in (None, "") for row in rows)
    ]
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, used, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)

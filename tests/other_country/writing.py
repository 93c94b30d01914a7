"""Elbonia in the generic form, as different strangers would write it."""

import csv
import json
from pathlib import Path
from typing import Any

import yaml

from tests.other_country import DAYS, FILE, Country

UNITS = ("unit_id", "entity_id", "code", "level", "kind", "name", "full_name", "parent_id",
         "valid_from", "valid_to", "lat", "lon", "area_km2", "source")  # fmt: skip
CHANGES = ("change_id", "instrument", "effective", "operation", "level", "predecessor", "successor",
           "part", "carries", "default", "seats_code", "evidence")  # fmt: skip
INSTRUMENTS = ("instrument", "issued", "effective", "operative", "title")

Row = dict[str, Any]


def as_documented(country: Country, folder: Path) -> None:
    """Every column of the form, in its order."""
    _write(folder / "units.csv", UNITS, _units(country))
    _write(folder / "changes.csv", CHANGES, _changes(country))
    _write(folder / "instruments.csv", INSTRUMENTS, _instruments(country))
    (folder / "elbonia.yaml").write_text(
        yaml.safe_dump(FILE, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )


def as_a_spreadsheet_saves_it(country: Country, folder: Path) -> None:
    """Semicolons, a byte-order mark, capitals, columns in another order, versions without names."""
    units = [{**row, "remark": "x"} for row in _units(country)]
    changes = [
        {**row, "predecessor": row["before"], "successor": row["after"], "part": "",
         "carries": row["carries"].replace("both", "Land;People")}
        for row in _changes(country)
    ]  # fmt: skip
    style = {"delimiter": ";", "lineterminator": "\r\n", "quoting": csv.QUOTE_ALL}
    named = ("remark", *reversed([name for name in UNITS if name not in ("unit_id", "source")]))
    _write(folder / "units.csv", named, units, encoding="utf-8-sig", shout=True, **style)
    few = ("effective", "operation", "predecessor", "successor", "part", "carries")
    _write(folder / "changes.csv", few, changes, encoding="utf-8-sig", shout=True, **style)
    (folder / "elbonia.yaml").write_text(json.dumps(FILE), encoding="utf-8")
    for file in ("units.csv", "changes.csv"):
        with (folder / file).open("a", encoding="utf-8") as out:
            out.write("\r\n\r\n")


def without_a_past(country: Country, folder: Path) -> None:
    """Only what must be there; nothing is known of changes."""
    must = ("entity_id", "code", "level", "kind", "name", "parent_id", "valid_from", "valid_to")
    _write(folder / "units.csv", must, _units(country))
    _write(folder / "changes.csv", CHANGES, [])
    (folder / "elbonia.yaml").write_text(json.dumps(FILE), encoding="utf-8")


def _units(country: Country) -> list[Row]:
    return [
        {
            "unit_id": name,
            "entity_id": unit.key,
            "code": unit.code,
            "level": unit.level,
            "kind": unit.kind,
            "name": unit.name,
            "full_name": f"{unit.name} {unit.kind}",
            "parent_id": unit.parent,
            "valid_from": unit.start,
            "valid_to": unit.end,
            "source": "registre",
        }
        for unit, name in zip(country.versions, _version_names(country), strict=True)
    ]


def _version_names(country: Country) -> list[str]:
    """A name for each version: the key, and a number from the second on."""
    lives = country.lives.items()
    return [key if n == 0 else f"{key}_v{n}" for key, life in lives for n in range(len(life))]


def _changes(country: Country) -> list[Row]:
    last, first = {}, {}
    for unit, name in zip(country.versions, _version_names(country), strict=True):
        last[unit.key, unit.end] = name
        first[unit.key, unit.start] = name
    return [
        {
            "change_id": edge.event,
            "instrument": f"Loi {edge.day.year}-7" if edge.operation == "merge" else "",
            "effective": edge.day,
            "operation": edge.operation,
            "before": edge.before,
            "after": edge.after,
            "predecessor": last[edge.before, edge.day],
            "successor": first[edge.after, edge.day],
            "part": edge.part,
            "carries": edge.carries,
            "evidence": "registre",
        }
        for edges in country.edges.values()
        for edge in edges
    ]


def _instruments(country: Country) -> list[Row]:
    return [
        {"instrument": f"Loi {day.year}-7", "effective": day, "title": f"Réforme de {day.year}"}
        for day in DAYS
    ]


def _write(
    path: Path,
    columns: tuple[str, ...],
    rows: list[Row],
    encoding: str = "utf-8",
    shout: bool = False,
    **style: Any,
) -> None:
    with path.open("w", encoding=encoding, newline="") as out:
        writer = csv.DictWriter(out, columns, extrasaction="ignore", **style)
        out.write(
            style.get("delimiter", ",").join(name.upper() if shout else name for name in columns)
            + "\n"
        )
        writer.writerows(rows)

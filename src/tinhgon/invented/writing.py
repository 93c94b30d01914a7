"""An invention written in a few statements, however large: units, posts, people, the ledger."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import connection

from tinhgon.domain.invention import INVENTED
from tinhgon.domain.invention.inventing import Invention
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.units import Location
from tinhgon.registry.generic_form.folder import Folder
from tinhgon.registry.generic_form.rows import UnitRow
from tinhgon.registry.models import MADE_UP
from tinhgon.temporal.bulk import note_sizes, run, staged

TABLES = ("officer", "particulars", "post", "placement", "assignment", "movement")


def folder_of(made: Invention, on: date) -> Folder:
    """The divisions as rows that a folder of the generic form would have."""
    return Folder(
        units=[
            UnitRow(
                line=0,
                version=f"{one.key}@{on}",
                key=one.key,
                code=None,
                level=one.level,
                kind=one.kind,
                name=one.name,
                parent=one.parent,
                period=Period(on, None),
                location=Location(),
                source=MADE_UP,
            )
            for one in made.divisions
        ]
    )


def write_staff(made: Invention, on: date, at: datetime, by: str) -> dict[str, int]:
    """Officers, posts, assignments and movements; how many of each."""
    counts = {
        "officers": _officers(made),
        "posts": _posts(made, on),
        "assignments": _assignments(made, on),
        "movements": _movements(made, at, by),
    }
    note_sizes(*(f"staff_{table}" for table in TABLES))
    return counts


def texts(made: Invention, on: date) -> Iterator[str]:
    """A text for each row, by which the record knows it; nothing personal is in it."""
    yield from (f"officer|{one.key}" for one in made.people)
    yield from (f"post|{one.key}|{one.unit}|{on}" for one in made.seats)
    for served in made.services:
        yield f"assignment|{served.officer}|{served.post}|{served.basis}|{on}"
    for entry in made.entries:
        yield f"{entry.act}|{entry.posts}|{entry.kind}|{entry.day}|{entry.source}|{entry.target}"


def _officers(made: Invention) -> int:
    columns = dict.fromkeys(("key", "name", "retires_as"), "text") | {"born": "date"}
    rows = ((one.key, one.name, one.group, one.born.isoformat()) for one in made.people)
    with staged("invented_officer", columns, rows, index="key"):
        run("INSERT INTO staff_officer (key, invented) SELECT key, true FROM invented_officer")
        return run(
            "INSERT INTO staff_particulars (officer_id, name, born, retires_as) "
            "SELECT officer.id, i.name, i.born, i.retires_as "
            "FROM invented_officer i JOIN staff_officer officer ON officer.key = i.key"
        )


def _posts(made: Invention, on: date) -> int:
    columns = {
        **dict.fromkeys(("key", "unit", "kind", "rank"), "text"),
        "titles": "jsonb",
        "until": "date",
    }
    rows = (
        (one.key, one.unit, one.kind, one.rank, _json(one.titles), _iso(made.ended.get(one.key)))
        for one in made.seats
    )
    with staged("invented_post", columns, rows, index="key"):
        run("INSERT INTO staff_post (key) SELECT key FROM invented_post")
        return run(
            "INSERT INTO staff_placement "
            "(post_id, unit_id, titles, staff_kind, rank, valid_from, valid_to, reason) "
            "SELECT post.id, unit.id, i.titles, i.kind, i.rank, %(on)s, i.until, %(why)s "
            "FROM invented_post i JOIN staff_post post ON post.key = i.key "
            "JOIN registry_unit unit ON unit.key = i.unit",
            on=on.isoformat(),
            why=INVENTED,
        )


def _assignments(made: Invention, on: date) -> int:
    columns = dict.fromkeys(("officer", "post", "basis"), "text") | {"until": "date"}
    rows = ((one.officer, one.post, one.basis, _iso(one.until)) for one in made.services)
    with staged("invented_service", columns, rows):
        return run(
            "INSERT INTO staff_assignment "
            "(officer_id, post_id, basis, valid_from, valid_to, reason) "
            "SELECT officer.id, post.id, i.basis, %(on)s, i.until, %(why)s "
            "FROM invented_service i JOIN staff_officer officer ON officer.key = i.officer "
            "JOIN staff_post post ON post.key = i.post",
            on=on.isoformat(),
            why=INVENTED,
        )


def _movements(made: Invention, at: datetime, by: str) -> int:
    sides = ("source", "source_purse", "target", "target_purse")
    columns = {
        **dict.fromkeys(("place", "posts", "year"), "integer"),
        **dict.fromkeys(("act", "kind", *sides), "text"),
        "day": "date",
    }
    rows = (
        (place, one.posts, one.day.year, one.act, one.kind, *_sides(one), one.day.isoformat())
        for place, one in enumerate(made.entries)
    )
    with staged("invented_entry", columns, rows, index="place"):
        return run(
            "INSERT INTO staff_movement (act, posts, staff_kind, day, year, source_unit_id, "
            "source_purse, target_unit_id, target_purse, reason, recorded_at, recorded_by) "
            "SELECT i.act, i.posts, i.kind, i.day, i.year, source.id, i.source_purse, target.id, "
            "i.target_purse, %(why)s, %(at)s, %(by)s FROM invented_entry i "
            "LEFT JOIN registry_unit source ON source.key = i.source "
            "LEFT JOIN registry_unit target ON target.key = i.target ORDER BY i.place",
            why=INVENTED,
            at=str(connection.ops.adapt_datetimefield_value(at)),
            by=by,
        )


def _sides(entry: Any) -> tuple[str | None, ...]:
    return (*(entry.source or (None, None)), *(entry.target or (None, None)))


def _json(value: Any) -> str:
    return json.dumps(dict(value), ensure_ascii=False)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

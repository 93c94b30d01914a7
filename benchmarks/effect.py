"""The national reform with bodies, posts and 200,000 grants, from a drafted package to its effect.

Ours reads the plans, composes and checks them, writes the future structure, moves the dependants
and records it all. The floor makes the same row changes in the same tables, with the same indexes,
keys and constraints, by the shortest SQL from tables that already hold the rows to write; it checks
and records nothing. Both start from a copy of one database and end with a commit.

The bodies of districts and communes come along by the law's standards; posts with people in them
hang on the bodies, and the ledger holds as many for each.

    python -m benchmarks.effect [--json] [--runs=3] [--dependants=200000] [--bodies=30000]
                                [--posts=100000]
"""

import statistics
import time
from dataclasses import dataclass
from typing import Any

from benchmarks import engines, world

TABLES = {
    "registry_unit": ("id > {last_unit}", None, None),
    "registry_version": ("recorded_from = '{at}'", "recorded_to", "'{at}'"),
    "registry_code": ("recorded_from = '{at}'", "recorded_to", "'{at}'"),
    "registry_tie": ("recorded_from = '{at}'", "recorded_to", "'{at}'"),
    "registry_succession": ("recorded_from = '{at}'", None, None),
    "accounts_grant": ("moved_from_id IS NOT NULL", "valid_to", "'{day}'"),
    "staff_placement": ("moved_from_id IS NOT NULL", "valid_to", "'{day}'"),
    "staff_movement": ("act = 'succession'", None, None),
    "staff_handover": ("1 = 1", None, None),
    "work_custody": ("because = 'reorganised'", None, None),
}
"""For each table: which rows the reform writes, and which column it closes with which value."""


@dataclass
class Changes:
    """The row changes of one table: whole rows written, ids of rows closed."""

    table: str
    columns: list[str]
    written: list[tuple[Any, ...]]
    closed: list[tuple[int]]
    column: str | None
    value: str | None


def main() -> None:
    engines.on_each(
        "benchmarks.effect",
        __doc__,
        _measure,
        runs=3,
        dependants=200_000,
        bodies=30_000,
        posts=100_000,
    )


def _measure(runs: int, dependants: int, bodies: int, posts: int) -> dict[str, Any]:
    """Ours and the floor in turn; medians in seconds."""
    world.set_up()
    world.load_vietnam()
    standing = world.stand_bodies(bodies) if bodies else 0
    world.draft_reform()
    world.hang_dependants(dependants)
    if standing:
        world.hang_posts(posts)
    held, last_unit = (
        one("SELECT count(*) FROM accounts_grant"),
        one("SELECT max(id) FROM registry_unit"),
    )
    ours: list[float] = []
    floor: list[float] = []
    changes: list[Changes] = []
    for _ in range(runs):
        with engines.copy():
            ours.append(carry_out())
            changes = [changes_of(table, last_unit) for table in TABLES]
        with engines.copy():
            floor.append(write_again(changes))
    return {
        "ratio": round(statistics.median(ours) / statistics.median(floor), 2),
        "ours_seconds": round(statistics.median(ours), 2),
        "floor_seconds": round(statistics.median(floor), 2),
        "dependants": held,
        "bodies": standing,
        "posts": one("SELECT count(*) FROM staff_placement WHERE moved_from_id IS NULL"),
        "rows_changed": sum(len(change.written) + len(change.closed) for change in changes),
    }


def carry_out() -> float:
    """The reform from a drafted package to its effect, in seconds."""
    from tinhgon.reorganisation import actions
    from tinhgon.reorganisation.models import Package
    from tinhgon.ui.actors import Operator

    began = time.perf_counter()
    actions.enact(Package.objects.get(code="reform"), by=Operator("benchmark"), on=world.DAY)
    return time.perf_counter() - began


def changes_of(table: str, last_unit: int) -> Changes:
    """What ours did to a table, read back."""
    from django.db import connection

    at = one("SELECT max(recorded_from) FROM registry_succession")
    known = {"at": at, "day": world.DAY.isoformat(), "last_unit": last_unit}
    wrote, column, value = (part and part.format(**known) for part in TABLES[table])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE {wrote}")
        columns, written = [found[0] for found in cursor.description], cursor.fetchall()
        closed = []
        if column:
            cursor.execute(f"SELECT id FROM {table} WHERE {column} = {value}")
            closed = cursor.fetchall()
    return Changes(table, columns, written, closed, column, value)


def write_again(changes: list[Changes]) -> float:
    """The same changes from tables that hold them already, in one transaction."""
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        for change in changes:
            _stage(cursor, change)
        began = time.perf_counter()
        with transaction.atomic():
            for change in changes:
                if change.column:
                    cursor.execute(
                        f"UPDATE {change.table} SET {change.column} = {change.value} "
                        f"FROM closed_{change.table} c WHERE c.id = {change.table}.id"
                    )
                names = ", ".join(f'"{column}"' for column in change.columns)
                cursor.execute(
                    f"INSERT INTO {change.table} ({names}) "
                    f"SELECT {names} FROM written_{change.table}"
                )
        return time.perf_counter() - began


def _stage(cursor: Any, change: Changes) -> None:
    from tinhgon.temporal.bulk import fill

    written, closed = f"written_{change.table}", f"closed_{change.table}"
    cursor.execute(f"CREATE TEMPORARY TABLE {written} AS SELECT * FROM {change.table} WHERE 1 = 0")
    cursor.execute(f"CREATE TEMPORARY TABLE {closed} (id bigint PRIMARY KEY)")
    fill(cursor, written, change.columns, change.written)
    fill(cursor, closed, ["id"], change.closed)


def one(query: str) -> Any:
    from tinhgon.temporal.bulk import fetch

    return fetch(query)[0][0]


if __name__ == "__main__":
    main()

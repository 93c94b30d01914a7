"""How fast the register answers: the whole apparatus on a day, a look-up, a unit page.

    python -m benchmarks.asof [--json]

`structure_ms` reads 14,000 units in force on a day from disk into a structure; `known_at_ms` the
same as known at an earlier instant, after corrections; `floor_ms` only fetches the rows it needs;
`unit_page_ms` is a unit page as the server makes it, once the directory is in memory.
Medians of several runs in a process of its own, the database freshly opened for each.
"""

import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from benchmarks import engines, world

UNITS = 14_000


def main() -> None:
    engines.on_each("benchmarks.asof", __doc__, _measure)


def _measure() -> dict[str, Any]:
    from django.utils import timezone

    world.set_up()
    world.load_vietnam(until=None)
    world.fill_up(UNITS)
    earlier = timezone.now()
    world.correct_names(3_000)
    from tinhgon.registry.directory import directory
    from tinhgon.registry.queries import structure
    from tinhgon.registry.where.whereabouts import where

    day, before = date(2026, 6, 1), date(2025, 6, 30)
    units = len(structure(day))
    register = directory()
    queries = world.addresses(1_000)
    where(register, queries[0], before, day)
    return {
        "units": units,
        "structure_ms": _median(lambda: structure(day)),
        "known_at_ms": _median(lambda: structure(day, earlier)),
        "floor_ms": _median(_floor),
        "directory_ms": _median(_directory, runs=3),
        "lookup_ms": round(_each(lambda query: where(register, query, before, day), queries), 3),
        **_unit_page("/units/C00004@2025b/"),
    }


def _median(work: Callable[[], Any], runs: int = 9) -> float:
    """The median of several runs in milliseconds, each with the database opened anew."""
    from django.db import connection

    taken = []
    for _ in range(runs):
        connection.close()
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return round(statistics.median(taken) * 1000, 1)


def _each(work: Callable[[str], Any], given: list[str]) -> float:
    began = time.perf_counter()
    for one in given:
        work(one)
    return (time.perf_counter() - began) / len(given) * 1000


def _floor() -> None:
    """Only the rows: no unit is made of them."""
    from tinhgon.temporal.bulk import fetch

    fetch("SELECT id, key FROM registry_unit")
    for table, columns in (
        ("version", "level, kind, name"),
        ("code", "code"),
        ("tie", "parent_id"),
    ):
        fetch(
            f"SELECT unit_id, {columns} FROM registry_{table} WHERE recorded_to IS NULL "
            "AND (valid_from IS NULL OR valid_from <= '2026-06-01') "
            "AND (valid_to IS NULL OR valid_to > '2026-06-01')"
        )


def _directory() -> None:
    from tinhgon.registry import directory as module

    module._kept.clear()
    assert module.directory().index


def _unit_page(address: str) -> dict[str, Any]:
    """A unit page as the server makes it, warm: milliseconds, and how many queries it takes."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    settings.ALLOWED_HOSTS = ["testserver"]
    client, taken = Client(), []
    for _ in range(30):
        began = time.perf_counter()
        response = client.get(address)
        taken.append(time.perf_counter() - began)
        assert response.status_code == 200, response.status_code
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    milliseconds = round(statistics.median(taken) * 1000, 1)
    return {"unit_page_ms": milliseconds, "unit_page_queries": len(asked)}


if __name__ == "__main__":
    main()

"""How long the rules take over 30,000 bodies, and whether they say the same run after run.

    python -m benchmarks.norms [--json] [--bodies=30000]

`read_s` makes the world of a day from the database, `judge_s` lets all rules judge it; `first_s`
and `again_s` are whole runs, the first of which writes every finding; `floor_s` only fetches the
rows that a world is made of and writes as many rows as were found into a table alike. `ratio` is
the first run over the floor. `command_s` is `tinhgon norms run --json` from start to end.
`identical` is 1 where two runs had one digest and the command said the same twice.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import engines, world

COMMAND = Path(sys.executable).with_name("tinhgon")
DAY = date(2026, 6, 1)
MADE = "B%"
"""The keys of the divisions that are made here."""
TABLES = (
    ("registry_version", "unit_id, level, kind, name"),
    ("registry_tie", "unit_id, hierarchy, parent_id"),
    ("registry_code", "unit_id, code"),
    ("registry_mandate", "unit_id, function, area_id, role"),
)


def main() -> None:
    engines.on_each("benchmarks.norms", __doc__, _measure, bodies=30_000)


def _measure(bodies: int) -> dict[str, Any]:
    world.set_up()
    world.load_vietnam(until=None)
    _fill_with_bodies(bodies)
    from tinhgon.domain.norms.judging import judge
    from tinhgon.norms import actions
    from tinhgon.norms.models import Finding
    from tinhgon.norms.reading import world_on
    from tinhgon.ui.actors import Operator

    by = Operator("benchmark")
    floor_s = _timed(_fetch)
    read_s, judged = _timed_with(lambda: world_on(DAY))
    judge_s = _timed(lambda: judge(judged))
    first_s, first = _timed_with(lambda: actions.run_norms(by=by, on=DAY))
    again_s, again = _timed_with(lambda: actions.run_norms(by=by, on=DAY))
    floor_s = round(floor_s + _timed(_write), 2)
    command_s, said = _timed_with(_command)
    return {
        "bodies": len(judged.sorting.bodies),
        "findings": Finding.objects.count(),
        "read_s": read_s,
        "judge_s": judge_s,
        "first_s": first_s,
        "again_s": again_s,
        "command_s": command_s,
        "floor_s": floor_s,
        "ratio": round(first_s / max(floor_s, 0.01), 1),
        "identical": int(first.digest == again.digest and said == _command()),
    }


def _fill_with_bodies(bodies: int) -> None:
    """The standard bodies of all areas; then divisions with posts under departments, in turn."""
    from tinhgon.registry.standard.actions import add_standard_bodies
    from tinhgon.temporal.bulk import note_sizes, run
    from tinhgon.ui.actors import Operator

    add_standard_bodies(by=Operator("benchmark"))
    missing = bodies - _bodies()
    run(
        "INSERT INTO registry_unit (id, key) "
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %(count)s) "
        "SELECT (SELECT max(id) FROM registry_unit) + i, 'B' || i FROM n",
        count=missing,
    )
    run(
        "INSERT INTO registry_version (unit_id, level, kind, name, source, reason, valid_from, "
        "recorded_from) SELECT id, 'division', 'phòng', 'Phòng ' || substr(key, 2), '', '', "
        "'2025-07-01', '2025-07-01' FROM registry_unit WHERE key LIKE %(made)s",
        made=MADE,
    )
    run(
        "INSERT INTO registry_tie (unit_id, hierarchy, parent_id, reason, valid_from, "
        "recorded_from) SELECT u.id, 'administrative', d.unit_id, '', '2025-07-01', '2025-07-01' "
        "FROM registry_unit u JOIN (SELECT unit_id, row_number() OVER (ORDER BY unit_id) AS place, "
        "count(*) OVER () AS many FROM registry_version WHERE kind = 'sở' AND recorded_to IS NULL "
        "AND valid_to IS NULL) d ON d.place = 1 + cast(substr(u.key, 2) AS integer) %% d.many "
        "WHERE u.key LIKE %(made)s",
        made=MADE,
    )
    run(
        "INSERT INTO staff_movement (act, posts, staff_kind, day, target_unit_id, target_purse, "
        "reason, recorded_at, recorded_by) SELECT 'allocate', "
        "3 + cast(substr(key, 2) AS integer) %% 12, 'civil-servant', '2025-07-01', id, 'open', "
        "'benchmark', '2025-07-01', 'benchmark' FROM registry_unit WHERE key LIKE %(made)s",
        made=MADE,
    )
    note_sizes("registry_unit", "registry_version", "registry_tie", "staff_movement")


def _bodies() -> int:
    from tinhgon.registry.queries import jurisdiction, structure

    is_area = jurisdiction().is_area
    return sum(1 for unit in structure(DAY) if not is_area(unit.level))


def _fetch() -> None:
    """Only the rows of a day: no unit is made of them."""
    from tinhgon.temporal.bulk import fetch

    fetch("SELECT id, key FROM registry_unit")
    for table, columns in TABLES:
        fetch(
            f"SELECT {columns} FROM {table} WHERE (valid_from IS NULL OR valid_from <= %(day)s) "
            "AND (valid_to IS NULL OR valid_to > %(day)s)",
            day=DAY.isoformat(),
        )
    fetch(
        "SELECT target_unit_id, staff_kind, sum(posts) FROM staff_movement "
        "WHERE day <= %(day)s GROUP BY 1, 2",
        day=DAY.isoformat(),
    )
    fetch("SELECT successor_id, max(day) FROM registry_succession GROUP BY 1")


def _write() -> None:
    """The findings written anew by one statement, with the same indexes, keys and constraints."""
    from django.db import transaction

    from tinhgon.temporal.bulk import run

    columns = (
        'rule, severity, unit_id, answers_id, bloc, found, "limit", until, mark, facts, '
        "first_seen, last_seen, closed"
    )
    with transaction.atomic():
        run(
            f"INSERT INTO norms_finding (identifier, {columns}) "
            f"SELECT 'x' || substr(identifier, 2), {columns} FROM norms_finding"
        )
        transaction.set_rollback(True)


def _command() -> bytes:
    """The document that the command prints."""
    words = ("norms", "run", "--on", DAY.isoformat(), "--json")
    return subprocess.run([COMMAND, *words], capture_output=True, check=True).stdout


def _timed(step: Callable[[], Any]) -> float:
    return _timed_with(step)[0]


def _timed_with(step: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    done = step()
    return round(time.perf_counter() - began, 2), done


if __name__ == "__main__":
    main()

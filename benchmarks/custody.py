"""A million open works and the national reform; the list of a unit with 20,000; a late notice.

Ours takes the reform from a drafted package to its effect, the works among what moves, with its
checks and its record. The floor makes the same changes of rows in the same tables, with the same
indexes, keys and constraints, from tables that already hold the rows to write; it checks and
records nothing. Both start from a copy of one database and end with a commit.

`inbox` is one page of the works of the unit that has most, with how many there are, late and at
risk; `due` reckons the day on which each of its works is due anew after a late notice, which itself
writes nothing but the calendar.

    python -m benchmarks.custody [--json] [--runs=3] [--works=1000000] [--desk=20000]
                                 [--due=100000]
"""

import statistics
import time
from typing import Any

from benchmarks import engines, world
from benchmarks.effect import TABLES, carry_out, changes_of, one, write_again


def main() -> None:
    engines.on_each(
        "benchmarks.custody",
        __doc__,
        _measure,
        runs=3,
        works=1_000_000,
        desk=20_000,
        due=100_000,
    )


def _measure(runs: int, works: int, desk: int, due: int) -> dict[str, Any]:
    """Ours and the floor in turn; medians in seconds, of lists in milliseconds."""
    world.set_up()
    world.load_vietnam()
    world.draft_reform()
    hang_works(works)
    last_unit = one("SELECT max(id) FROM registry_unit")
    ours, floor, handed_on = [], [], 0
    for _ in range(runs):
        with engines.copy():
            ours.append(carry_out())
            changes = [changes_of(table, last_unit) for table in TABLES]
            given = _given()
            handed_on = len(next(c for c in changes if c.table == "work_custody").written)
        with engines.copy():
            floor.append(write_again(changes) + _give_again(given))
    return {
        "works": works,
        "handed_on": handed_on,
        "moved_s": round(statistics.median(ours), 2),
        "floor_s": round(statistics.median(floor), 2),
        "ratio": round(statistics.median(ours) / statistics.median(floor), 2),
        **_listing(desk, due),
    }


def hang_works(count: int) -> None:
    """Open works of all communes in turn, given by the units above them, a third with a day."""
    from tinhgon.temporal.bulk import fetch, note_sizes, run, staged

    _cache_much()
    communes = fetch(
        """
        SELECT row_number() OVER (ORDER BY tie.unit_id) - 1, tie.unit_id, tie.parent_id
        FROM registry_version version JOIN registry_tie tie ON tie.unit_id = version.unit_id
        WHERE version.level = 'commune' AND version.recorded_to IS NULL
          AND version.valid_to IS NULL AND tie.recorded_to IS NULL AND tie.valid_to IS NULL"""
    )
    columns = {"place": "bigint", "unit_id": "bigint", "parent_id": "bigint"}
    with staged("commune", columns, communes, index="place"):
        run(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %(count)s)
            INSERT INTO work_work (key, kind, title, product, origin, template, clarities,
              giver_id, invented)
            SELECT 'W' || i, 'task', 'Rà soát số ' || i, 'Báo cáo', 'Họp giao ban', 'six', '{}',
                   commune.parent_id, true
            FROM n JOIN commune ON commune.place = n.i %% %(many)s""",
            count=count,
            many=len(communes),
        )
        run(
            """
            INSERT INTO work_custody (work_id, start, unit_id, because, reason, by)
            SELECT work.id, '2025-06-02 02:00:00', commune.unit_id, 'issued', '', 'benchmark'
            FROM (SELECT id, row_number() OVER (ORDER BY id) AS i FROM work_work) work
            JOIN commune ON commune.place = work.i %% %(many)s""",
            many=len(communes),
        )
    _say_what_happened()
    note_sizes(*(f"work_{table}" for table in ("work", "custody", "term", "event", "extension")))


def _cache_much() -> None:
    """Let SQLite hold the rows that are made up here: they are not what is measured."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size = -2000000")


def _say_what_happened() -> None:
    """Each was issued, and is due on a day or after so many working days.

    Of a hundred five had more time granted, two are suspended, ten are reported as done.
    """
    from tinhgon.temporal.bulk import run

    new = "NOT EXISTS (SELECT 1 FROM work_term there WHERE there.work_id = work.id)"
    for what, at, some in (
        ("issued", "2025-06-02", "1 = 1"),
        ("suspended", "2025-06-05", "id % 50 = 1"),
        ("reported", "2025-06-06", "id % 10 = 2"),
    ):
        run(
            'INSERT INTO work_event (work_id, what, at, "on", unit_id, by, words) '
            f"SELECT id, '{what}', '{at} 02:00:00', '{at}', giver_id, 'benchmark', '' "
            f"FROM work_work work WHERE {some} AND {new}"
        )
    run(
        "INSERT INTO work_extension (work_id, until, reason, asked_on, asked_by, due_then, "
        "granted, decided_on, decided_by, answer) "
        "SELECT work.id, later.day, 'Chờ số liệu', '2025-06-03', 'benchmark', named.day, true, "
        "'2025-06-04', 'benchmark', '' FROM work_work work "
        "JOIN work_workday given ON given.day = '2025-06-02' "
        "JOIN work_workday named ON named.number = given.number + 7 + work.id % 56 "
        "JOIN work_workday later ON later.number = named.number + 5 "
        f"WHERE work.id % 20 = 3 AND {new}"
    )
    run(
        f"""
        INSERT INTO work_term (work_id, day, since, number, measure, length, promised)
        SELECT work.id, CASE WHEN work.id % 3 = 0 THEN named.day END,
               CASE WHEN work.id % 3 > 0 THEN given.day END,
               CASE WHEN work.id % 3 > 0 THEN 5 + work.id % 40 END,
               CASE WHEN work.id % 3 > 0 THEN 'working-days' ELSE '' END,
               CASE WHEN work.id % 3 > 0 THEN 5 + work.id % 40 END, named.day
        FROM work_work work
        JOIN work_workday given ON given.day = '2025-06-02'
        JOIN work_workday named ON named.number = given.number + 7 + work.id % 56
        WHERE {new}"""
    )


def _given() -> list[tuple[int, int]]:
    """For whom each work is done after the reform."""
    from tinhgon.temporal.bulk import fetch

    return fetch("SELECT id, giver_id FROM work_work")


def _give_again(rows: list[tuple[int, int]]) -> float:
    from tinhgon.temporal.bulk import run, staged

    with staged("given", {"id": "bigint", "giver": "bigint"}, rows, index="id"):
        began = time.perf_counter()
        run(
            "UPDATE work_work AS held SET giver_id = given.giver FROM given "
            "WHERE given.id = held.id AND given.giver <> held.giver_id"
        )
        return time.perf_counter() - began


def _listing(desk: int, due: int) -> dict[str, Any]:
    """A page of a long list, and due days after a late notice, in a copy."""
    from datetime import date

    from tinhgon.registry.models import Unit
    from tinhgon.ui.actors import Operator
    from tinhgon.work.calendar import actions
    from tinhgon.work.listing.inbox import Desk, Question, due_days, inbox

    on = date(2025, 6, 20)
    with engines.copy():
        office, archive = (
            Unit.objects.get(key=_pile(many, name)) for many, name in ((desk, "Q1"), (due, "Q2"))
        )
        page = Question(desk=Desk.HELD, on=on, unit=office)
        pages = [_milliseconds(lambda: inbox(page)) for _ in range(7)]
        announced = _milliseconds(
            lambda: actions.announce(
                [date(2025, 6, 20)],
                by=Operator("benchmark"),
                works=False,
                on=date(2025, 6, 19),
                number="1/TB",
                reason="Nghỉ bù",
            )
        )
        days = Question(desk=Desk.HELD, on=on, unit=archive)
        reckoned = [_milliseconds(lambda: due_days(days)) for _ in range(3)]
        assert len(due_days(days)) == due
        assert inbox(page).every == desk
    return {
        "inbox_ms": round(statistics.median(pages), 1),
        "notice_ms": round(announced, 1),
        "due_ms": round(statistics.median(reckoned), 1),
    }


def _pile(count: int, key: str) -> str:
    """A unit that has so many open works of its own; its key."""
    from tinhgon.temporal.bulk import note_sizes, run

    run(
        "INSERT INTO registry_unit (id, key) SELECT max(id) + 1, %(key)s FROM registry_unit",
        key=key,
    )
    mine = "(SELECT id FROM registry_unit WHERE key = %(key)s)"
    run(
        f"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %(count)s)
        INSERT INTO work_work (key, kind, title, product, origin, template, clarities, giver_id,
          invented)
        SELECT %(key)s || '-' || i, 'task', 'Việc ' || i, '', 'Họp', 'six', '{{}}', {mine}, true
        FROM n""",
        key=key,
        count=count,
    )
    run(
        f"INSERT INTO work_custody (work_id, start, unit_id, because, reason, by) "
        f"SELECT id, '2025-06-02 02:00:00', giver_id, 'issued', '', 'benchmark' FROM work_work "
        f"WHERE giver_id = {mine}",
        key=key,
    )
    _say_what_happened()
    note_sizes(*(f"work_{table}" for table in ("work", "custody", "term", "event", "extension")))
    return key


def _milliseconds(done: Any) -> float:
    began = time.perf_counter()
    done()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()

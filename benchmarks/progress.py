"""Progress of 100,000 works that one unit gave in two years: a day with its trend, and a list.

A work is accepted, reported and confirmed in weeks; a tenth is open, a tenth was handed over,
one of twenty has more time or stood still. Figures in milliseconds, medians of five.

    python -m benchmarks.progress [--json] [--works=100000]
"""

import statistics
import time
from datetime import date
from typing import Any

from benchmarks import engines, world

LAST = date(2026, 6, 30)


def main() -> None:
    engines.on_each("benchmarks.progress", __doc__, _measure, works=100_000)


def _measure(works: int) -> dict[str, Any]:
    world.set_up()
    world.load_vietnam()
    given_by_one(works)
    from tinhgon.directives.progress.figures import count
    from tinhgon.directives.progress.lying import handed, lying
    from tinhgon.directives.progress.stretches import Step, trend
    from tinhgon.registry.models import Unit
    from tinhgon.work.listing.inbox import Desk, Question, inbox
    from tinhgon.work.listing.stood import Given, Stood, Stretch, Which

    unit = Unit.objects.get(key="Q1")
    given, year = Given(unit=unit), Stretch(first=date(2026, 1, 1), last=LAST)
    stretches = [year, *trend(LAST, Step.MONTH)]
    wish = Stood(since=year.first, which=Which.OPEN_LATE)
    page = Question(desk=Desk.GIVEN, unit=unit, on=LAST, stood=wish)
    found = count(given, stretches)
    assert inbox(page).matching == found.now.count("open-late")
    return {
        "works": works,
        "of_the_year": found.now.all,
        "open_late": found.now.count("open-late"),
        "day_ms": _milliseconds(lambda: count(given, [year])),
        "day_and_trend_ms": _milliseconds(lambda: count(given, stretches)),
        "all_days_ms": _milliseconds(
            lambda: count(given, [Stretch(first=date(2024, 1, 1), last=LAST)])
        ),
        "lying_ms": _milliseconds(lambda: lying(given, year, 50)),
        "handed_ms": _milliseconds(lambda: handed(given, year)),
        "list_ms": _milliseconds(lambda: inbox(page)),
    }


def given_by_one(count: int) -> None:
    """Works of 200 communes in turn, given by a unit Q1, with all that happened to them."""
    from tinhgon.temporal.bulk import note_sizes, run

    run("INSERT INTO registry_unit (id, key) SELECT max(id) + 1, 'Q1' FROM registry_unit")
    run(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %(count)s)
        INSERT INTO work_work (key, kind, title, product, origin, template, clarities, giver_id,
          invented)
        SELECT 'Q1-' || i, 'task', 'Việc ' || i, '', 'Họp', 'six', '{}',
               (SELECT id FROM registry_unit WHERE key = 'Q1'), true
        FROM n""",
        count=count,
    )
    for statement in _statements():
        run(statement)
    note_sizes("work_work", "work_custody", "work_term", "work_event", "work_extension")


def _statements() -> list[str]:
    """What happened, each so many days after the work was given."""
    given = """
        SELECT work.id, commune.unit_id AS unit, issue.number AS day, work.giver_id
        FROM work_work work
        JOIN work_workday first ON first.day = '2024-07-01'
        JOIN work_workday issue ON issue.number = first.number + (work.id * 7919) % 725
        JOIN (SELECT id AS unit_id, row_number() OVER (ORDER BY id) AS place
              FROM registry_unit) commune ON commune.place = 1 + work.id % 200"""
    noon = "cast({day}.day AS text) || ' {hour}:00:00+00:00'"

    def event(what: str, after: str, which: str, hour: str, answers: str = "NULL") -> str:
        at = _instant(noon.format(day="happened", hour=hour))
        return f"""
            INSERT INTO work_event (work_id, what, at, "on", unit_id, by, words, answers_id)
            SELECT given.id, '{what}', {at}, happened.day, given.unit, 'benchmark', '', {answers}
            FROM ({given}) given
            JOIN work_workday happened ON happened.number = given.day + {after}
            WHERE happened.day <= '2026-06-30' AND {which}"""

    def answered(what: str) -> str:
        return (
            f"(SELECT id FROM work_event asked WHERE asked.work_id = given.id "
            f"AND asked.what = '{what}')"
        )

    def custody(start: str, unit: str, came: str, because: str, which: str) -> str:
        return f"""
            INSERT INTO work_custody (work_id, start, unit_id, came_from_id, because, reason, by)
            SELECT given.id, {start}, {unit}, {came}, '{because}', '', 'benchmark'
            FROM ({given}) given JOIN work_workday happened ON happened.number = given.day
            WHERE {which}"""

    done = "given.id % 10 > 0 AND given.id % 20 <> 3"
    morning = _instant(noon.format(day="happened", hour="02"))
    noonday = _instant(noon.format(day="happened", hour="05"))
    return [
        event("issued", "0", "1 = 1", "02"),
        custody(morning, "given.unit", "NULL", "issued", "1 = 1"),
        custody(noonday, "given.unit + 1", "given.unit", "handed-over", "given.id % 10 = 5"),
        f"""
        INSERT INTO work_term (work_id, day, since, number, measure, length, promised)
        SELECT given.id, CASE WHEN given.id % 3 = 0 THEN named.day END,
               CASE WHEN given.id % 3 > 0 THEN issue.day END,
               CASE WHEN given.id % 3 > 0 THEN 5 + given.id % 40 END,
               CASE WHEN given.id % 3 > 0 THEN 'working-days' ELSE '' END,
               CASE WHEN given.id % 3 > 0 THEN 5 + given.id % 40 END, named.day
        FROM ({given}) given JOIN work_workday issue ON issue.number = given.day
        JOIN work_workday named ON named.number = given.day + 7 + given.id % 56""",
        event("accepted", "1", "1 = 1", "03"),
        f"""
        INSERT INTO work_extension (work_id, until, reason, asked_on, asked_by, due_then, granted,
          decided_on, decided_by, answer)
        SELECT given.id, longer.day, '', early.day, 'benchmark', due.day, 1 = 1, early.day,
               'benchmark', ''
        FROM ({given}) given JOIN work_workday early ON early.number = given.day + 3
        JOIN work_workday due ON due.number = given.day + 7 + given.id % 56
        JOIN work_workday longer ON longer.number = given.day + 90
        WHERE given.id % 20 = 1 AND early.day <= '2026-06-30'""",
        event("suspended", "4", "given.id % 20 = 3", "04"),
        event("resumed", "20", "given.id % 20 = 3", "04", answered("suspended")),
        event("reported", "10 + given.id % 60", done, "06"),
        event("confirmed", "12 + given.id % 60", done, "07", answered("reported")),
    ]


def _instant(text: str) -> str:
    from django.db import connection

    if connection.vendor == "postgresql":
        return f"cast({text} AS timestamptz)"
    return f"replace({text}, '+00:00', '')"


def _milliseconds(done: Any) -> float:
    found = []
    for _ in range(5):
        began = time.perf_counter()
        done()
        found.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(found), 1)


if __name__ == "__main__":
    main()

"""Where the days went (việc nằm ở đâu bao lâu): how long works lay with units, and hand-overs."""

from dataclasses import dataclass
from datetime import datetime

from tinhgon.registry.queries import as_instant
from tinhgon.temporal.bulk import days_between, fetch
from tinhgon.work.listing.stood import Given, Stretch, stood


@dataclass(frozen=True, kw_only=True)
class Lay:
    """How long works lay with a unit up to the end of the stretch, and how many left it.

    `longest` is of the work with the key `work`; a work that came back counts once, with all its
    days there.
    """

    unit: int
    works: int
    average: float
    longest: float
    work: str
    left: int


@dataclass(frozen=True, kw_only=True)
class Handed:
    """Hand-overs of a stretch, days from issue to acceptance, and works without an owner.

    `ownerless` counts works that at the instant of their issue nobody had. No work can be without
    one later: a custody has no end but the start of the next.
    """

    works: int
    times: int
    accepted: int
    average: float | None
    longest: float | None
    ownerless: int


def lying(given: Given, stretch: Stretch, most: int, at: datetime) -> list[Lay]:
    """With whom works lay, the longest on average first; one query.

    Days that have not passed `at` an instant are not counted: of that day only what is over.
    """
    tables, values = stood(given, [stretch])
    days = days_between("start", "until")
    rows = fetch(
        f"""
        {tables},
        row AS (
          SELECT held.work_id, held.unit_id, held.start,
                 lead(held.unit_id) OVER later AS next_unit,
                 coalesce(lead(held.start) OVER later,
                          (SELECT closing.at FROM work_event closing
                           WHERE closing.work_id = held.work_id AND closing.at < %(ends)s
                             AND closing.what IN ('confirmed', 'withdrawn')),
                          %(until)s) AS until
          FROM stood_0 JOIN work_custody held ON held.work_id = stood_0.work_id
            AND held.start < %(ends)s
          WINDOW later AS (PARTITION BY held.work_id ORDER BY held.start)
        ),
        lay AS (
          SELECT unit_id, work_id, sum({days}) AS days,
                 max(CASE WHEN next_unit <> unit_id THEN 1 ELSE 0 END) AS leaves
          FROM row GROUP BY unit_id, work_id
        ),
        ranked AS (
          SELECT lay.*, row_number() OVER (
            PARTITION BY unit_id ORDER BY days DESC, work_id) AS place FROM lay
        )
        SELECT unit_id, count(*), avg(days) AS average, max(days), sum(leaves),
               max(CASE WHEN place = 1 THEN (
                 SELECT key FROM work_work WHERE id = ranked.work_id) END)
        FROM ranked GROUP BY unit_id ORDER BY average DESC, unit_id LIMIT %(most)s
        """,
        **values,
        until=min(values["ends"], as_instant(at)),
        most=most,
    )
    return [
        Lay(unit=unit, works=works, average=average, longest=longest, left=int(left), work=key)
        for unit, works, average, longest, left, key in rows
    ]


def handed(given: Given, stretch: Stretch) -> Handed:
    """How often works changed hands in a stretch, and what became of them at first; one query."""
    tables, values = stood(given, [stretch])
    days = days_between("issued_at", "accepted_at")
    ((works, times, accepted, average, longest, ownerless),) = fetch(
        f"""
        {tables},
        one AS (
          SELECT stood_0.work_id, issue.at AS issued_at, (
                   SELECT min(accepted.at) FROM work_event accepted
                   WHERE accepted.work_id = stood_0.work_id AND accepted.what = 'accepted'
                     AND accepted.at < %(ends)s) AS accepted_at,
                 (SELECT count(*) FROM work_custody came
                  WHERE came.work_id = stood_0.work_id AND came.unit_id <> came.came_from_id
                    AND came.start >= %(begins)s AND came.start < %(ends)s) AS moves,
                 CASE WHEN EXISTS (SELECT 1 FROM work_custody had
                   WHERE had.work_id = stood_0.work_id AND had.start <= issue.at)
                   THEN 0 ELSE 1 END AS ownerless
          FROM stood_0 JOIN work_event issue ON issue.work_id = stood_0.work_id
            AND issue.what = 'issued'
        )
        SELECT sum(CASE WHEN moves > 0 THEN 1 ELSE 0 END), sum(moves), count(accepted_at),
               avg({days}), max({days}), sum(ownerless)
        FROM one
        """,
        **values,
    )
    return Handed(
        works=int(works or 0),
        times=int(times or 0),
        accepted=accepted,
        average=average,
        longest=longest,
        ownerless=int(ownerless or 0),
    )


def most_moved(given: Given, stretch: Stretch, most: int) -> list[tuple[str, str, int]]:
    """The works that changed hands most in a stretch: key, title, how often; one query."""
    tables, values = stood(given, [stretch])
    return fetch(
        f"""
        {tables}
        SELECT work.key, work.title, count(*) AS moves
        FROM stood_0 JOIN work_work work ON work.id = stood_0.work_id
        JOIN work_custody came ON came.work_id = work.id AND came.unit_id <> came.came_from_id
          AND came.start >= %(begins)s AND came.start < %(ends)s
        GROUP BY work.id, work.key, work.title ORDER BY moves DESC, work.id LIMIT %(most)s
        """,
        **values,
        most=most,
    )

"""What is carried over into the next year, by month, and how often more time was asked for."""

from dataclasses import dataclass

from tinhgon.temporal.bulk import as_text, fetch
from tinhgon.work.listing.stood import Given, Stretch, Which, stood
from tinhgon.work.listing.then import CONDITIONS, NONE, OPEN

EXTENSIONS = (Which.ASKED, Which.GRANTED, Which.REFUSED)


@dataclass(frozen=True)
class Carried:
    """Open works by the month in which they are due (`none`: on no day), the earliest first.

    `extensions` counts works by what became of more time; `invented` says that some are made up.
    """

    months: list[tuple[str, int]]
    extensions: dict[Which, int]
    invented: bool


def carried(given: Given, stretch: Stretch) -> Carried:
    """What stands at the end of a stretch; one query."""
    tables, values = stood(given, [stretch])
    sums = ", ".join(f"sum(CASE WHEN {CONDITIONS[one]} THEN 1 ELSE 0 END)" for one in EXTENSIONS)
    month = f"coalesce(substr({as_text('stood_0.due')}, 1, 7), '{NONE}')"
    rows = fetch(
        f"""
        {tables}
        SELECT CASE WHEN {OPEN} THEN {month} END AS month, count(*),
               sum(CASE WHEN work.invented THEN 1 ELSE 0 END), {sums}
        FROM stood_0 JOIN work_work work ON work.id = stood_0.work_id
        GROUP BY 1 ORDER BY 1
        """,
        **values,
    )
    totals = [sum(int(row[3 + place]) for row in rows) for place in range(len(EXTENSIONS))]
    return Carried(
        [(row[0], row[1]) for row in rows if row[0]],
        dict(zip(EXTENSIONS, totals, strict=True)),
        any(row[2] for row in rows),
    )

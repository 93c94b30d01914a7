"""The list of works as they stood: the sums that are counted, so that each number has its list."""

from datetime import date
from typing import Any

from tinhgon.temporal.bulk import as_text
from tinhgon.work.listing.stood import HELD_THEN, Given, Stood, Stretch, Which, stood

NONE = "none"
"""In the place of a month: due on no day."""

OPEN = "quadrant IN ('open-in-time', 'open-late', 'suspended')"


def tables(given: Given, asked: Stood, on: date) -> tuple[str, dict[str, Any]]:
    """The tables `matching` and `totals` of a list, and the values of their query."""
    stretch = Stretch(first=asked.since, last=on)
    made, values = stood(given, [stretch])
    values |= {"lead": asked.lead, "through": asked.through, "month": asked.month}
    sql = f"""{made},
        flagged AS (
          SELECT stood_0.work_id, held.start, held.unit_id, held.officer_id, stood_0.promised,
                 stood_0.due, stood_0.judged, stood_0.at_risk, stood_0.quadrant,
                 CASE WHEN quadrant IN ('open-late', 'done-late') THEN 1 ELSE 0 END AS late
          FROM stood_0 {HELD_THEN}
          WHERE {" AND ".join(_conditions(asked))}
        ),
        matching AS (SELECT * FROM flagged),
        totals AS (
          SELECT count(*) AS every, sum(late) AS late, sum(at_risk) AS at_risk,
                 count(*) AS matching
          FROM flagged
        )"""
    return sql, values


def _conditions(asked: Stood) -> list[str]:
    found = [CONDITIONS.get(asked.which, f"quadrant = '{asked.which.value}'")]
    if asked.lead is not None:
        found.append("held.unit_id = %(lead)s")
    if asked.through is not None:
        found.append(
            "EXISTS (SELECT 1 FROM work_custody had WHERE had.work_id = stood_0.work_id"
            " AND had.unit_id = %(through)s AND had.start < %(ends)s)"
        )
    if asked.month == NONE:
        found.append("due IS NULL")
    elif asked.month:
        found.append(f"substr({as_text('due')}, 1, 7) = %(month)s")
    return found


def extended(condition: str) -> str:
    """The condition that of an extension of the work something happened on days of the stretch."""
    return (
        "EXISTS (SELECT 1 FROM work_extension longer WHERE longer.work_id = stood_0.work_id"
        f" AND longer.resumption_id IS NULL AND {condition})"
    )


MOVED = """EXISTS (
    SELECT 1 FROM work_custody came
    WHERE came.work_id = stood_0.work_id AND came.unit_id <> came.came_from_id
      AND came.start >= %(begins)s AND came.start < %(ends)s)"""

CONDITIONS = {
    Which.ALL: "1 = 1",
    Which.NEW: "is_new = 1",
    Which.CARRIED: "is_new = 0",
    Which.OPEN: OPEN,
    Which.AT_RISK: "at_risk = 1",
    Which.MOVED: MOVED,
    Which.ASKED: extended("longer.asked_on BETWEEN %(first_0)s AND %(last_0)s"),
    Which.GRANTED: extended(
        "longer.granted AND longer.decided_on BETWEEN %(first_0)s AND %(last_0)s"
    ),
    Which.REFUSED: extended(
        "NOT longer.granted AND longer.decided_on BETWEEN %(first_0)s AND %(last_0)s"
    ),
}
"""What is so of works of `stood_0`, where it is not their quadrant."""

"""Works that a unit gave as they stood at the end of days: counted and listed by the same sums.

Nothing is kept for it: a past day is reckoned from acts up to that day, by the calendar as it is
known now. A work belongs to a stretch of days if on one of them it was still to be done.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from tinhgon.domain.work.clarities import JudgedBy, Working
from tinhgon.domain.work.life import What
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import as_instant
from tinhgon.staff.subtree import below
from tinhgon.temporal.bulk import as_day
from tinhgon.work.calendar.keeping import now
from tinhgon.work.custody.handing_on import beginning
from tinhgon.work.listing.sums import DUE_THEN
from tinhgon.work.models.happening import CLOSING, REPORTED, SUSPENDED
from tinhgon.work.standing import at_risk_until
from tinhgon.work.working import working

ONE_DAY = timedelta(days=1)

FIRST_DAY = date.min + ONE_DAY
"""Where the first day of all begins here, no instant can be told in universal time."""


class Quadrant(StrEnum):
    """How a work stood, in one of them: done or not × in time or late, suspended, withdrawn."""

    DONE_IN_TIME = "done-in-time"
    DONE_LATE = "done-late"
    OPEN_IN_TIME = "open-in-time"
    OPEN_LATE = "open-late"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"


class Which(StrEnum):
    """Which works of a stretch: all, those of a quadrant, or those of which something is so.

    `new` were given in it, `carried` before it; `moved` were handed over in it; more time was
    asked for, granted or refused in it.
    """

    ALL = "all"
    NEW = "new"
    CARRIED = "carried"
    DONE_IN_TIME = "done-in-time"
    DONE_LATE = "done-late"
    OPEN = "open"
    OPEN_IN_TIME = "open-in-time"
    OPEN_LATE = "open-late"
    AT_RISK = "at-risk"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"
    ASKED = "extension-asked"
    GRANTED = "extension-granted"
    REFUSED = "extension-refused"


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Days from the first to the last, both among them; works stand as at the end of the last."""

    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Given:
    """The works that a unit gave: under an instrument, as parts of a work, of a kind.

    Or else those of `works`, by id, whoever gave them.
    """

    unit: Unit | None = None
    works: Collection[int] | None = None
    deep: bool = False
    instrument: int | None = None
    parent: int | None = None
    kind: str = ""


@dataclass(frozen=True, kw_only=True)
class Stood:
    """Which works of a stretch are to be listed.

    `lead` is the unit that had them at its end, `through` one that had them at any time until
    then; `month` (2027-01) is that in which they are due, `none` where on no day.
    """

    since: date
    which: Which = Which.ALL
    lead: int | None = None
    through: int | None = None
    month: str = ""


def stood(given: Given, stretches: Sequence[Stretch]) -> tuple[str, dict[str, Any]]:
    """The tables up to `stood_0`, `stood_1` … (work, quadrant …) by stretch, and their values.

    `%(begins)s` and `%(ends)s` are the instants at which the first stretch begins and is over.
    """
    said, latest = working(), max(one.last for one in stretches)
    values = {
        "unit": given.unit.pk if given.unit else None,
        "under": given.unit.key if given.unit else None,
        "on": stretches[0].last.isoformat(),
        "instrument": given.instrument,
        "parent": given.parent,
        "kind": given.kind,
        "latest": latest.isoformat(),
        "earliest": min(one.first for one in stretches).isoformat(),
        "begins": as_instant(beginning(max(stretches[0].first, FIRST_DAY))),
        "ends": as_instant(beginning(stretches[0].last + ONE_DAY)),
        **_points(stretches, said),
    }
    sets = [below(), *([_PARTS] if given.parent is not None else [])]
    tables = [
        *sets,
        f"scope AS MATERIALIZED ({_scope(given)})",
        f"changed AS MATERIALIZED ({_CHANGED})",
        f"turned AS MATERIALIZED ({_TURNED})",
        f"here AS MATERIALIZED ({_HERE})",
        DUE_THEN,
        *(_stood(number, said) for number in range(len(stretches))),
    ]
    return f"WITH RECURSIVE {', '.join(tables)}", values


def _points(stretches: Sequence[Stretch], said: Working) -> dict[str, str]:
    found: dict[str, str] = {}
    days = now()[1]
    for number, one in enumerate(stretches):
        risky = at_risk_until(one.last, said, days) or one.last
        found |= {f"first_{number}": one.first.isoformat(), f"last_{number}": one.last.isoformat()}
        found[f"risky_{number}"] = risky.isoformat()
    return found


_PARTS = """
    part(id) AS (
      SELECT id FROM work_work WHERE parent_id = %(parent)s
      UNION SELECT work.id FROM work_work work JOIN part ON work.parent_id = part.id
    )"""

_CLOSING = ", ".join(f"'{what}'" for what in CLOSING)


def _scope(given: Given) -> str:
    """The works that were issued by the latest day and not closed before the earliest."""
    asked = [_among(given), 'issued."on" <= %(latest)s']
    asked.append('(closing."on" IS NULL OR closing."on" >= %(earliest)s)')
    if given.instrument is not None:
        asked.append("work.instrument_id = %(instrument)s")
    if given.parent is not None:
        asked.append("work.id IN (SELECT id FROM part)")
    if given.kind:
        asked.append("work.kind = %(kind)s")
    return f"""
        SELECT work.id AS work_id, issued."on" AS issued, closing."on" AS closed,
               closing.what AS how, closing.answers_id AS report_id
        FROM work_work work
        JOIN work_event issued ON issued.work_id = work.id AND issued.what = 'issued'
        LEFT JOIN work_event closing ON closing.work_id = work.id AND closing.what IN ({_CLOSING})
        WHERE {" AND ".join(asked)}"""


def _among(given: Given) -> str:
    if given.works is not None:
        return f"work.id IN ({', '.join(str(int(one)) for one in given.works) or 'NULL'})"
    return f"work.giver_id {'IN (SELECT id FROM below)' if given.deep else '= %(unit)s'}"


_CHANGED = f"""
    SELECT scope.work_id, longer.decided_on AS day
    FROM scope JOIN work_extension longer ON longer.work_id = scope.work_id AND longer.granted
    UNION
    SELECT scope.work_id, began."on"
    FROM scope JOIN work_event began ON began.work_id = scope.work_id
      AND began.what = '{SUSPENDED}'
    UNION
    SELECT scope.work_id, ended."on"
    FROM scope JOIN work_event began ON began.work_id = scope.work_id
      AND began.what = '{SUSPENDED}'
    JOIN work_event ended ON ended.answers_id = began.id"""
"""The days on which something moved the day on which a work is due, each once."""

_TURNED = """
    SELECT scope.*, changed.day AS as_of
    FROM changed JOIN scope ON scope.work_id = changed.work_id"""

_HERE = """
    SELECT begun.*,
           lead(as_of) OVER (PARTITION BY work_id ORDER BY as_of, moved) AS as_of_next
    FROM (
      SELECT scope.*, issued AS as_of, 0 AS moved FROM scope
      UNION ALL SELECT turned.*, 1 FROM turned
    ) begun"""
"""Each work from its issue, and from each day on that moved something, until the next such day."""


def _stood(number: int, said: Working) -> str:
    """The works of a stretch, each with how it was judged at its end."""
    first, last, risky = (as_day(f"{name}_{number}") for name in ("first", "last", "risky"))
    by_report = said.judged_by is JudgedBy.REPORT
    judged = '(SELECT "on" FROM work_event WHERE id = due.report_id)' if by_report else "due.closed"
    return f"""
        standing_{number} AS MATERIALIZED (
          SELECT due.work_id, due.issued, due.closed, due.how, due.promised, due.due,
                 due.still_since, CASE WHEN due.closed <= {last} THEN 1 ELSE 0 END AS is_closed,
                 CASE WHEN due.closed <= {last}
                      THEN CASE WHEN due.how = '{What.CONFIRMED}' THEN {judged} END
                      WHEN due.due <= {risky} THEN {_REPORT_THEN.replace("LAST", last)}
                 END AS judged
          FROM due
          WHERE due.as_of <= {last} AND (due.as_of_next IS NULL OR due.as_of_next > {last})
            AND (due.closed IS NULL OR due.closed >= {first})
        ),
        stood_{number} AS MATERIALIZED (
          SELECT work_id, issued, closed, promised, due, judged,
                 CASE WHEN issued >= {first} THEN 1 ELSE 0 END AS is_new,
                 CASE WHEN is_closed = 0 AND still_since IS NULL AND judged IS NULL
                       AND due BETWEEN {last} AND {risky} THEN 1 ELSE 0 END AS at_risk,
                 CASE WHEN is_closed = 1 AND how = '{What.WITHDRAWN}' THEN '{Quadrant.WITHDRAWN}'
                      WHEN is_closed = 1 AND judged > due THEN '{Quadrant.DONE_LATE}'
                      WHEN is_closed = 1 THEN '{Quadrant.DONE_IN_TIME}'
                      WHEN still_since IS NOT NULL THEN '{Quadrant.SUSPENDED}'
                      WHEN due < {last} AND (judged IS NULL OR judged > due)
                      THEN '{Quadrant.OPEN_LATE}' ELSE '{Quadrant.OPEN_IN_TIME}' END AS quadrant
          FROM standing_{number}
        )"""


_REPORT_THEN = f"""(
    SELECT max(report."on") FROM work_event report
    WHERE report.work_id = due.work_id AND report.what = '{REPORTED}'
      AND report."on" <= LAST AND NOT EXISTS (
        SELECT 1 FROM work_event answer
        WHERE answer.answers_id = report.id AND answer.what = '{What.SENT_BACK}'
          AND answer."on" <= LAST))"""

HELD_THEN = """
    JOIN work_custody held ON held.work_id = stood_0.work_id AND held.start < %(ends)s
      AND NOT EXISTS (
        SELECT 1 FROM work_custody later WHERE later.work_id = held.work_id
          AND later.start > held.start AND later.start < %(ends)s)"""
"""Who had a work at the end of the first stretch, as a part of a query over `stood_0`."""

"""On which day many works are due, and which are late: sums in the database, stored nowhere.

Each is a part of a query over a table `here` (work_id, start, unit_id, officer_id) of works. It
says what `domain.work` says of one work; a test holds the two together.
"""

from tinhgon.domain.work.life import Objecting, What
from tinhgon.work.models.happening import REPORTED, SUSPENDED


def _worked_before(day: str) -> str:
    """How many working days lie before a row of the calendar."""
    return f"{day}.position - CASE WHEN {day}.works THEN 1 ELSE 0 END"


def _not_before(first: str, number: str) -> str:
    """A number, or the first that counts: a term runs from the day after it was given."""
    return f"CASE WHEN {number} < {first} THEN {first} ELSE {number} END"


def _due(then: bool = False) -> str:
    """The sums; `then`: as they were at the end of the day `as_of` of each row of `here`.

    What can move a day is then looked for in `turned`, the rows of `here` before which something
    happened, so that the many others cost nothing.
    """
    key, its, asked = (
        ("work_id, as_of", ", here.as_of", "turned") if then else ("work_id", "", "here")
    )
    began = 'AND began."on" <= here.as_of' if then else ""
    ended = 'AND ended."on" <= here.as_of' if then else ""
    longer, then_paused = (
        (" AND extended.as_of = here.as_of", " AND pause.as_of = here.as_of") if then else ("", "")
    )
    return f"""
    stopped AS (
      SELECT here.work_id{its}, began."on" AS since, ended."on" AS until,
             {_not_before("given.position", _worked_before("starts"))} AS begins,
             {_not_before("given.position", _worked_before("stops"))} AS ends,
             {_not_before("given.number + 1", "starts.number")} AS first_day,
             {_not_before("given.number + 1", "stops.number")} AS last_day,
             CASE WHEN term.measure = 'working-days'
                  THEN given.position + term.length END AS full_at,
             given.number + term.length AS full_on, term.measure
      FROM {asked} here
      JOIN work_event began ON began.work_id = here.work_id AND began.what = '{SUSPENDED}'
        {began}
      LEFT JOIN work_event ended ON ended.answers_id = began.id {ended}
      JOIN work_workday starts ON starts.day = began."on"
      LEFT JOIN work_workday stops ON stops.day = ended."on"
      LEFT JOIN work_term term ON term.work_id = here.work_id
      LEFT JOIN work_workday given ON given.day = term.since
    ),
    before AS (
      SELECT stopped.*,
             coalesce(sum(ends - begins) OVER earlier, 0) AS working_before,
             coalesce(sum(last_day - first_day) OVER earlier, 0) AS days_before
      FROM stopped
      WINDOW earlier AS (PARTITION BY {key} ORDER BY since
                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ),
    pause AS (
      SELECT {key},
             max(CASE WHEN until IS NULL THEN since END) AS still_since,
             max(CASE WHEN until IS NULL AND (begins < full_at + working_before
                 OR measure <> 'working-days' AND first_day - 1 < full_on + days_before)
                 THEN 1 ELSE 0 END) AS still,
             sum(CASE WHEN begins < full_at + working_before THEN ends - begins ELSE 0 END)
               AS working,
             sum(CASE WHEN first_day - 1 < full_on + days_before THEN last_day - first_day ELSE 0
                 END) AS days
      FROM before GROUP BY {key}
    ),
    extended AS (
      {_EXTENDED_THEN if then else _EXTENDED}
    ),
    due AS {"" if then else "NOT "}MATERIALIZED (
      SELECT here.*, term.promised, pause.still_since,
             CASE
               WHEN coalesce(extended.until, term.day) IS NOT NULL
               THEN CASE WHEN pause.still_since <= coalesce(extended.until, term.day) THEN NULL
                    ELSE coalesce(extended.until, term.day) END
               WHEN pause.still = 1 THEN NULL
               ELSE coalesce(working.day, full_day.ends)
             END AS due
      FROM here
      LEFT JOIN work_term term ON term.work_id = here.work_id
      LEFT JOIN extended ON extended.work_id = here.work_id{longer}
      LEFT JOIN pause ON pause.work_id = here.work_id{then_paused}
      LEFT JOIN work_workday given ON given.day = term.since
      LEFT JOIN work_workday working ON working.works AND working.position =
        CASE WHEN term.measure = 'working-days'
             THEN given.position + term.length + coalesce(pause.working, 0) END
      LEFT JOIN work_workday full_day ON full_day.number =
        CASE WHEN term.measure <> 'working-days'
             THEN given.number + term.length + coalesce(pause.days, 0) END
    )"""


_EXTENDED = "SELECT work_id, max(until) AS until FROM work_extension WHERE granted GROUP BY work_id"
_EXTENDED_THEN = """SELECT here.work_id, here.as_of, max(longer.until) AS until
      FROM turned here JOIN work_extension longer ON longer.work_id = here.work_id
        AND longer.granted AND longer.decided_on <= here.as_of
      GROUP BY here.work_id, here.as_of"""

DUE = _due()
"""The table `due`: `here` with the day that was promised, and the one on which each is due now.

`still_since` is the day since which a work is suspended.
"""

DUE_THEN = _due(then=True)
"""The same as it was at the end of the day `here.as_of`, of which a work may have several."""

STANDING_REPORT = f"""(
    SELECT max(report."on") FROM work_event report
    WHERE report.work_id = due.work_id AND report.what = '{REPORTED}' AND NOT EXISTS (
      SELECT 1 FROM work_event answer
      WHERE answer.answers_id = report.id AND answer.what = '{What.SENT_BACK}'))"""

_FLAGGED = """
    flagged AS NOT MATERIALIZED (
      SELECT judged.*,
             CASE WHEN due < %(today)s AND (judged IS NULL OR judged > due) THEN 1 ELSE 0 END
               AS late,
             CASE WHEN due >= %(today)s AND due <= %(risky)s AND judged IS NULL THEN 1 ELSE 0 END
               AS at_risk
      FROM judged
    )"""
"""Late by what it was judged by, or by today where it was not judged yet."""

JUDGED_OPEN = f"""
    judged AS MATERIALIZED (
      SELECT due.*, CASE WHEN due.due <= %(risky)s THEN {STANDING_REPORT} END AS judged FROM due
    ),{_FLAGGED}"""
"""The table `flagged`: which open works are late on `%(today)s` or at risk until `%(risky)s`."""

_CONFIRMED = """(
        SELECT max({day}) FROM work_event closing
        LEFT JOIN work_event report ON report.id = closing.answers_id
        WHERE closing.work_id = due.work_id AND closing.what = 'confirmed')"""

JUDGED_CLOSED = f"""
    judged AS MATERIALIZED (SELECT due.*, {_CONFIRMED} AS judged FROM due),
    flagged AS (
      SELECT judged.*, CASE WHEN judged > due THEN 1 ELSE 0 END AS late, 0 AS at_risk FROM judged
    )"""
"""The same of works that are closed, by the day of the report or of its confirmation."""

JUDGED_EITHER = f"""
    judged AS MATERIALIZED (
      SELECT due.*, coalesce({_CONFIRMED}, {STANDING_REPORT}) AS judged FROM due
    ),{_FLAGGED}"""
"""The same of open works and of those that are done, side by side."""

EXCUSED = f"""EXISTS (
    SELECT 1 FROM work_objection excuse
    WHERE excuse.work_id = page.work_id AND excuse.upheld AND excuse.kind = '{Objecting.JUDGEMENT}'
      AND excuse.due_then = page.due AND page.late = 1)"""
"""Whether a row of `page` is late and it was upheld that this is not its fault."""

OBJECTED = """EXISTS (
    SELECT 1 FROM work_objection pending
    WHERE pending.work_id = page.work_id AND pending.upheld IS NULL)"""
"""Whether an objection to a row of `page` waits to be decided."""

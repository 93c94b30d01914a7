"""On which day many works are due, and which are late: sums in the database, stored nowhere.

Each is a part of a query over a table `here` (work_id, start, unit_id, officer_id) of works. It
says what `domain.work` says of one work; a test holds the two together.
"""

from tinhgon.domain.work.life import Objecting, What
from tinhgon.work.models.happening import REPORTED, SUSPENDED


def _worked_before(day: str) -> str:
    """How many working days lie before a row of the calendar."""
    return f"{day}.position - CASE WHEN {day}.works THEN 1 ELSE 0 END"


def _in_term(day: str) -> str:
    """How many days of a term lie before a row of the calendar, by its measure, and none before it.

    A term runs from the day after it was given.
    """
    number = f"""CASE WHEN term.measure = 'working-days' THEN {_worked_before(day)}
                      ELSE {day}.number - 1 END"""
    return f"CASE WHEN {number} < {_GIVEN} THEN {_GIVEN} ELSE {number} END"


_GIVEN = "CASE WHEN term.measure = 'working-days' THEN given.position ELSE given.number END"


def _due(then: bool = False) -> str:
    """The sums; `then`: as they were at the end of the day `as_of` of each row of `here`.

    Then what can move a day is looked up only where `moved` is 1 in `here`, so that the many others
    cost nothing.
    """
    until = f"""(SELECT max(longer.until) FROM work_extension longer
                 WHERE longer.work_id = here.work_id AND longer.granted
                 {"AND longer.decided_on <= here.as_of" if then else ""})"""
    began = f"""work_event began
        LEFT JOIN work_event ended ON ended.answers_id = began.id
          {'AND ended."on" <= here.as_of' if then else ""}"""
    suspended = f"""began.work_id = here.work_id AND began.what = '{SUSPENDED}'
          {'AND began."on" <= here.as_of' if then else ""}"""
    looked_up = f"""(SELECT max(CASE WHEN ended.id IS NULL THEN began."on" ELSE '{_NEVER}' END)
                 FROM {began} WHERE {suspended})"""
    shift = _shift(began, suspended)
    if then:
        until, looked_up = (
            f"CASE WHEN here.moved = 1 THEN {one} END" for one in (until, looked_up)
        )
    return f"""
    looked_up AS MATERIALIZED (
      SELECT here.*, {until} AS until, {looked_up} AS suspended FROM here
    ),
    due AS {"" if then else "NOT "}MATERIALIZED (
      SELECT here.*, term.promised, nullif(here.suspended, '{_NEVER}') AS still_since,
             CASE WHEN here.suspended > '{_NEVER}'
                   AND here.suspended <= coalesce(here.until, term.day) THEN NULL
                  ELSE coalesce(here.until, term.day, working.day, full_day.ends) END AS due
      FROM looked_up here
      LEFT JOIN work_term term ON term.work_id = here.work_id
      LEFT JOIN work_workday given ON given.day = term.since
      LEFT JOIN work_workday working ON working.works AND working.position =
        CASE WHEN term.measure = 'working-days' THEN given.position + term.length + {shift} END
      LEFT JOIN work_workday full_day ON full_day.number =
        CASE WHEN term.measure <> 'working-days' THEN given.number + term.length + {shift} END
    )"""


def _shift(began: str, suspended: str) -> str:
    """By how many days the pauses of a work make its term longer; NULL while it stands still."""
    return f"""CASE WHEN here.suspended IS NULL THEN 0 ELSE (
          SELECT CASE WHEN max(CASE WHEN ends IS NULL AND begins < full_at + taken
                                    THEN 1 ELSE 0 END) = 1 THEN NULL
                 ELSE coalesce(sum(CASE WHEN begins < full_at + taken
                                        THEN ends - begins END), 0) END
          FROM (
            SELECT stopped.*, coalesce(sum(ends - begins) OVER (
                     ORDER BY since ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS taken
            FROM (
              SELECT began."on" AS since, {_GIVEN} + term.length AS full_at,
                     {_in_term("starts")} AS begins, {_in_term("stops")} AS ends
              FROM {began}
              JOIN work_workday starts ON starts.day = began."on"
              LEFT JOIN work_workday stops ON stops.day = ended."on"
              WHERE {suspended}
            ) stopped
          ) before
        ) END"""


_NEVER = "0001-01-01"
"""The day since which a work is suspended that was suspended once and is so no more."""

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

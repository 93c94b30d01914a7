"""Open works of units that end go on under their heirs on the day (tiếp nhận do sắp xếp).

Whoever carries out a reorganisation stages who takes over what; here one statement does the rest,
however many works there are. Nothing is closed: the new row is the end of the one before.
"""

from datetime import date, datetime, time

from django.utils.timezone import get_default_timezone

from tinhgon.domain.work.life import What
from tinhgon.registry.queries import as_instant
from tinhgon.staff.ledger.handing_on import Ground
from tinhgon.temporal.bulk import run
from tinhgon.work.models.happening import CLOSING

_CLOSING = ", ".join(f"'{what}'" for what in CLOSING)
_WITHDRAWN = f"'{What.WITHDRAWN}'"


def in_hand(held: str) -> str:
    """The condition that a row of custody is the last of its work, and that is still open.

    The row after it came from the same unit, and what closed the work was done by it: so both are
    looked up among the few that left the unit, and not by work.
    """
    return f"({_is_last(held)} AND NOT {_is_closed(held)})"


def was_last(held: str) -> str:
    """The condition that a row of custody is the last of its work, and that is closed."""
    return f"({_is_last(held)} AND {_is_closed(held)})"


def may_be_decided(held: str) -> str:
    """The condition that a row of custody is the last of its work, and that is not withdrawn."""
    return f"({_is_last(held)} AND NOT {_is_closed(held, _WITHDRAWN)})"


def _is_last(held: str) -> str:
    return f"""NOT EXISTS (
        SELECT 1 FROM work_custody later
        WHERE later.came_from_id = "{held}".unit_id AND later.work_id = "{held}".work_id
          AND later.start > "{held}".start)"""


def _is_closed(held: str, by: str = _CLOSING) -> str:
    return f"""EXISTS (
        SELECT 1 FROM work_event closing
        WHERE closing.unit_id = "{held}".unit_id AND closing.work_id = "{held}".work_id
          AND closing.what IN ({by}))"""


def hand_on(day: date, ground: Ground, *, singly: bool = False) -> int:
    """Let the heirs have from the day on what the units of `inherit` have; how many works.

    `inherit` (old, new) is a table of units; `singly`, `named` (id, new) gives rows to others.
    Whoever was responsible stays so where they work for the heir.
    """
    named = "(SELECT named.new FROM named WHERE named.id = held.id)"
    heir = f"coalesce({named}, inherit.new)" if singly else "inherit.new"
    return _write(
        f"""
        SELECT held.work_id, held.start, held.officer_id, held.unit_id AS old, {heir} AS new
        FROM inherit JOIN work_custody held ON held.unit_id = inherit.old
        WHERE {in_hand("held")}""",
        "reorganised",
        day,
        ground,
    )


def hand_back(day: date, ground: Ground) -> int:
    """Give open works back that heirs took over and still have; how many works.

    `anew` (old, new) gives the unit that is formed anew by the one that ended, `went` (old, new)
    whom something of it went to. For whom a work is done goes back too.
    """
    run(
        """
        UPDATE work_work AS given SET giver_id = back.unit
        FROM (SELECT issued.work_id, went.new AS heir, anew.new AS unit
              FROM anew JOIN went ON went.old = anew.old
              JOIN work_event issued ON issued.unit_id = anew.old AND issued.what = 'issued') back
        WHERE back.work_id = given.id AND back.heir = given.giver_id"""
    )
    return _write(
        f"""
        SELECT held.work_id, held.start, held.officer_id, held.unit_id AS old, anew.new
        FROM anew JOIN went ON went.old = anew.old
        JOIN work_custody held ON held.unit_id = went.new
        WHERE {in_hand("held")} AND EXISTS (
          SELECT 1 FROM work_custody came
          WHERE came.came_from_id = anew.old AND came.work_id = held.work_id
            AND came.because = 'reorganised' AND came.start <= held.start)""",
        "restored",
        day,
        ground,
    )


def beginning(day: date) -> datetime:
    """The instant at which a day begins here."""
    return datetime.combine(day, time(), get_default_timezone())


def _write(rows: str, because: str, day: date, ground: Ground) -> int:
    """A row for each of a query (work_id, start, officer_id, old, new), from the day on.

    What changed hands between that and now goes on from now.
    """
    return run(
        f"""
        INSERT INTO work_custody
          (work_id, start, unit_id, officer_id, came_from_id, because, reason, by)
        SELECT work_id,
               CASE WHEN start < %(begins)s THEN %(begins)s ELSE %(at)s END,
               new,
               CASE WHEN officer_id IS NOT NULL AND {_WORKS_THERE} THEN officer_id END,
               old, '{because}', %(reason)s, %(by)s
        FROM ({rows}) moved""",
        begins=as_instant(beginning(day)),
        at=as_instant(ground.at),
        day=day.isoformat(),
        reason=ground.reason[:500],
        by=ground.by,
    )


_WORKS_THERE = """EXISTS (
    SELECT 1 FROM staff_assignment assigned
    JOIN staff_placement placed ON placed.post_id = assigned.post_id AND placed.unit_id = moved.new
    WHERE assigned.officer_id = moved.officer_id
      AND (assigned.valid_from IS NULL OR assigned.valid_from <= %(day)s)
      AND (assigned.valid_to IS NULL OR assigned.valid_to > %(day)s)
      AND (placed.valid_from IS NULL OR placed.valid_from <= %(day)s)
      AND (placed.valid_to IS NULL OR placed.valid_to > %(day)s))"""

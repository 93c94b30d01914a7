"""What units that end hold in the books goes on under their heirs (tiếp nhận do sắp xếp).

Whoever carries out a reorganisation stages who takes over what; here a few statements do the rest,
however many units end. Afterwards the books of a unit that ended are at zero on every day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tinhgon.registry.queries import as_instant
from tinhgon.temporal.bulk import fetch, run, staged


@dataclass(frozen=True)
class Ground:
    """On what ground posts go on: by whose act, recorded when, for which reason.

    `under` gives the id of the instrument for units that end or are formed anew, by key.
    """

    by: str
    at: datetime
    reason: str
    under: Mapping[str, int | None] = field(default_factory=dict)


def hand_on(day: date, ground: Ground) -> int:
    """Let the heirs have on the day what the units of `inherit` hold; how many posts those are.

    `inherit` (old, new) is a table of units. What an account gets or gives after the day goes on
    day by day: where it gives, the heir gives.
    """
    held = f"SELECT coalesce(sum(posts), 0) FROM ({most_held(_OLD)}) held"
    ((posts,),) = fetch(held, day=day.isoformat())
    _write(_HANDED_ON, day, ground)
    run(_HANDOVERS, day=day.isoformat())
    return int(posts)


def hand_back(day: date, ground: Ground) -> tuple[int, int]:
    """Give back on the day what came to heirs; how many posts go and how many stay.

    `anew` (old, new) gives the unit that is formed anew by the one that ended, `went` (old, new)
    whom something of it went to. Heirs give what they hold on every day from then on, and where
    that is less than came to them, each gets its share of it, rounded down.
    """
    given = {"day": day.isoformat()}
    ((came, back),) = fetch(f"WITH {_SHARES} SELECT {_SUM_CAME}, {_SUM_BACK} FROM share", **given)
    _write(_HANDED_BACK, day, ground)
    run(_RESTORED, **given)
    return int(back), int(came) - int(back)


def most_held(units: str) -> str:
    """The query (unit, posts) of the most that units of a query hold on `%(day)s` or later.

    Units that never hold anything from then on are left out.
    """
    return f"""
        WITH {_changes(units)},
        daily AS (SELECT unit, day, sum(posts) AS posts FROM change GROUP BY unit, day),
        held AS (
          SELECT unit, sum(posts) OVER (PARTITION BY unit ORDER BY day) AS posts FROM daily
        )
        SELECT unit, max(posts) AS posts FROM held GROUP BY unit HAVING max(posts) > 0"""


def _changes(units: str) -> str:
    """The table `change`: by account and day what it gets, all until `%(day)s` as on that day."""
    return f"""
        entry(unit, kind, purse, day, posts) AS (
          SELECT target_unit_id, staff_kind, target_purse, {_FROM_THEN_ON}, posts
          FROM staff_movement WHERE target_unit_id IN ({units})
          UNION ALL
          SELECT source_unit_id, staff_kind, source_purse, {_FROM_THEN_ON}, -posts
          FROM staff_movement WHERE source_unit_id IN ({units})
        ),
        change AS (
          SELECT unit, kind, purse, day, sum(posts) AS posts FROM entry
          GROUP BY unit, kind, purse, day HAVING sum(posts) <> 0
        )"""


_FROM_THEN_ON = "CASE WHEN day > %(day)s THEN day ELSE %(day)s END"
_OLD = "SELECT old FROM inherit WHERE new IS NOT NULL"

_HANDED_ON = f"""
    WITH {_changes(_OLD)}
    SELECT kind, purse, change.day, inherit.old AS unit, abs(change.posts) AS posts,
           CASE WHEN change.posts > 0 THEN inherit.old ELSE inherit.new END AS source,
           CASE WHEN change.posts > 0 THEN inherit.new ELSE inherit.old END AS target
    FROM change JOIN inherit ON inherit.old = change.unit"""

_HANDOVERS = """
    INSERT INTO staff_handover (unit_id, heir_id, day)
    SELECT old, new, %(day)s FROM inherit WHERE new IS NOT NULL"""

_RESTORED = """
    INSERT INTO staff_handover (unit_id, heir_id, came_from_id, day)
    SELECT staff_handover.heir_id, anew.new, anew.old, %(day)s
    FROM anew JOIN staff_handover ON unit_id = anew.old AND came_from_id IS NULL"""

_SHARES = f"""
    succession AS (
      SELECT went.old, went.new AS heir, staff_kind AS kind, source_purse AS purse, day, posts
      FROM went JOIN staff_movement ON source_unit_id = went.old AND target_unit_id = went.new
      WHERE act = 'succession' AND day <= %(day)s
      UNION ALL
      SELECT went.old, went.new, staff_kind, source_purse, day, -posts
      FROM went JOIN staff_movement ON source_unit_id = went.new AND target_unit_id = went.old
      WHERE act = 'succession' AND day <= %(day)s
    ),
    came AS (
      SELECT old, heir, kind, purse, max({_FROM_THEN_ON}) AS day, sum(posts) AS posts
      FROM succession
      GROUP BY old, heir, kind, purse HAVING sum(posts) > 0
    ),
    {_changes("SELECT new FROM went")},
    held AS (
      SELECT unit, kind, purse, sum(posts) OVER (
        PARTITION BY unit, kind, purse ORDER BY day) AS posts
      FROM change
      UNION ALL
      SELECT unit, kind, purse, 0 FROM change
      GROUP BY unit, kind, purse HAVING min(day) > %(day)s
    ),
    lasting AS (SELECT unit, kind, purse, min(posts) AS posts FROM held GROUP BY 1, 2, 3),
    claim AS (
      SELECT came.*, coalesce(lasting.posts, 0) AS held,
             sum(came.posts) OVER (PARTITION BY heir, came.kind, came.purse) AS claimed
      FROM came LEFT JOIN lasting ON lasting.unit = came.heir
        AND lasting.kind = came.kind AND lasting.purse = came.purse
    ),
    share AS (
      SELECT anew.new AS unit, heir, kind, purse, day, posts AS came,
             CASE WHEN held >= claimed THEN posts
             ELSE CAST(posts AS bigint) * CAST(held AS bigint) / CAST(claimed AS bigint)
             END AS posts
      FROM claim JOIN anew ON anew.old = claim.old
    )"""
_SUM_CAME, _SUM_BACK = "coalesce(sum(came), 0)", "coalesce(sum(posts), 0)"

_HANDED_BACK = f"""
    WITH {_SHARES}
    SELECT kind, purse, day, unit, posts, heir AS source, unit AS target
    FROM share WHERE posts > 0"""


def _write(rows: str, day: date, ground: Ground) -> None:
    """One movement for each row of a query (kind, purse, day, unit, posts, source, target)."""
    under = [(key, instrument) for key, instrument in ground.under.items() if instrument]
    with staged("ordering", {"key": "text", "instrument": "bigint"}, under, index="key"):
        run(
            f"""
            INSERT INTO staff_movement (act, posts, staff_kind, day, source_unit_id, source_purse,
              target_unit_id, target_purse, instrument_id, reason, recorded_at, recorded_by)
            SELECT 'succession', moved.posts, moved.kind, moved.day, moved.source, moved.purse,
              moved.target, moved.purse, ordering.instrument, %(reason)s, %(at)s, %(by)s
            FROM ({rows}) moved JOIN registry_unit unit ON unit.id = moved.unit
            LEFT JOIN ordering ON ordering.key = unit.key
            ORDER BY unit.key, moved.kind, moved.purse, moved.day
            """,
            day=day.isoformat(),
            reason=ground.reason,
            at=as_instant(ground.at),
            by=ground.by,
        )

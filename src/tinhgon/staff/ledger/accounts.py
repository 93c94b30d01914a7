"""That no account is ever below zero, on the day of a movement or on any after it.

A movement may be of a day long past: then what was done since must still be possible. One query
sums the accounts that it touches day by day.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tinhgon.registry.models import Unit
from tinhgon.temporal.bulk import as_text, fetch


@dataclass(frozen=True)
class Shortfall:
    """An account that would be below zero: by how much at worst, and on which day first so much."""

    unit: str
    purse: str
    staff_kind: str
    day: date
    missing: int


def hold(units: Collection[Unit]) -> None:
    """Let one writer at a time move posts of these units; SQLite has one writer anyway."""
    keys = sorted(unit.pk for unit in units)
    list(Unit.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk"))


def shortfall(units: Collection[Unit], staff_kind: str) -> Shortfall | None:
    """What these units lack most of a kind of staff on any day; None where they lack nothing."""
    ids = [*{unit.pk for unit in units}]
    places = ", ".join(f"%(unit{place})s" for place in range(len(ids)))
    rows = fetch(
        f"""
        WITH entry AS (
          SELECT target_unit_id AS unit, target_purse AS purse, day, posts AS change
          FROM staff_movement WHERE staff_kind = %(kind)s AND target_unit_id IN ({places})
          UNION ALL
          SELECT source_unit_id, source_purse, day, -posts
          FROM staff_movement WHERE staff_kind = %(kind)s AND source_unit_id IN ({places})
        ),
        daily AS (SELECT unit, purse, day, sum(change) AS change FROM entry GROUP BY 1, 2, 3),
        balance AS (
          SELECT unit, purse, day, sum(change) OVER (PARTITION BY unit, purse ORDER BY day) AS held
          FROM daily
        )
        SELECT unit.key, balance.purse, {as_text("balance.day")}, -balance.held
        FROM balance JOIN registry_unit unit ON unit.id = balance.unit
        WHERE balance.held < 0 ORDER BY balance.held, balance.day LIMIT 1
        """,
        kind=staff_kind,
        **{f"unit{place}": pk for place, pk in enumerate(ids)},
    )
    for key, purse, day, missing in rows:
        return Shortfall(key, purse, staff_kind, date.fromisoformat(day), int(missing))
    return None

"""What units hold on any day, as known at any instant: own posts, and those of all below.

One query for a whole part of the apparatus, however many units stand in it.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tinhgon.registry.queries import as_instant
from tinhgon.staff.subtree import below, in_force
from tinhgon.temporal.bulk import fetch

Held = Counter[tuple[str, str]]
"""Posts by kind of staff and purse."""


@dataclass
class Balance:
    """What a unit holds itself (`own`) and with everything below it (`whole`)."""

    parent: str | None = None
    own: Held = field(default_factory=Counter)
    whole: Held = field(default_factory=Counter)


def balances(on: date, under: str, known_at: datetime | None = None) -> dict[str, Balance]:
    """What a unit and every unit below it hold on a day, by key; the unit itself comes first."""
    found: dict[str, Balance] = {}
    rows = fetch(
        f"""
        WITH RECURSIVE {below(known_at)},
        entry(unit, kind, purse, posts) AS ({entries(known_at)}),
        held AS (SELECT unit, kind, purse, sum(posts) AS posts FROM entry GROUP BY 1, 2, 3)
        SELECT unit.key, above.key, held.kind, held.purse, held.posts
        FROM below JOIN registry_unit unit ON unit.id = below.id
        LEFT JOIN registry_unit above ON above.id = below.parent
        LEFT JOIN held ON held.unit = below.id
        ORDER BY below.parent IS NOT NULL, unit.key, held.kind, held.purse
        """,
        under=under,
        on=on.isoformat(),
        at=as_instant(known_at),
    )
    for key, parent, kind, purse, posts in rows:
        balance = found.setdefault(key, Balance(parent))
        if posts:
            balance.own[kind, purse] += int(posts)
    _sum_up(found)
    return found


def totals(on: date, known_at: datetime | None = None) -> Held:
    """What all units together hold on a day: so much was granted less what lapsed."""
    rows = fetch(
        f"WITH entry(unit, kind, purse, posts) AS ({entries(known_at)}) "
        "SELECT kind, purse, sum(posts) FROM entry GROUP BY 1, 2",
        on=on.isoformat(),
        at=as_instant(known_at),
    )
    return Counter({(kind, purse): int(posts) for kind, purse, posts in rows if posts})


def left_behind(on: date) -> dict[str, Held]:
    """What is still held by units that do not stand on a day, by key: it waits to be moved."""
    found: dict[str, Held] = {}
    rows = fetch(
        f"""
        WITH entry(unit, kind, purse, posts) AS ({entries()})
        SELECT unit.key, kind, purse, sum(posts) FROM entry
        JOIN registry_unit unit ON unit.id = entry.unit
        WHERE NOT EXISTS (
          SELECT 1 FROM registry_version version
          WHERE version.unit_id = entry.unit AND version.recorded_to IS NULL
            AND {in_force("version")}
        )
        GROUP BY 1, 2, 3 HAVING sum(posts) <> 0 ORDER BY 1, 2, 3
        """,
        on=on.isoformat(),
    )
    for key, kind, purse, posts in rows:
        found.setdefault(key, Counter())[kind, purse] += int(posts)
    return found


def by_kind(held: Mapping[tuple[str, str], int]) -> dict[str, Counter[str]]:
    """Posts by kind of staff, each by purse; in order of kinds."""
    found: dict[str, Counter[str]] = {}
    for (kind, purse), posts in sorted(held.items()):
        found.setdefault(kind, Counter())[purse] += posts
    return found


def entries(known_at: datetime | None = None) -> str:
    """The query of what every account got and gave until `%(on)s`, as known at `%(at)s` or now."""
    known = "AND recorded_at <= %(at)s" if known_at else ""
    return f"""
        SELECT target_unit_id, staff_kind, target_purse, posts FROM staff_movement
        WHERE target_unit_id IS NOT NULL AND day <= %(on)s {known}
        UNION ALL
        SELECT source_unit_id, staff_kind, source_purse, -posts FROM staff_movement
        WHERE source_unit_id IS NOT NULL AND day <= %(on)s {known}"""


def _sum_up(found: Mapping[str, Balance]) -> None:
    """Add what each unit holds to the whole of all above it."""
    for key, balance in found.items():
        above: str | None = key
        while above and balance.own:
            found[above].whole.update(balance.own)
            above = found[above].parent

"""The rows of the ledger that concern a unit."""

from collections import Counter
from datetime import date, datetime

from django.db.models import Q, QuerySet

from tinhgon.domain.invention import INVENTED
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import as_instant
from tinhgon.staff.ledger.balances import Held
from tinhgon.staff.models import Act, Movement
from tinhgon.temporal.bulk import fetch

RELATED = ("source_unit", "target_unit", "instrument", "reversal")


def movements_of(
    unit: Unit, *, until: date, known_at: datetime | None = None
) -> QuerySet[Movement]:
    """What came to a unit and went from it until a day, the latest first; one query."""
    sides = Q(source_unit=unit) | Q(target_unit=unit)
    found = Movement.objects.filter(sides, day__lte=until).select_related(*RELATED)
    if known_at:
        found = found.filter(recorded_at__lte=known_at)
    return found.order_by("-day", "-pk")


def are_invented() -> bool:
    """Whether the books here were made up for showing: then none of them is real; one query."""
    return Movement.objects.filter(source_unit=None, reason=INVENTED).exists()


def went_to(unit: Unit, *, until: date, known_at: datetime | None = None) -> dict[str, Held]:
    """What went from a unit to its heirs in reorganisations until a day, by key; one query."""
    known = "AND recorded_at <= %(at)s" if known_at else ""
    rows = fetch(
        f"""
        SELECT other.key, kind, purse, sum(posts) FROM (
          SELECT target_unit_id AS heir, staff_kind AS kind, source_purse AS purse, posts
          FROM staff_movement WHERE source_unit_id = %(unit)s
            AND act = %(act)s AND day <= %(until)s {known}
          UNION ALL
          SELECT source_unit_id, staff_kind, source_purse, -posts
          FROM staff_movement WHERE target_unit_id = %(unit)s
            AND act = %(act)s AND day <= %(until)s {known}
        ) went JOIN registry_unit other ON other.id = heir
        GROUP BY other.key, kind, purse HAVING sum(posts) > 0 ORDER BY other.key, kind, purse
        """,
        unit=unit.pk,
        act=Act.SUCCESSION.value,
        until=until.isoformat(),
        at=as_instant(known_at),
    )
    found: dict[str, Held] = {}
    for key, kind, purse, posts in rows:
        found.setdefault(key, Counter())[kind, purse] += int(posts)
    return found

"""Posts and people of every unit on a day, a query each: what targets are reckoned from."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from tinhgon.staff.ledger.balances import entries
from tinhgon.staff.models import Act, Movement
from tinhgon.staff.subtree import in_force
from tinhgon.temporal.bulk import fetch

Counted = dict[str, Counter[str]]
"""By unit and kind of staff."""


def posts_held(on: date) -> Counted:
    """The posts that every unit holds itself on a day, frozen ones too."""
    rows = fetch(
        f"""
        WITH entry(unit, kind, purse, posts) AS ({entries()})
        SELECT unit.key, kind, sum(posts) FROM entry
        JOIN registry_unit unit ON unit.id = entry.unit GROUP BY 1, 2
        """,
        on=on.isoformat(),
    )
    return _counted(rows)


class Passage(NamedTuple):
    """Posts of a kind that went on by a reorganisation on a day: to an heir, or back from it."""

    source: str
    to: str
    kind: str
    posts: int
    day: date


def passages(on: date) -> list[Passage]:
    """What went on by reorganisations until a day."""
    taken = Movement.objects.filter(act=Act.SUCCESSION, day__lte=on).values_list(
        "source_unit__key", "target_unit__key", "staff_kind", "posts", "day"
    )
    return [Passage(*facts) for facts in taken]


def people_present(on: date) -> Counted:
    """The people who are in a main post of every unit on a day."""
    rows = fetch(
        f"""
        SELECT unit.key, placement.staff_kind, count(*) FROM staff_assignment held
        JOIN staff_placement placement ON placement.post_id = held.post_id
          AND {in_force("placement")}
        JOIN registry_unit unit ON unit.id = placement.unit_id
        WHERE held.basis = 'main' AND {in_force("held")} GROUP BY 1, 2
        """,
        on=on.isoformat(),
    )
    return _counted(rows)


def of(counted: Counted, units: Collection[str], kinds: Collection[str]) -> int:
    """How many of these kinds there are in these units together."""
    return sum(
        number
        for unit, by_kind in counted.items()
        if unit in units
        for kind, number in by_kind.items()
        if kind in kinds
    )


def _counted(rows: list[tuple[str, str, int]]) -> Counted:
    found: Counted = {}
    for unit, kind, number in rows:
        found.setdefault(unit, Counter())[kind] += int(number)
    return found

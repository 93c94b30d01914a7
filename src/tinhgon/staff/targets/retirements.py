"""Who of those present on a day retires when, as numbers alone: names are not read for it.

The age stands in the jurisdiction file, with a mark that every forecast bears.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tinhgon.staff.staffing import staffing
from tinhgon.staff.subtree import in_force
from tinhgon.temporal.bulk import as_text, fetch

BIRTHS = f"""
    SELECT unit.key, placement.staff_kind, {as_text("particulars.born")}, particulars.retires_as
    FROM staff_assignment held
    JOIN staff_placement placement ON placement.post_id = held.post_id AND {in_force("placement")}
    JOIN registry_unit unit ON unit.id = placement.unit_id
    LEFT JOIN staff_particulars particulars ON particulars.officer_id = held.officer_id
    WHERE held.basis = 'main' AND {in_force("held")}
"""


@dataclass(frozen=True)
class Retirements:
    """The days on which people retire, earliest first; of how many it is unknown; its mark."""

    days: tuple[date, ...]
    unknown: int
    mark: str = "K"

    @property
    def by_year(self) -> dict[int, int]:
        """How many retire in each year."""
        return dict(sorted(Counter(day.year for day in self.days).items()))

    def nth(self, number: int) -> date | None:
        """The day on which so many have retired; None where so many are not known to."""
        return self.days[number - 1] if 0 < number <= len(self.days) else None


def births(on: date) -> list[tuple[str, str, date | None, str]]:
    """Unit, kind, day of birth and group of everybody in a main post on a day; one query."""
    rows = fetch(BIRTHS, on=on.isoformat())
    return [
        (unit, kind, date.fromisoformat(born) if born else None, group or "")
        for unit, kind, born, group in rows
    ]


def retirements(
    on: date,
    units: Collection[str],
    kinds: Collection[str],
    born: list[tuple[str, str, date | None, str]] | None = None,
) -> Retirements:
    """When those of these kinds who are present in these units on a day retire.

    Whoever is of age already counts as of that day.
    """
    rule = staffing().retirement
    days, unknown = [], 0
    for unit, kind, birth, group in births(on) if born is None else born:
        if unit not in units or kind not in kinds:
            continue
        day = rule.day(birth, group) if rule and birth else None
        if day is None:
            unknown += 1
        else:
            days.append(max(day, on))
    return Retirements(tuple(sorted(days)), unknown, rule.mark if rule else "K")

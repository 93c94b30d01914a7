"""How many posts units have set up and how many people are in them; one query for a whole part."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from tinhgon.staff.models.officers import HOLDING
from tinhgon.staff.subtree import below, in_force
from tinhgon.temporal.bulk import fetch


@dataclass
class Strength:
    """By kind of staff: posts that are set up, those that somebody holds, people in main posts."""

    posts: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)
    present: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Strength") -> None:
        """Count others as well."""
        self.posts.update(other.posts)
        self.filled.update(other.filled)
        self.present.update(other.present)


def strengths(on: date, under: str) -> dict[str, Strength]:
    """The strength of a unit and of each below it on a day, by key; units without posts are out."""
    bases = ", ".join(f"'{basis}'" for basis in HOLDING)
    rows = fetch(
        f"""
        WITH RECURSIVE {below()}
        SELECT unit.key, placement.staff_kind, count(*), count(held.id),
               count(CASE WHEN held.basis = 'main' THEN 1 END)
        FROM below JOIN registry_unit unit ON unit.id = below.id
        JOIN staff_placement placement ON placement.unit_id = below.id
          AND {in_force("placement")}
        LEFT JOIN staff_assignment held ON held.post_id = placement.post_id
          AND held.basis IN ({bases}) AND {in_force("held")}
        GROUP BY 1, 2 ORDER BY 1, 2
        """,
        under=under,
        on=on.isoformat(),
    )
    found: dict[str, Strength] = {}
    for key, kind, posts, filled, present in rows:
        strength = found.setdefault(key, Strength())
        strength.posts[kind] += posts
        strength.filled[kind] += filled
        strength.present[kind] += present
    return found


def together(found: dict[str, Strength]) -> Strength:
    """The strength of several units together."""
    total = Strength()
    for strength in found.values():
        total.add(strength)
    return total

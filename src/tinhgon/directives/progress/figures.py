"""How many works stood how, in each of several stretches of days: one query however many."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tinhgon.temporal.bulk import fetch
from tinhgon.work.listing.stood import Given, Quadrant, Stretch, stood

DONE = (Quadrant.DONE_IN_TIME, Quadrant.DONE_LATE)
OPEN = (Quadrant.OPEN_IN_TIME, Quadrant.OPEN_LATE, Quadrant.SUSPENDED)


@dataclass
class Figures:
    """Counts of works of one stretch; `by` the quadrants add up to `all`, `new` + `carried` too."""

    new: int = 0
    carried: int = 0
    at_risk: int = 0
    by: Counter[str] = field(default_factory=Counter)

    def add(self, sums: Sequence[int]) -> None:
        """Add works that are counted: new, carried, at risk, and by quadrant in their order."""
        new, carried, at_risk, *by = sums
        self.new += new
        self.carried += carried
        self.at_risk += at_risk
        self.by.update(dict(zip(Quadrant, by, strict=True)))

    @property
    def all(self) -> int:
        """All works of the stretch."""
        return self.by.total()

    @property
    def open(self) -> int:
        """Those that were still to be done at its end, suspended ones among them."""
        return sum(self.by[one] for one in OPEN)

    @property
    def done(self) -> int:
        """Those that were confirmed as done in it."""
        return sum(self.by[one] for one in DONE)

    @property
    def share_in_time(self) -> float | None:
        """Of those that were done, what share was in time; None of none."""
        return self.by[Quadrant.DONE_IN_TIME] / self.done if self.done else None

    def count(self, which: str) -> int:
        """How many are of one sort, by its name in an address."""
        named = {"all": self.all, "open": self.open, "new": self.new, "carried": self.carried}
        return {**named, "at-risk": self.at_risk}.get(which, self.by[which])


@dataclass
class Counted:
    """The figures of each stretch in order, and those of the first by unit, kind, instrument.

    A unit is the one that had the work at the end of the stretch; None is no instrument.
    """

    figures: list[Figures]
    units: dict[int, Figures] = field(default_factory=dict)
    kinds: dict[str, Figures] = field(default_factory=dict)
    instruments: dict[int | None, Figures] = field(default_factory=dict)

    @property
    def now(self) -> Figures:
        """The figures of the first stretch, which is what was asked for."""
        return self.figures[0]


def count(given: Given, stretches: Sequence[Stretch]) -> Counted:
    """Count the works that a unit gave in stretches of days, the first of them in parts."""
    tables, values = stood(given, stretches)
    others = "".join(
        f" UNION ALL SELECT {number}, NULL, NULL, NULL, {_SUMS} FROM stood_{number}"
        for number in range(1, len(stretches))
    )
    rows = fetch(
        f"""
        {tables},
        led AS (
          SELECT stood_0.*, work.kind, work.instrument_id, (
            SELECT held.unit_id FROM work_custody held
            WHERE held.work_id = stood_0.work_id AND held.start < %(ends)s
            ORDER BY held.start DESC LIMIT 1) AS unit_id
          FROM stood_0 JOIN work_work work ON work.id = stood_0.work_id
        )
        SELECT 0, unit_id, kind, instrument_id, {_SUMS}
        FROM led GROUP BY unit_id, kind, instrument_id{others}
        """,
        **values,
    )
    return _counted(rows, len(stretches))


_SUMS = ", ".join(
    [
        "sum(is_new)",
        "sum(1 - is_new)",
        "sum(at_risk)",
        *(f"sum(CASE WHEN quadrant = '{one}' THEN 1 ELSE 0 END)" for one in Quadrant),
    ]
)


def _counted(rows: Iterable[tuple[Any, ...]], stretches: int) -> Counted:
    found = Counted([Figures() for _ in range(stretches)])
    for number, unit, kind, instrument, *sums in rows:
        sorts = [found.figures[number]]
        if number == 0:
            sorts.append(found.units.setdefault(unit, Figures()))
            sorts.append(found.kinds.setdefault(kind, Figures()))
            sorts.append(found.instruments.setdefault(instrument, Figures()))
        for figures in sorts:
            figures.add([int(one or 0) for one in sums])
    return found

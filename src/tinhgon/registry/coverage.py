"""Coverage (phạm vi có nguồn): from which day the register has sources for which units.

A unit whose beginning nobody knows stands in the register on every earlier day, and those that
stood beside it then are missing. What is counted before the first day with sources is no fact, so
pages say "no source yet" instead.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tinhgon.domain.structure.units import Structure
from tinhgon.registry.models import Register

WHOLE = None
"""What stands for the whole among keys."""


@dataclass(frozen=True)
class Coverage:
    """The first day with sources, by the key of a unit; it holds for all below that unit too.

    A register that states nothing has sources for whatever it says.
    """

    since: Mapping[str | None, date]

    def covers(self, path: Iterable[str], on: date) -> bool:
        """Whether there are sources for a unit on a day; `path` are its key and those above it."""
        days = [self.since.get(key) for key in (*path, WHOLE)]
        return not self.since or any(day <= on for day in days if day)

    def parts(self, structure: Structure, under: str | None, on: date) -> tuple[str | None, ...]:
        """Of what there are sources: of the unit `under`, or only of these units below it."""
        if self.covers(_path(structure, under), on):
            return (under,)
        return tuple(
            key
            for key in sorted(filter(None, self.since))
            if self._begins(structure, key, under, on)
        )

    def _begins(self, structure: Structure, key: str, under: str | None, on: date) -> bool:
        """Whether a unit below another is the highest one for which there are sources."""
        above = _path(structure, key)[1:]
        stated = key in structure and self.since[key] <= on
        return stated and under in (WHOLE, *above) and not self.covers(above, on)


def read_coverage(register: Register) -> Coverage:
    """What a register states about its sources."""
    root = register.jurisdiction["root"]
    since: dict[str | None, date] = {}
    for stated in register.coverage:
        key = WHOLE if stated["unit"] == root else stated["unit"]
        day = date.fromisoformat(stated["from"])
        since[key] = min(day, since.get(key, day))
    return Coverage(since)


def _path(structure: Structure, key: str | None) -> list[str]:
    return [unit.key for unit in structure.path(key)] if key else []

"""What rows of changes leave to be understood: which version is meant, and how much is taken."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from tinhgon.domain.structure.claims import Extent
from tinhgon.registry.generic_form.rows import ChangeRow, UnitRow

Rows = dict[str, list[UnitRow]]


def understood(changes: list[ChangeRow], units: Iterable[UnitRow]) -> list[ChangeRow]:
    """The changes with versions in place of entities, and with the extent where none is stated.

    An entity named as predecessor is its version of the day before, as successor that of the day.
    What is neither stays as it is, for the checks to find.
    """
    keys: dict[str, str] = {}
    of_entity: Rows = defaultdict(list)
    for unit in units:
        of_entity[unit.key].append(unit)
        keys[unit.version] = unit.key
    named = [_named(change, keys, of_entity) for change in changes]
    takers: dict[tuple[str | None, date], set[str | None]] = defaultdict(set)
    for change in named:
        takers[change.predecessor, change.day].add(change.successor)
    return [
        replace(change, extent=change.extent or _extent(takers[change.predecessor, change.day]))
        for change in named
    ]


def _named(change: ChangeRow, keys: dict[str, str], of_entity: Rows) -> ChangeRow:
    def version(name: str | None, on: date) -> str | None:
        standing = of_entity.get(keys.get(name or "", name or ""), ())
        return next((unit.version for unit in standing if on in unit.period), name)

    return replace(
        change,
        predecessor=version(change.predecessor, change.day - timedelta(days=1)),
        successor=version(change.successor, change.day),
    )


def _extent(takers: set[str | None]) -> Extent:
    """Whoever has one successor goes there whole; several have parts."""
    return Extent.WHOLE if len(takers) == 1 else Extent.PART

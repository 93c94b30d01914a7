"""A folder in the generic form beside a structure: where the two do not say the same."""

from collections.abc import Iterator
from datetime import date

from tinhgon.domain.structure.units import Structure
from tinhgon.registry.generic_form.folder import Folder


def differences(folder: Folder, on: date, after: Structure) -> Iterator[tuple[str, str, str, str]]:
    """Where the structure is not what the folder says of a day: key, fact, expected, found."""
    wanted = {unit.key: unit for unit in folder.units if on in unit.period}
    for key in sorted({*wanted} | {unit.key for unit in after}):
        row, unit = wanted.get(key), after.get(key)
        if row is None or unit is None:
            yield key, "stands", str(row is not None), str(unit is not None)
            continue
        for fact in ("level", "kind", "name", "code", "parent"):
            if getattr(row, fact) != getattr(unit, fact):
                yield key, fact, str(getattr(row, fact)), str(getattr(unit, fact))

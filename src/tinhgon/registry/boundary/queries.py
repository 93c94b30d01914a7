"""How the ground of units runs on a day."""

from collections.abc import Iterable
from datetime import date

from tinhgon.domain.structure.units import Structure
from tinhgon.registry.boundary.simplifying import Ring
from tinhgon.registry.models import Boundary


def grounds(keys: Iterable[str], on: date) -> dict[str, list[Ring]]:
    """The rings of units, by key, as they run on a day; one query. Those not known are left out."""
    held = Boundary.objects.filter(unit__key__in=[*keys], since__lte=on).order_by("since")
    return {
        key: [[(latitude, longitude) for latitude, longitude in ring] for ring in rings]
        for key, rings in held.values_list("unit__key", "rings")
    }


def named_by(structure: Structure) -> dict[str, str]:
    """The keys of the units that stand, by key and by code."""
    by_code = {unit.code: unit.key for unit in structure if unit.code}
    return {**by_code, **{unit.key: unit.key for unit in structure}}

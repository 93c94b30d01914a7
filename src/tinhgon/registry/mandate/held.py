"""Questions about mandates: who leads a function over an area on a day, and who takes part."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tinhgon.domain.periods import Period
from tinhgon.domain.structure.units import Structure
from tinhgon.registry.models import Mandate


@dataclass(frozen=True, slots=True)
class Held:
    """A mandate: the body and the area by their keys, the function by its key."""

    id: int
    unit: str
    function: str
    area: str
    role: str
    period: Period
    instrument: str | None
    mark: str | None
    source: str

    @property
    def is_lead(self) -> bool:
        """Whether the body answers for the function, and does not only take part."""
        return self.role == Mandate.LEAD


def mandates(
    on: date | None = None,
    *,
    units: Collection[str] | None = None,
    areas: Collection[str] | None = None,
    function: str | None = None,
) -> list[Held]:
    """The mandates in force on a day (at any time, if none is given), of these; one query."""
    rows = Mandate.objects.on(on) if on else Mandate.objects.all()
    if units is not None:
        rows = rows.filter(unit__key__in=units)
    if areas is not None:
        rows = rows.filter(area__key__in=areas)
    if function:
        rows = rows.filter(function=function)
    return [*_held(rows.order_by("function", "role", "unit__key", "area__key", "valid_from"))]


def lead_of(function: str, area: str, structure: Structure, on: date) -> Held | None:
    """The one body that leads a function over an area: that of the nearest area that has one."""
    path = [unit.key for unit in structure.path(area)]
    found = {one.area: one for one in mandates(on, areas=path, function=function) if one.is_lead}
    return next((found[key] for key in path if key in found), None)


def _held(rows: Iterable[Mandate]) -> Iterator[Held]:
    columns = (
        *("id", "unit__key", "function", "area__key", "role", "valid_from", "valid_to"),
        *("instrument__number", "instrument__mark", "source"),
    )
    for id, unit, function, area, role, start, end, *rest in rows.values_list(*columns):  # type: ignore[attr-defined]
        yield Held(id, unit, function, area, role, Period(start, end), *rest)

"""Functions by bodies (ma trận chức năng): who leads, who takes part, what is left or doubled.

A function is a gap where nobody leads it over the area or over one that holds it, and doubled
where several bodies lead it over areas that contain one another. Values alone: no query.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tinhgon.domain.functions import Function
from tinhgon.domain.structure.units import Structure
from tinhgon.registry.mandate.held import Held


class State(StrEnum):
    """How a function is provided for."""

    LED = "led"
    GAP = "gap"
    DOUBLED = "doubled"


@dataclass(frozen=True)
class Row:
    """A function: its leads over the area or above, nearest first, and over areas within it."""

    function: Function
    leads: tuple[Held, ...]
    within: tuple[Held, ...]
    parts: tuple[Held, ...]

    @property
    def lead(self) -> Held | None:
        """The one that leads it over the area."""
        return self.leads[0] if self.leads else None

    @property
    def state(self) -> State:
        """Whether it is led once, by nobody, or by several."""
        if not self.leads:
            return State.GAP
        bodies = {one.unit for one in (*self.leads, *self.within)}
        return State.DOUBLED if len(bodies) > 1 else State.LED

    def role_of(self, unit: str) -> str:
        """What a body does for the function: lead, takes-part or nothing; leading goes first."""
        roles = [one.role for one in (*self.leads, *self.within, *self.parts) if one.unit == unit]
        return roles[0] if roles else ""


@dataclass(frozen=True)
class Matrix:
    """The functions of a day and the mandates over an area, those above it and those within it."""

    structure: Structure
    area: str
    functions: Sequence[Function]
    held: Sequence[Held]

    @cached_property
    def rows(self) -> list[Row]:
        """A row for each function, in the order of the catalogue."""
        return [self._row(function) for function in self.functions]

    @cached_property
    def units(self) -> list[str]:
        """The bodies with any mandate here, in the order of the functions they lead."""
        found: dict[str, None] = {}
        for row in self.rows:
            for one in (*row.leads, *row.within, *row.parts):
                found.setdefault(one.unit)
        return [*found]

    @property
    def gaps(self) -> list[Row]:
        """The functions that nobody leads."""
        return [row for row in self.rows if row.state is State.GAP]

    @property
    def doubled(self) -> list[Row]:
        """The functions that several lead."""
        return [row for row in self.rows if row.state is State.DOUBLED]

    @cached_property
    def _above(self) -> list[str]:
        return [unit.key for unit in self.structure.path(self.area)]

    @cached_property
    def _inside(self) -> set[str]:
        return {unit.key for unit in self.structure.under(self.area)} - {self.area}

    def _row(self, function: Function) -> Row:
        own = [one for one in self.held if one.function == function.key]
        covering = [one for one in own if one.area in self._above]
        within = [one for one in own if one.area in self._inside]
        leads = sorted(filter(_leads, covering), key=lambda one: self._above.index(one.area))
        return Row(
            function,
            tuple(leads),
            tuple(filter(_leads, within)),
            tuple(self._parts((*covering, *within))),
        )

    def _parts(self, held: Sequence[Held]) -> Iterator[Held]:
        """Those that take part, each body once, and not where it leads."""
        seen = {one.unit for one in held if one.is_lead}
        for one in held:
            if one.unit not in seen:
                seen.add(one.unit)
                yield one


def _leads(one: Held) -> bool:
    return one.is_lead

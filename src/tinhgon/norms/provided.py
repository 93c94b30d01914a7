"""Who leads each function of each area on a day, for rules that ask for exactly one.

Of an area nothing is said before any mandate over it is recorded. What is led over an area that
contains it is led.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from tinhgon.domain.functions import Function
from tinhgon.domain.functions import on as functions_on
from tinhgon.domain.norms.world import Mandate
from tinhgon.domain.structure.units import Structure
from tinhgon.registry.mandate.held import Held

Charged = dict[tuple[str, str], tuple[list[str], list[str]]]
"""Leads and others by area and function."""


def mandates_of(
    held: Iterable[Held],
    on: date,
    stands: Structure,
    catalogue: Mapping[str, Function],
    heirs: Mapping[str, str],
) -> tuple[Mandate, ...]:
    """The functions of the areas that have any, and the gaps of the topmost of them."""
    charged = _charged(held, stands, heirs)
    areas = sorted({area for area, _function in charged if area in stands})
    known = [one.key for one in functions_on(catalogue, on)]
    found = [*_recorded(charged, stands), *_gaps(charged, areas, known, stands)]
    return tuple(sorted(found, key=lambda one: (one.area, one.function)))


def _charged(held: Iterable[Held], stands: Structure, heirs: Mapping[str, str]) -> Charged:
    charged: Charged = {}
    for one in held:
        area, unit = (key if key in stands else heirs.get(key, key) for key in (one.area, one.unit))
        leads, others = charged.setdefault((area, one.function), ([], []))
        few = leads if one.is_lead else others
        if unit not in few and unit in stands:
            few.append(unit)
    return charged


def _recorded(charged: Charged, stands: Structure) -> Iterator[Mandate]:
    for (area, function), (leads, others) in charged.items():
        if area in stands and (leads or not _led_above(charged, area, function, stands)):
            yield Mandate(
                function=function, area=area, leads=tuple(sorted(leads)), others=tuple(others)
            )


def _gaps(
    charged: Charged, areas: list[str], known: list[str], stands: Structure
) -> Iterator[Mandate]:
    """The functions of the catalogue that nobody is charged with, in areas below no other such."""
    for area in areas:
        if any(one.key in areas for one in stands.path(area)[1:]):
            continue
        for function in known:
            if (area, function) not in charged:
                yield Mandate(function=function, area=area)


def _led_above(charged: Charged, area: str, function: str, stands: Structure) -> bool:
    above = (one.key for one in stands.path(area)[1:])
    return any(charged.get((key, function), ((), ()))[0] for key in above)

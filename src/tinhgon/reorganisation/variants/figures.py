"""What a variant comes to in numbers, counted once for each edition of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db import connection

from tinhgon.audit.record import newest
from tinhgon.domain.structure.findings import Severity
from tinhgon.domain.structure.units import Location, Unit
from tinhgon.registry.queries import locations, revision
from tinhgon.reorganisation.continuity.counting import open_allotments
from tinhgon.reorganisation.continuity.decisions import decisions_of
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.tallies import below, levels
from tinhgon.reorganisation.rearrangement.value import Rearrangement

MOST_KEPT = 64


@dataclass(frozen=True)
class Figures:
    """What a package comes to.

    `levels` are the units of each level below `ground` before and after; `sources` of how many
    each new unit is formed; `areas` and `places` how many of them have an area and a location.
    `lost` are the units that end and for which a person must choose who answers afterwards.
    """

    levels: Mapping[str, tuple[int, int]]
    ended: int
    formed: int
    changed: int
    shared: int
    findings: Mapping[Severity, int]
    sources: tuple[int, ...]
    areas: int
    places: int
    lost: tuple[str, ...]


@dataclass(frozen=True)
class Variant:
    """A package of a family, with its figures and how many allotments wait for a decision."""

    package: Package
    figures: Figures
    undecided: int


def variant(package: Package, ground: str | None) -> Variant:
    """A package with its figures; `ground` is the unit below which levels are counted."""
    figures = figures_of(package, ground)
    return Variant(package, figures, _undecided(package, figures))


def figures_of(package: Package, ground: str | None) -> Figures:
    """The figures of a package as it stands; from memory where they were counted before."""
    entered = package.enactment.at if hasattr(package, "enactment") else None
    known = None if entered else f"{revision()} {newest()}"
    database = str(connection.settings_dict["NAME"])
    return _figures(database, package.pk, package.edition, known, entered, ground)


@lru_cache(maxsize=MOST_KEPT)
def _figures(
    database: str,
    id: int,
    edition: int,
    known: str | None,
    entered: datetime | None,
    ground: str | None,
) -> Figures:
    package = Package.objects.select_related("enactment").get(pk=id)
    done = rearrangement(package)
    formed = [unit for unit in done.new if unit.key not in done.before]
    placed = _placed(done, formed)
    return Figures(
        levels=levels((below(done.before, ground), below(done.after, ground))),
        ended=len(done.ended),
        formed=len(formed),
        changed=len(done.changed),
        shared=len(done.shared),
        findings={one: sum(f.severity is one for f in done.findings) for one in Severity},
        sources=tuple(sorted(_sources(done, unit.key) for unit in formed)),
        areas=sum(place.area_km2 is not None for place in placed),
        places=sum(place.latitude is not None for place in placed),
        lost=tuple(key for key, heir in done.heirs.items() if heir is None),
    )


def _sources(done: Rearrangement, key: str) -> int:
    return len({edge.predecessor for edge in done.backward.get(key, ())})


def _placed(done: Rearrangement, formed: Iterable[Unit]) -> list[Location]:
    """Where the new units lie, as the plans or the register say."""
    said = {unit.key: unit.location for unit in formed}
    asked = {key: done.day for key, place in said.items() if place is None}
    known = locations(asked) if asked else {}
    found = (place or known.get(key) for key, place in said.items())
    return [place for place in found if place]


def _undecided(package: Package, figures: Figures) -> int:
    """How many units wait with something for a decision; of what is enacted, none."""
    if not figures.lost or hasattr(package, "enactment"):
        return 0
    lost = dict.fromkeys(figures.lost)
    return sum(map(len, open_allotments(lost, package.day, decisions_of(package)).values()))

"""The variants of a package: the one they were copied from, and all its copies."""

from collections.abc import Sequence

from django.db.models import F, Q, QuerySet

from tinhgon.domain.structure.units import Structure
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.variants.figures import Variant, variant


def family(seen: QuerySet[Package], package: Package) -> QuerySet[Package]:
    """A package and its variants among those that somebody sees; the first one first."""
    root = package.variant_of_id or package.pk  # type: ignore[attr-defined]
    found = seen.filter(Q(pk=root) | Q(variant_of=root)).prefetch_related("allotments", "plans")
    return found.order_by(F("variant_of").asc(nulls_first=True), "pk")


def variants(packages: Sequence[Package]) -> list[Variant]:
    """Packages with their figures, levels counted below the unit above all that they concern."""
    ground = common_ground(packages)
    return [variant(package, ground) for package in packages]


def common_ground(packages: Sequence[Package]) -> str | None:
    """The lowest unit above all that these packages concern; None where that is the whole."""
    paths = []
    for package in packages:
        done = rearrangement(package)
        if not (done.begun or done.ended):
            continue  # a draft that says nothing yet concerns nobody
        paths.append(_path(done.before, done.ground))
    if not paths:
        return None
    shared = [key for key in paths[0] if all(key in path for path in paths)]
    return shared[0] if shared else None


def _path(structure: Structure, key: str | None) -> list[str]:
    return [unit.key for unit in structure.path(key)] if key else []

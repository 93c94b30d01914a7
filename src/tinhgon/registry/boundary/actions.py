"""Keeping how the ground of units runs."""

from collections.abc import Mapping, Sequence
from datetime import date

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.registry.boundary.simplifying import Ring
from tinhgon.registry.models import Boundary, Unit
from tinhgon.registry.revision import changed


@act
def keep_boundaries(
    rings: Mapping[str, Sequence[Ring]], *, by: Actor, on: date, source: str = ""
) -> int:
    """Keep the ground of units, by key, from the day `on` (nhập địa giới); says of how many.

    What was kept of the same unit for the same day gives way. Raises `Unit.DoesNotExist`.
    """
    ids = dict(Unit.objects.filter(key__in=[*rings]).values_list("key", "pk"))
    if missing := rings.keys() - ids.keys():
        raise Unit.DoesNotExist(", ".join(sorted(missing)))
    Boundary.objects.bulk_create(
        [
            Boundary(unit_id=ids[key], since=on, rings=[*held], source=source)
            for key, held in rings.items()
        ],
        batch_size=200,
        update_conflicts=True,
        unique_fields=["unit", "since"],
        update_fields=["rings", "source"],
    )
    changed()
    record(
        "registry.boundaries-kept",
        by=by,
        target="register",
        on=on.isoformat(),
        units=len(rings),
        source=source,
    )
    return len(rings)

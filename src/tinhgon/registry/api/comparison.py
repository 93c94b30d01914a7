"""Two days side by side, each as known at an instant."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.compare import Comparison, Difference
from tinhgon.domain.structure.units import Structure
from tinhgon.registry import queries
from tinhgon.registry.api.documents import key_of, unit_document
from tinhgon.registry.api.schemas import ComparisonOut
from tinhgon.ui.api import PROBLEMS, Cursor, Limit, On, page, public

router = Router()


@router.get(
    "/comparison", response={200: ComparisonOut, **PROBLEMS}, operation_id="compare", auth=None
)
@public
def compare(
    request: HttpRequest,
    when: Annotated[On, Query()],
    vs: Annotated[str, Query(description="The day compared with.")],
    cursor: Cursor,
    limit: Limit,
    vs_known_at: str | None = None,
    under: str | None = None,
) -> Any:
    """What differs between two days, each as known at an instant."""
    other = On(on=vs, known_at=vs_known_at)
    before = queries.structure(other.day, other.instant)
    after = queries.structure(when.day, when.instant)
    if under:
        key = key_of(under, when)
        before, after = Structure(before.under(key)), Structure(after.under(key))
    comparison = Comparison(before, after)
    words = queries.jurisdiction()
    found = page(comparison.differences, cursor, limit)
    return {
        "ended": len(comparison.ended),
        "begun": len(comparison.begun),
        "changed": len(comparison.changed),
        "differences": {**found, "items": [_difference(d, words) for d in found["items"]]},
    }


def _difference(difference: Difference, jurisdiction: Jurisdiction) -> dict[str, Any]:
    before, after = difference.before, difference.after
    return {
        "key": difference.key,
        "before": unit_document(before, jurisdiction) if before else None,
        "after": unit_document(after, jurisdiction) if after else None,
        "attributes": [*difference.attributes],
    }

"""Two days side by side, each as known at an instant."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from tinhgon.registry.api.schemas import ComparisonOut
from tinhgon.registry.apparatus.scene import scene_of, two_days
from tinhgon.registry.json_documents import compared_document, difference_document
from tinhgon.ui.api import PROBLEMS, Cursor, Limit, On, page, public

router = Router()


@router.get(
    "/comparison",
    response={200: ComparisonOut, **PROBLEMS},
    operation_id="compare",
    auth=None,
    exclude_unset=True,
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
    """What differs between two days, each as known at an instant; `before` is the earlier one.

    Below `under` is what stands there on the later day, and all that this was formed from.
    """
    found = scene_of(two_days(when.asked, On(on=vs, known_at=vs_known_at).asked), under)
    differences = found.compared.comparison.differences
    listed = page(differences, cursor, limit)
    items = [difference_document(one, found.jurisdiction) for one in listed["items"]]
    return {**compared_document(found), "differences": {**listed, "items": items}}

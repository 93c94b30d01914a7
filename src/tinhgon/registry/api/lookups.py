"""Where do I go now? – one address, or many."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja import Query, Router

from tinhgon.registry import queries
from tinhgon.registry.api.schemas import AnswerOut, QueriesIn
from tinhgon.registry.directory import directory
from tinhgon.registry.json_documents import answer_document
from tinhgon.registry.where.whereabouts import where
from tinhgon.ui.api import PROBLEMS, public, read_day

router = Router()


@router.get("/lookup", response={200: AnswerOut, **PROBLEMS}, operation_id="look_up", auth=None)
@public
def look_up(
    request: HttpRequest,
    query: Annotated[str, Query(max_length=1000, description="Former address, name or code.")],
    asked_on: Annotated[
        str | None, Query(description="Day on which it was right; any day by default.")
    ] = None,
    on: Annotated[str | None, Query(description="Day of the answer; today by default.")] = None,
) -> Any:
    """Where a former address, office or code is to be found on a day."""
    register = directory()
    answer = where(register, query, read_day(asked_on), read_day(on) or localdate())
    return answer_document(answer, register, queries.instrument_numbers())


@router.post(
    "/lookups", response={200: list[AnswerOut], **PROBLEMS}, operation_id="look_up_many", auth=None
)
@public
def look_up_many(request: HttpRequest, body: QueriesIn) -> Any:
    """Up to 1,000 look-ups at once."""
    register, on = directory(), body.on or localdate()
    numbers = queries.instrument_numbers()
    answers = (where(register, query, body.asked_on, on) for query in body.queries)
    return [answer_document(answer, register, numbers) for answer in answers]

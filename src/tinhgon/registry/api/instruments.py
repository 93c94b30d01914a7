"""Instruments, and what was done under them."""

from typing import Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router

from tinhgon.documents.models import Instrument
from tinhgon.registry.api.schemas import ConsequenceOut, InstrumentOut
from tinhgon.registry.directory import directory
from tinhgon.registry.instrument.consequences import Consequence, Consequences
from tinhgon.registry.instrument.listing import Listed, Wish
from tinhgon.registry.json_documents import instrument_document
from tinhgon.registry.name_search import names
from tinhgon.ui.api import PROBLEMS, Cursor, Limit, Page, Problem, page, public

router = Router()


@router.get(
    "/instruments",
    response={200: Page[InstrumentOut], **PROBLEMS},
    operation_id="list_instruments",
    auth=None,
)
@public
def list_instruments(
    request: HttpRequest, cursor: Cursor, limit: Limit, q: str = "", year: str = "", type: str = ""
) -> Any:
    """All instruments, latest first; `q` are words of number or title."""
    found = page(Listed(names(), Wish(q, year, type)).found, cursor, limit)
    return {**found, "items": [instrument_document(one) for one in found["items"]]}


@router.get(
    "/instruments/{int:id}",
    response={200: InstrumentOut, **PROBLEMS},
    operation_id="get_instrument",
    auth=None,
)
@public
def get_instrument(request: HttpRequest, id: int) -> Any:
    """One instrument."""
    return instrument_document(_known(id))


@router.get(
    "/instruments/{int:id}/consequences",
    response={200: Page[ConsequenceOut], **PROBLEMS},
    operation_id="instrument_consequences",
    auth=None,
)
@public
def instrument_consequences(
    request: HttpRequest,
    id: int,
    cursor: Cursor,
    limit: Limit,
    what: Literal["begun", "changed", "ended"] | None = None,
) -> Any:
    """The units that began, changed or ended under an instrument, in order of clauses."""
    done = Consequences(directory(), _known(id).pk)
    found = page(done.of(what) if what else done.all, cursor, limit)
    return {**found, "items": [_document(one) for one in found["items"]]}


def _known(id: int) -> Instrument:
    found = Instrument.objects.filter(pk=id).first()
    if found is None:
        raise Problem(404, "no-such-instrument", _("The register knows no such instrument."))
    return found


def _document(one: Consequence) -> dict[str, Any]:
    return {
        "what": one.kind,
        "key": one.entry.unit,
        "day": one.day,
        "clauses": one.clauses,
        "others": one.others,
        "changes": one.changes,
    }

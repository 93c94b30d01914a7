"""Instruments, what was done under them, and registering one."""

from datetime import date
from typing import Any, Literal

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Field, Router, Status

from tinhgon.documents.models import Instrument, Mark
from tinhgon.registry.api.schemas import ConsequenceOut, InstrumentOut
from tinhgon.registry.directory import directory
from tinhgon.registry.instrument import actions
from tinhgon.registry.instrument.consequences import Consequence, Consequences
from tinhgon.registry.instrument.listing import Listed, Wish
from tinhgon.registry.instrument.refusals import refusal_words
from tinhgon.registry.json_documents import instrument_document
from tinhgon.registry.name_search import names
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.ui.api import PROBLEMS, Body, Cursor, Limit, Page, Problem, caller, needs, page, public

router = Router()


class InstrumentIn(Body):
    """An instrument that the register does not know yet."""

    number: str = Field(description="As it stands in its head: 150/2025/NĐ-CP.")
    titles: dict[str, str] = Field(description="What it is about, by language; at least one.")
    issued: date | None = Field(None, description="Today at the latest; null where not known.")
    in_force: date | None = Field(None, description="The day from which it binds.")
    operative: date | None = Field(None, description="The day from which the new apparatus works.")
    mark: str = Field(Mark.KNOWLEDGE.value, description="How surely it is verified: P, O, R or K.")
    source: str = Field("", description="Where its text can be read.")


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


@router.post(
    "/instruments", response={201: InstrumentOut, **PROBLEMS}, operation_id="register_instrument"
)
@needs(RegistryPermission.INSTRUMENT)
def register_instrument(request: HttpRequest, body: InstrumentIn) -> Any:
    """Enter an instrument; one of the same number and day is refused as taken, with its id."""
    try:
        made = actions.register_instrument(by=caller(request), on=localdate(), **body.dict())
    except actions.Unregistrable as wrong:
        facts = {"id": wrong.facts["id"]} if "id" in wrong.facts else {}
        raise Problem(422, wrong.code, refusal_words(wrong), fact=wrong.fact, **facts) from None
    return Status(201, instrument_document(made))


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

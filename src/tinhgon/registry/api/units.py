"""Units, their facts and lineage, counts."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from tinhgon.domain.structure.documents import structure_document
from tinhgon.registry import queries
from tinhgon.registry.api.documents import key_of, no_unit, succession_document, unit_document
from tinhgon.registry.api.schemas import CountsOut, LineageOut, PeriodOut, UnitOut
from tinhgon.registry.directory import directory
from tinhgon.ui.api import PROBLEMS, Cursor, Limit, On, Page, page, public

router = Router()


@router.get(
    "/units", response={200: Page[UnitOut], **PROBLEMS}, operation_id="list_units", auth=None
)
@public
def list_units(
    request: HttpRequest,
    when: Annotated[On, Query()],
    cursor: Cursor,
    limit: Limit,
    under: str | None = None,
    level: str | None = None,
) -> Any:
    """The units that stand on a day, sorted by code; all below `under`, of one level if named."""
    structure = queries.structure(when.day, when.instant)
    units = structure.under(key_of(under, when)) if under else structure
    wanted = [unit for unit in units if level in (None, unit.level)]
    wanted.sort(key=lambda unit: (unit.code or "", unit.key))
    found = page(wanted, cursor, limit)
    jurisdiction = queries.jurisdiction()
    return {**found, "items": [unit_document(unit, jurisdiction) for unit in found["items"]]}


@router.get("/units/{key}", response={200: UnitOut, **PROBLEMS}, operation_id="get_unit", auth=None)
@public
def get_unit(request: HttpRequest, key: str, when: Annotated[On, Query()]) -> Any:
    """A unit as it stands on a day; 404 where it does not."""
    unit = queries.structure(when.day, when.instant).get(key)
    if unit is None:
        raise no_unit(key)
    return unit_document(unit, queries.jurisdiction())


@router.get(
    "/units/{key}/facts",
    response={200: list[PeriodOut], **PROBLEMS},
    operation_id="unit_facts",
    auth=None,
)
@public
def unit_facts(request: HttpRequest, key: str, when: Annotated[On, Query()]) -> Any:
    """Everything that was ever true of a unit, with its periods, as known at an instant."""
    facts = queries.facts(key, when.instant)
    if not facts:
        raise no_unit(key)
    return facts


@router.get(
    "/units/{key}/lineage",
    response={200: LineageOut, **PROBLEMS},
    operation_id="unit_lineage",
    auth=None,
)
@public
def unit_lineage(request: HttpRequest, key: str) -> Any:
    """The units that a unit was formed from, and those that took what it held."""
    register = directory()
    if key not in register.entries:
        raise no_unit(key)
    numbers = queries.instrument_numbers()
    return {
        "predecessors": [
            succession_document(edge, numbers) for edge in register.lineage.backward.get(key, ())
        ],
        "successors": [
            succession_document(edge, numbers) for edge in register.lineage.forward.get(key, ())
        ],
    }


@router.get(
    "/codes/{code}", response={307: None, **PROBLEMS}, operation_id="resolve_code", auth=None
)
@public
def resolve_code(request: HttpRequest, code: str, when: Annotated[On, Query()]) -> Any:
    """Leads to the unit that bears a code on a day: a code alone names nobody."""
    response = HttpResponse(status=307)
    response["Location"] = f"/api/v1/units/{key_of(code, when)}?on={when.day}"
    return response


@router.get("/counts", response={200: CountsOut, **PROBLEMS}, operation_id="count_units", auth=None)
@public
def count_units(
    request: HttpRequest, when: Annotated[On, Query()], under: str | None = None
) -> Any:
    """How many units stand at each level on a day."""
    return {
        "levels": queries.counts(when.day, when.instant, key_of(under, when) if under else None)
    }


@router.get("/structure", response={200: dict, **PROBLEMS}, operation_id="get_structure", auth=None)
@public
def get_structure(request: HttpRequest, when: Annotated[On, Query()]) -> Any:
    """The whole apparatus on a day, as the documented JSON of structures."""
    return structure_document(queries.structure(when.day, when.instant))

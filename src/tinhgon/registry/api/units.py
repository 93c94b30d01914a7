"""Units, their facts and lineage, counts."""

from typing import Annotated, Any
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from tinhgon.domain.structure.documents import structure_document
from tinhgon.registry import queries
from tinhgon.registry.api.schemas import CountsOut, LineageOut, PeriodOut, UnitOut
from tinhgon.registry.directory import directory, structure_on
from tinhgon.registry.facts.recorded import facts_known
from tinhgon.registry.json_documents import fact_document, succession_document, unit_document
from tinhgon.registry.queries import NoSuchUnit
from tinhgon.ui.api import (
    PROBLEMS,
    Cursor,
    KnownAt,
    Limit,
    On,
    Page,
    Problem,
    page,
    public,
)

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
    """The units that stand on a day; all below `under`, of one level if named.

    Areas come first, sorted by code, then bodies.
    """
    jurisdiction = queries.jurisdiction()
    if level and level not in jurisdiction.levels:
        known = ", ".join(jurisdiction.levels)
        words = _("There is no level “%(given)s”. There are: %(known)s.")
        detail = words % {"given": level[:64], "known": known}
        raise Problem(422, "no-such-level", detail, known=[*jurisdiction.levels])
    structure = structure_on(when.day, when.instant)
    key = queries.unit_key(under, when.day, when.instant)
    units = structure.under(key) if key else structure
    wanted = [unit for unit in units if level in (None, "", unit.level)]
    is_area = jurisdiction.is_area
    wanted.sort(key=lambda unit: (not is_area(unit.level), unit.code or "", unit.key))
    found = page(wanted, cursor, limit)
    return {**found, "items": [unit_document(unit, jurisdiction) for unit in found["items"]]}


@router.get("/units/{key}", response={200: UnitOut, **PROBLEMS}, operation_id="get_unit", auth=None)
@public
def get_unit(request: HttpRequest, key: str, when: Annotated[On, Query()]) -> Any:
    """A unit as it stands on a day; 404 where it does not."""
    unit = queries.unit_on(key, when.day, when.instant)
    if unit is None:
        raise NoSuchUnit(key, when.asked)
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
    numbers = queries.instrument_numbers()
    facts = [fact_document(fact, numbers) for fact in facts_known(key, when.instant)]
    if not facts:
        raise NoSuchUnit(key, when.asked)
    return facts


@router.get(
    "/units/{key}/lineage",
    response={200: LineageOut, **PROBLEMS},
    operation_id="unit_lineage",
    auth=None,
)
@public
def unit_lineage(request: HttpRequest, key: str, known_at: KnownAt = None) -> Any:
    """The units that a unit was formed from, and those that took what it held."""
    when = On(known_at=known_at)
    register = directory(when.instant)
    if key not in register.entries:
        raise NoSuchUnit(key, when.asked)
    numbers = queries.instrument_numbers()
    before = register.lineage.backward.get(key, ())
    after = register.lineage.forward.get(key, ())
    return {
        "predecessors": [
            succession_document(edge, numbers)
            for edge in sorted(before, key=lambda edge: (edge.day, edge.predecessor))
        ],
        "successors": [
            succession_document(edge, numbers)
            for edge in sorted(after, key=lambda edge: (edge.day, edge.successor))
        ],
    }


@router.get(
    "/codes/{code}", response={307: None, **PROBLEMS}, operation_id="resolve_code", auth=None
)
@public
def resolve_code(request: HttpRequest, code: str, when: Annotated[On, Query()]) -> Any:
    """Leads to the unit that bears a code on a day: a code alone names nobody."""
    key = queries.unit(code, when.day, when.instant).key
    asked = {"on": when.day.isoformat()} | ({"known_at": when.known_at} if when.known_at else {})
    response = HttpResponse(status=307)
    response["Location"] = f"/api/v1/units/{quote(key)}?{urlencode(asked)}"
    return response


@router.get(
    "/counts",
    response={200: CountsOut, **PROBLEMS},
    operation_id="count_units",
    auth=None,
    exclude_unset=True,
)
@public
def count_units(
    request: HttpRequest, when: Annotated[On, Query()], under: str | None = None
) -> Any:
    """How many areas stand at each level on a day."""
    key = queries.unit_key(under, when.day, when.instant)
    return queries.counted(when.day, when.instant, key).document


@router.get("/structure", response={200: dict, **PROBLEMS}, operation_id="get_structure", auth=None)
@public
def get_structure(request: HttpRequest, when: Annotated[On, Query()]) -> Any:
    """The whole apparatus on a day, as the documented JSON of structures."""
    return structure_document(structure_on(when.day, when.instant))

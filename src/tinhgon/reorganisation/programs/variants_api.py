"""Variants of a package, copies and comparisons, for programs."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema, Status

from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.asked import (
    PLANNERS_TOO,
    begun,
    package_to_edit,
    seen_package,
    seen_packages,
)
from tinhgon.reorganisation.variants.comparison_words import document, matched_names, told
from tinhgon.reorganisation.variants.family import family, variants
from tinhgon.reorganisation.variants.figures import Variant
from tinhgon.reorganisation.variants.sides import with_day, with_package
from tinhgon.ui.api import (
    PROBLEMS,
    Body,
    Cursor,
    Limit,
    Page,
    Problem,
    needs,
    page,
    public,
    read_day,
)

router = Router(tags=["plans"])


class VariantOut(Schema):
    """A package of a family with what it comes to."""

    code: str
    title: str
    day: date
    state: str
    levels: dict[str, tuple[int, int]] = Field(description="Units of each level, before and after.")
    ended: int
    formed: int
    changed: int
    shared: int = Field(description="Old units of which several take something.")
    findings: dict[str, int]
    sources: list[int] = Field(description="Of how many old units each new one is formed.")
    areas: int = Field(description="New units of which the area is known.")
    places: int = Field(description="New units of which the location is known.")
    undecided: int = Field(description="Allotments that wait for a decision.")


class CopyIn(Body):
    """A copy as a variant: a draft of its own."""

    code: str = Field(max_length=60)
    titles: dict[str, str] = Field(
        default_factory=dict, description="By language; by default the code."
    )
    day: date | None = Field(None, description="Its day of effect; by default the same.")


class CopyOut(Schema):
    """A variant that was made."""

    code: str
    variant_of: str
    edition: int


class DifferenceOut(Schema):
    """A unit that differs, and what either side says of it."""

    shown: str = Field(description="here, there, changed or otherwise (formed of other parts)")
    key: str
    name: str
    url: str
    code: str
    here: list[str]
    there: list[str]


class ComparedOut(Page[DifferenceOut]):
    """The units that differ; `matched` were taken for the same though their keys differ."""

    matched: list[str]


class BesideIn(Schema):
    """With what a package is compared: another one, or the apparatus of a day."""

    other: str = Field("", alias="with", description="The code of a package.")
    on: str = Field("", description="A day, 2025-07-01.")


@router.get(
    "/plans/{code}/variants",
    response={200: list[VariantOut], **PROBLEMS},
    operation_id="list_plan_variants",
    auth=PLANNERS_TOO,
)
@public
def list_variants(request: HttpRequest, code: str, limit: Limit, offset: int = 0) -> Any:
    """A package and all its variants side by side, the first one first."""
    found = family(seen_packages(request), seen_package(request, code))
    start = max(offset, 0)
    return [variant_document(one) for one in variants(list(found[start : start + limit]))]


@router.post(
    "/plans/{code}/variants",
    response={201: CopyOut, **PROBLEMS},
    operation_id="copy_plan",
)
@needs(PlanPermission.DRAFT)
def copy_plan(request: HttpRequest, code: str, body: CopyIn) -> Any:
    """Copy a package as a variant of it."""
    package = package_to_edit(request, code)
    day, titles = body.day or package.day, body.titles or {"vi": body.code}
    made = begun(request, actions.copy, package, on=day, code=body.code, titles=titles)
    root = made.variant_of.code if made.variant_of else ""
    return Status(201, {"code": made.code, "variant_of": root, "edition": made.edition})


@router.get(
    "/plans/{code}/comparison",
    response={200: ComparedOut, **PROBLEMS},
    operation_id="compare_plan",
    auth=PLANNERS_TOO,
)
@public
def compare_plan(
    request: HttpRequest, code: str, beside: Query[BesideIn], cursor: Cursor, limit: Limit
) -> Any:
    """What differs between a package and another, or the apparatus of a day (today by default)."""
    package = seen_package(request, code)
    if beside.other and beside.on:
        raise Problem(422, "two-sides", _("Name another package or a day, not both."))
    if beside.other:
        compared = with_package(package, seen_package(request, beside.other))
    else:
        compared = with_day(package, read_day(beside.on) or localdate())
    found = page(compared.besides.rows, cursor, limit)
    items = [document(one) for one in told(compared, found["items"])]
    return {**found, "items": items, "matched": matched_names(compared)}


def variant_document(one: Variant) -> dict[str, Any]:
    """A variant for programs."""
    package, figures = one.package, one.figures
    known = {name: getattr(package, name) for name in ("code", "title", "day", "state")}
    counted = {
        name: getattr(figures, name) for name in VariantOut.model_fields if hasattr(figures, name)
    }
    return {**known, **counted, "undecided": one.undecided}

"""What is kept of a draft: codes that will do, instruments that are there, plans as said."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q

from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.documents import operation_document
from tinhgon.domain.structure.packages import Plan as PlanValue
from tinhgon.reorganisation.models import CODE, RESERVED, Operation, Package, Plan

RESERVED_CODES = frozenset({"new"})
"""What no package may be called: pages of all packages stand under these names."""


class Taken(Exception):
    """There is already a package of this code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotACode(Exception):
    """A code that will not do: `why` is its shape, or that it is reserved or there twice."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(f"{code}: {why}")
        self.code, self.why = code, why


class UnknownInstrument(Exception):
    """A plan names an instrument of which nothing was issued up to its day."""

    def __init__(self, number: str, day: date) -> None:
        super().__init__(f"{number} on {day}")
        self.number, self.day = number, day


class SharedInstrument(Exception):
    """Two plans of a package are of one instrument, or without any: they cannot be told apart."""

    def __init__(self, number: str | None, plans: Sequence[str]) -> None:
        super().__init__(f"{number}: {', '.join(plans)}")
        self.number, self.plans = number, plans


def check_codes(code: str | None, plans: Sequence[PlanValue]) -> None:
    """Refuse codes that no address can bear, or that would hide one another's pages.

    `code` is that of a new package, None for one that is there.
    """
    codes = [value.code for value in plans]
    if Package.objects.filter(code=code).exists():
        raise Taken(code or "")
    for given in codes if code is None else (code, *codes):
        if not CODE.regex.match(given):
            raise NotACode(given, "shape")
    if code in RESERVED_CODES:
        raise NotACode(code or "", "reserved")
    for given in codes:
        if given in RESERVED:
            raise NotACode(given, "reserved")
        if codes.count(given) > 1:
            raise NotACode(given, "twice")


def _instrument(value: PlanValue, day: date) -> int | None:
    """The instrument of a plan: of several of its number, the last issued up to the day."""
    if value.instrument is None:
        return None
    of_number = Instrument.objects.filter(number=value.instrument)
    issued = of_number.filter(Q(issued__lte=day) | Q(issued=None))
    found = issued.order_by(F("issued").desc(nulls_last=True)).first()
    if found is None:
        raise UnknownInstrument(value.instrument, day)
    return found.pk


def instrument_for(package: Package, plan: Plan, number: str | None) -> int | None:
    """The instrument of this number for a plan of a package; `SharedInstrument` if another's."""
    value = PlanValue(code=plan.code, day=package.day, operations=(), instrument=number)
    found = _instrument(value, package.day)
    other = package.plans.filter(instrument=found).exclude(pk=plan.pk).first()
    if other:
        raise SharedInstrument(number, [other.code, plan.code])
    return found


def keep_plans(
    package: Package, plans: Sequence[PlanValue], titles: Mapping[str, Mapping[str, str]]
) -> None:
    """Keep each plan with its operations; one without a title of its own has the package's."""
    kept = dict(package.plans.values_list("instrument", "code"))
    for value in plans:
        instrument = _instrument(value, package.day)
        if instrument in kept:
            raise SharedInstrument(value.instrument, [kept[instrument], value.code])
        kept[instrument] = value.code
        plan = package.plans.create(
            code=value.code,
            titles=dict(titles.get(value.code, package.titles)),
            instrument_id=instrument,
        )
        Operation.objects.bulk_create(
            [
                Operation(plan=plan, place=place, document=operation_document(operation))
                for place, operation in enumerate(value.operations)
            ],
            batch_size=2000,
        )


def person(by: Any) -> dict[str, Any]:
    """Who did something, as rows keep it."""
    account = by if getattr(by, "pk", None) else None
    return {"by": account, "by_name": str(getattr(by, "name", by.audit_name))}


def who(by: Any) -> tuple[int | None, str]:
    """Somebody, to compare with others: an account, or the name of an operator."""
    return _one(**person(by))


def drafters(package: Package) -> set[tuple[int | None, str]]:
    """All who drafted or edited a package."""
    rows = [package.drafting, *package.edits.select_related("by")]
    return {_one(row.by, row.by_name) for row in rows}


def _one(by: Any, by_name: str) -> tuple[int | None, str]:
    return (by.pk, "") if by else (None, by_name)

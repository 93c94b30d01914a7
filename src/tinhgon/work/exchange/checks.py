"""What rows may not ask for: all that is refused of a work given singly, by cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from tinhgon.domain.work.clarities import Clarity
from tinhgon.domain.work.clarities import Said as ClearBy
from tinhgon.registry.models import Unit
from tinhgon.ui.exchange.faults import Faults
from tinhgon.ui.exchange.reading import Said
from tinhgon.work.circumstances import Circumstances
from tinhgon.work.custody import issuing
from tinhgon.work.custody.writing import Promised
from tinhgon.work.exchange.columns import NAME, WorkTable, work_table
from tinhgon.work.exchange.meaning import Meant, meant
from tinhgon.work.models import Work
from tinhgon.work.refusals import Refused

COLUMNS = {
    "no-title": "title",
    "no-origin": "instrument",
    "unknown-kind": "kind",
    "no-lead": "lead",
    "not-standing": "lead",
    "not-answering": "lead",
    "leads-it": "contributors",
    "not-of-unit": "officer",
    "due-twice": "term",
    "due-before": "due_on",
    "outside-calendar": "due_on",
    "unknown-template": "template",
}
"""In which column stands what is refused."""

FILLED_BY = {
    ClearBy.TITLE: "title",
    ClearBy.PERSON: "officer",
    ClearBy.TERM: "due_on",
    ClearBy.PRODUCT: "product",
}


@dataclass
class Wanted:
    """Works to be given, each with the day that is promised; the circumstances of them all."""

    around: Circumstances
    promised: list[Promised] = field(default_factory=list)


def wanted(said: Said, giver: Unit, at: datetime) -> Wanted:
    """The works that a file asks to give. Raises `Faulty` with all that is wrong, if anything is.

    A fixed number of questions to the database, however many rows.
    """
    on, faults = localdate(at), said.faults
    table, rows = work_table(on), said.rows.get(NAME, [])
    if not rows:
        faults.add(NAME, None, None, "no-rows")
    found = meant(rows, table, faults, on)
    _check_keys(found, faults)
    around = issuing.circumstances([one.order for one in found], giver, on)
    promised = [(one.order, _checked(one, giver, at, around, table, faults)) for one in found]
    faults.check()
    return Wanted(around, promised)


def _check_keys(found: list[Meant], faults: Faults) -> None:
    """No number stands twice in the file, or belongs to a work that there is already."""
    first: dict[str, int] = {}
    keys = {one.order.key for one in found if one.order.key}
    known = {*Work.objects.filter(key__in=keys).values_list("key", flat=True)}
    for one in found:
        key, row = one.order.key, one.row.number
        if key is None:
            continue
        before = first.setdefault(key, row)
        if before != row:
            faults.add(NAME, row, "key", "named-twice", given=key, row=before)
        if key in known:
            faults.add(NAME, row, "key", "known-already", given=key)


def _checked(
    one: Meant,
    giver: Unit,
    at: datetime,
    around: Circumstances,
    table: WorkTable,
    faults: Faults,
) -> date | None:
    """The day that is promised; what is refused is noted, once a cell."""
    refused = [*issuing.refusals(one.order, giver, at, around)]
    for column, code, facts in (place for each in refused for place in _places(each, one, table)):
        if column not in one.wrong and not (column == "instrument" and "origin" in one.wrong):
            faults.add(NAME, one.row.number, column, code, **facts)
    return None if refused else issuing.promised(one.order, around)


def _places(
    refused: Refused, one: Meant, table: WorkTable
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The cells in which stands what is refused."""
    if refused.code == "unclear":
        for clarity in refused.facts["missing"]:
            yield from _unclear(clarity, one, table)
        return
    column = COLUMNS.get(refused.code, "title")
    if refused.code == "not-standing" and one.order.leads:
        lead = refused.facts["unit"] == one.order.lead.key
        column = "lead" if lead else "contributors"
    if refused.code == "outside-calendar" and one.order.term:
        column = "term"
    yield column, refused.code, refused.facts


def _unclear(
    clarity: Clarity, one: Meant, table: WorkTable
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    column = FILLED_BY.get(clarity.said) or table.clear.get(clarity.key, "template")
    if clarity.said is ClearBy.PERSON:
        if one.order.leads:
            yield column, "nobody-leads", {"unit": one.order.lead.key}
    elif not (clarity.said is ClearBy.TERM and one.wrong & {"term", "measure"}):
        yield column, "not-clear", {"missing": [clarity]}

"""Works of a list as the file that is read back, with how each stands; and a blank one."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.domain.structure.plan_tables.cells import written
from tinhgon.registry.directory import Directory, directory
from tinhgon.staff.models import Officer
from tinhgon.temporal.models import in_force
from tinhgon.ui.exchange.columns import Column
from tinhgon.ui.spreadsheets import workbook_bytes
from tinhgon.work.exchange.columns import (
    EXPLAINED,
    NAME,
    VIETNAMESE,
    WorkTable,
    is_vietnamese,
    work_table,
)
from tinhgon.work.listing.inbox import Question, Row, inbox
from tinhgon.work.models import Contributor, Event, Term
from tinhgon.work.models.happening import CLOSING, MEASURES
from tinhgon.work.words import STATES
from tinhgon.work.working import kind_names, names_of, working

AT_ONCE = 1000

STANDS = (
    Column("giver", "đơn vị giao"),
    Column("since", "nhận từ ngày"),
    Column("promised", "hạn khi giao"),
    Column("due_now", "hạn hiện nay"),
    Column("state", "trạng thái"),
    Column("days_late", "số ngày quá hạn"),
    Column("at_risk", "có nguy cơ quá hạn"),
    Column("excused", "quá hạn có lý do"),
    Column("objected", "có ý kiến phản đối"),
)
"""How a work stands: told in the file, and passed over when it is brought in."""


def header() -> list[str]:
    """The headings of a list that is taken along, in the reader's language."""
    return [_heading(one) for one in (*work_table(localdate()).table.columns, *STANDS)]


def lines(question: Question) -> Iterator[list[Any]]:
    """All works that are asked for, in order; five queries for every thousand."""
    table, register, start = work_table(localdate()), directory(), 0
    while rows := inbox(question, start=start, most=AT_ONCE).rows:
        start += AT_ONCE
        yield from _lines(rows, table, register, question.on)


def blank(on: date) -> bytes:
    """A workbook with the headings alone, and a sheet that says what belongs under each."""
    table = work_table(on)
    columns = table.table.columns
    sheets = {
        _sheet(): ([_heading(one) for one in columns], []),
        _("Explanations"): (
            [_("Column"), _("Must be there"), _("What belongs in it")],
            [
                [_heading(one), _("yes") if one.needed else "", _explained(one, on)]
                for one in columns
            ],
        ),
    }
    return workbook_bytes({**sheets})


def explained(on: date) -> list[dict[str, Any]]:
    """Each column with its heading and what belongs in it."""
    return [
        {"heading": _heading(one), "needed": one.needed, "words": _explained(one, on)}
        for one in work_table(on).table.columns
    ]


def _explained(column: Column, on: date) -> str:
    words = EXPLAINED.get(column.name)
    if words is None:
        named = column.vietnamese if is_vietnamese() else column.also[-1]
        return _("In words: %(clarity)s. Must be there where the set of clarities wants it.") % {
            "clarity": named
        }
    return str(words) % {
        "kinds": ", ".join(kind_names().values()),
        "measures": ", ".join(map(str, MEASURES.values())),
        "templates": ", ".join(names_of(working().templates_on(on).values())),
    }


def _heading(column: Column) -> str:
    return column.vietnamese if is_vietnamese() else column.name


def _sheet() -> str:
    return VIETNAMESE if is_vietnamese() else NAME


def _lines(
    rows: Sequence[Row], table: WorkTable, register: Directory, on: date
) -> Iterator[list[Any]]:
    ids = [row.work.pk for row in rows]
    terms = Term.objects.in_bulk(ids)
    officers = Officer.objects.in_bulk([row.officer for row in rows if row.officer])
    helping: dict[int, list[str]] = {}
    for work, unit in _contributing(ids, on).values_list("work", "unit__key"):
        helping.setdefault(work, []).append(unit)
    for row in rows:
        work, term = row.work, terms.get(row.work.pk)
        officer = officers.get(row.officer) if row.officer else None
        contributors = [_unit(one, register, on) for one in helping.get(work.pk, ())]
        clear = [work.clarities.get(key, "") for key in table.clear]
        yield [
            *_cells(work.key, work.title, work.product, work.kind, _unit(row.unit, register, on)),
            *_cells("; ".join(contributors), officer.key if officer else ""),
            *_term(term),
            *_cells(work.instrument.number if work.instrument else "", work.origin, work.template),
            *_cells(*clear),
            *_cells(_unit(work.giver.key, register, on)),
            *(localdate(row.since).isoformat(), row.promised, row.status.due),
            *(str(STATES[row.state.value]), row.status.days_late, int(row.status.at_risk)),
            *(int(row.excused), int(row.objected)),
        ]


def _contributing(works: Collection[int], on: date) -> QuerySet[Contributor]:
    """Who contributes to works on a day, or did until they were closed."""
    closed = Event.objects.filter(work=OuterRef("work"), what__in=CLOSING)
    until_closed = Exists(closed.filter(on__lte=OuterRef("valid_to")))
    rows = Contributor.objects.filter(work__in=works, valid_from__lte=on)
    return rows.filter(in_force(on) | until_closed).order_by("pk")


def _term(term: Term | None) -> list[Any]:
    """The day, or the number and of what, as they were given."""
    if term is None:
        return ["", "", ""]
    return [term.day or "", term.number or "", term.measure]


def _unit(key: str, register: Directory, on: date) -> str:
    """A unit by name and key, as it is understood again; by key alone where names hold a mark."""
    if key not in register.entries:
        return key
    name = register.full_name(register.on(key, on) or register.latest(key))
    return key if ";" in name else f"{name} ({key})"


def _cells(*texts: str) -> Iterable[str]:
    return [written(text) for text in texts]

"""Officers, posts and assignments of a part of the apparatus, as the files that are read back."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from tinhgon.domain.structure.plan_tables.cells import written
from tinhgon.staff.exchange.columns import ASSIGNMENTS, OFFICERS, POSTS, Table
from tinhgon.staff.models import Assignment, Officer, Particulars, Placement
from tinhgon.ui.spreadsheets import workbook_bytes

Rows = dict[str, list[list[str]]]


def rows_of(units: Iterable[str], on: date) -> tuple[Rows, list[Officer]]:
    """The rows of each table for these units on a day, and the officers among them."""
    placed = list(
        Placement.objects.on(on)
        .filter(unit__key__in=[*units])
        .select_related("post", "unit", "instrument")
        .order_by("unit__key", "post__key")
    )
    posts = {one.post_id for one in placed}
    assigned = [
        one
        for one in Assignment.objects.on(on)
        .select_related("officer", "post", "instrument")
        .order_by("officer__key", "post__key")
        if one.post_id in posts
    ]
    officers = list({one.officer.pk: one.officer for one in assigned}.values())
    held = Particulars.objects.in_bulk([officer.pk for officer in officers])
    rows = {
        OFFICERS.name: [_officer(officer, held.get(officer.pk)) for officer in officers],
        POSTS.name: [_post(one) for one in placed],
        ASSIGNMENTS.name: [_assignment(one) for one in assigned],
    }
    return rows, officers


def workbook(rows: Rows) -> bytes:
    """All tables as the sheets of one workbook."""
    return workbook_bytes({table.name: (_header(table), rows[table.name]) for table in _TABLES})


def table(rows: Rows, name: str) -> tuple[Sequence[str], list[list[str]]]:
    """Header and rows of one table."""
    (found,) = (one for one in _TABLES if one.name == name)
    return _header(found), rows[name]


_TABLES = (OFFICERS, POSTS, ASSIGNMENTS)


def _header(of: Table) -> list[str]:
    return [column.name for column in of.columns]


def _officer(officer: Officer, held: Particulars | None) -> list[str]:
    born = held.born.isoformat() if held and held.born else ""
    group = held.retires_as if held else ""
    name = held.name if held else ""
    return _cells(officer.key, name, born, group, str(int(officer.invented)))


def _post(one: Placement) -> list[str]:
    titles = one.titles
    return _cells(
        *(one.post.key, one.unit.key, titles.get("vi", one.title), titles.get("en", "")),
        *(one.staff_kind, one.rank, *_days(one), _number(one)),
    )


def _assignment(one: Assignment) -> list[str]:
    return _cells(
        *(one.officer.key, one.post.key, one.basis, *_days(one), _number(one), one.reason)
    )


def _days(one: Any) -> tuple[str, str]:
    start, end = (day.isoformat() if day else "" for day in (one.valid_from, one.valid_to))
    return start, end


def _number(one: Any) -> str:
    return one.instrument.number if one.instrument else ""


def _cells(*texts: str) -> list[str]:
    return [written(text) for text in texts]

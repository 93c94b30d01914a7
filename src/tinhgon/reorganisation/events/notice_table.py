"""The notices of a package as a table, for files and programs."""

from collections.abc import Iterator
from typing import Any

from tinhgon.domain.structure.units import Unit
from tinhgon.registry.models import Contact
from tinhgon.reorganisation.events.notice_words import texts
from tinhgon.reorganisation.events.notices import (
    Notice,
    Notices,
    notice_document,
    reached,
)

HEADER = (
    *("code", "unit", "name", "ends", "day", "instruments", "clauses", "successors"),
    *("notice_vi", "notice_en"),
)


def table(notices: Notices, units: list[Unit]) -> Iterator[list[Any]]:
    """A line a unit, below `HEADER`; one query for how all are reached."""
    told = [*notices.of(units)]
    contacts = reached(told, notices.names.rearrangement.day)
    return (_line(notice, contacts) for notice in told)


def documents(notices: Notices, units: list[Unit]) -> list[dict[str, Any]]:
    """The notices of units for programs; one query."""
    told = [*notices.of(units)]
    contacts = reached(told, notices.names.rearrangement.day)
    return [notice_document(one, texts(one, contacts)) for one in told]


def _line(notice: Notice, contacts: dict[str, Contact]) -> list[Any]:
    said = texts(notice, contacts)
    return [
        notice.unit.code or "",
        notice.unit.key,
        notice.names.full(notice.unit),
        "true" if notice.ends else "false",
        notice.day.isoformat(),
        "; ".join(one.number for one in notice.instruments),
        "; ".join(notice.clauses),
        "; ".join(notice.names.full(unit) for unit, _extent in notice.successors),
        said["vi"],
        said["en"],
    ]

"""A list of works as a table to take along."""

from collections.abc import Iterator
from typing import Any

from tinhgon.work.listing.inbox import Question, inbox

AT_ONCE = 1000


def header() -> list[str]:
    """The columns."""
    return [
        *("key", "kind", "title", "product", "unit", "giver", "since", "promised", "due"),
        *("state", "standing", "days_late", "at_risk", "excused", "objected"),
    ]


def lines(question: Question) -> Iterator[list[Any]]:
    """All works that are asked for, in order."""
    start = 0
    while rows := inbox(question, start=start, most=AT_ONCE).rows:
        start += AT_ONCE
        for row in rows:
            work, status = row.work, row.status
            yield [
                *(work.key, work.kind, work.title, work.product, row.unit, work.giver.key),
                *(row.since.date().isoformat(), row.promised, status.due),
                *(row.state.value, status.standing.value, status.days_late, status.at_risk),
                *(row.excused, row.objected),
            ]

"""The plan of a year as a table to take along."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tinhgon.directives.committees.people import member_names
from tinhgon.directives.committees.planning.lines import Line
from tinhgon.directives.committees.words import when


def header() -> list[str]:
    """The columns."""
    return [
        *("item", "what", "product", "planned_for", "due", "member", "unit"),
        *("recurring", "state", "closed_on", "words"),
    ]


def table(found: Sequence[Line], on: date) -> Iterator[list[Any]]:
    """Items as they stand on a day, in order."""
    names = member_names([one.member for one in found if one.member], on)
    for line in found:
        item, closing = line.item, line.closing
        planned_for = when(item.plan.year, item.month, item.day)
        yield [
            *(item.pk, item.what, item.product, planned_for, line.due),
            names[line.member.pk] if line.member else "",
            line.unit.key if line.unit else "",
            *(item.recurring, line.state.value),
            closing.on if closing else None,
            closing.words if closing else "",
        ]

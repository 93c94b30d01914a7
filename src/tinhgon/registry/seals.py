"""What bulk acts of the register wrote, one text a row, so that the audit can prove it unaltered.

The rows of one act are those recorded at its instant. Only facts that never change are read: when a
row was closed in the record is not among them.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import connection

from tinhgon.audit.models import Entry
from tinhgon.audit.record import seals_rows
from tinhgon.temporal.bulk import fetch, joined

_FACTS = {
    "version": ("level", "kind", "name", "valid_from", "valid_to"),
    "code": ("scheme", "code", "valid_from", "valid_to"),
    "tie": ("hierarchy", "parent_id", "valid_from", "valid_to"),
}


def rows_recorded_at(at: datetime) -> Iterator[str]:
    """Every row of the register recorded at an instant, table by table, in order of its id."""
    instant = str(connection.ops.adapt_datetimefield_value(at))
    for table, facts in _FACTS.items():
        text = joined("unit.key", *(f"t.{fact}" for fact in facts))
        yield from _column(
            f"SELECT {text} FROM registry_{table} t JOIN registry_unit unit ON unit.id = t.unit_id "
            "WHERE t.recorded_from = %(at)s ORDER BY t.id",
            instant,
        )
    text = joined("p.key", "s.key", "t.day", "t.extent", "t.carries", "t.verb")
    yield from _column(
        f"SELECT {text} FROM registry_succession t "
        "JOIN registry_unit p ON p.id = t.predecessor_id "
        "JOIN registry_unit s ON s.id = t.successor_id "
        "WHERE t.recorded_from = %(at)s ORDER BY t.id",
        instant,
    )


@seals_rows("registry.loaded")
@seals_rows("registry.corrected")
def _rows_of(entry: Entry) -> Iterator[str]:
    return rows_recorded_at(entry.at)


def _column(query: str, instant: str) -> Iterator[str]:
    return (text for (text,) in fetch(query, at=instant))

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

_DATED = ("valid_from", "valid_to", "instrument_id", "reason")
_PLACE = ("latitude", "longitude", "area_km2")
_FACTS = {
    "version": ("level", "kind", "name", *_PLACE, "source", *_DATED, "ended_under_id"),
    "code": ("scheme", "code", *_DATED),
    "tie": ("hierarchy", "parent_id", *_DATED),
}
_SUCCESSION = ("day", "extent", "carries", "main", "verb", "evidence", "instrument_id", "clause")


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
    text = joined("p.key", "s.key", *(f"t.{fact}" for fact in _SUCCESSION))
    yield from _column(
        f"SELECT {text} FROM registry_succession t "
        "JOIN registry_unit p ON p.id = t.predecessor_id "
        "JOIN registry_unit s ON s.id = t.successor_id "
        "WHERE t.recorded_from = %(at)s ORDER BY t.id",
        instant,
    )


@seals_rows("registry.loaded")
@seals_rows("registry.standard-bodies-added")
@seals_rows("registry.corrected")
@seals_rows("registry.divisions-invented")
def _rows_of(entry: Entry) -> Iterator[str]:
    return rows_recorded_at(entry.at)


def _column(query: str, instant: str) -> Iterator[str]:
    return (text for (text,) in fetch(query, at=instant))

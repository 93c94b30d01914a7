"""Dated rows are ended on a day; those that would begin then or later never were."""

from datetime import date
from typing import Any


def end_rows(rows: Any, on: date) -> None:
    """End on a day all rows of a queryset that go on; rows with `moved_from` forget it first."""
    begins = rows.filter(valid_from__gte=on)
    if hasattr(rows.model, "moved_from"):
        begins.update(moved_from=None)
    begins.delete()
    (rows.filter(valid_to=None) | rows.filter(valid_to__gt=on)).update(valid_to=on)

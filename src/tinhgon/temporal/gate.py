"""The write gate: while a reorganisation takes effect nobody else writes.

What they wrote might hang on a unit that ends in the same moment. On PostgreSQL ordinary writers
share an advisory lock, which such an act holds alone; on SQLite a write transaction is alone by
nature.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection, transaction

GATE = 7_465_312_907
"""The advisory lock of PostgreSQL that is the gate; any number will do, as long as it stays."""


class Busy(Exception):
    """The register is being rearranged, or another writer holds it: try again in a moment."""


@contextmanager
def behind_gate(alone: bool) -> Iterator[None]:
    """One transaction behind the gate; `Busy` for whoever cannot get in within the time allowed."""
    try:
        with transaction.atomic():
            _pass_gate(alone)
            yield
    except OperationalError as error:
        if _is_waiting_over(error):
            raise Busy from error
        raise


def _pass_gate(alone: bool) -> None:
    if connection.vendor != "postgresql":
        return
    lock = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{settings.GATE_SECONDS}s"])
        cursor.execute(f"SELECT {lock}(%s)", [GATE])


def _is_waiting_over(error: OperationalError) -> bool:
    state: Any = getattr(error.__cause__, "sqlstate", None)
    return state == "55P03" or "database is locked" in str(error)

"""An act: one transaction behind the write gate.

While a reorganisation takes effect nobody else may write, since what they write might hang on a
unit that ends in the same moment. On PostgreSQL ordinary acts share an advisory lock and such an
act holds it alone; on SQLite a write transaction is alone by nature. Whoever cannot get in within
the time allowed is told to wait, by `Busy`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.conf import settings
from django.db import OperationalError, connection, transaction

GATE = 7_465_312_907
"""The advisory lock of PostgreSQL that is the gate; any number will do, as long as it stays."""

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Busy(Exception):
    """The register is being rearranged, or another writer holds it: try again in a moment."""


def act(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """An act beside which others may go on."""
    return _behind_gate(function, alone=False)


def act_alone(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """An act beside which nobody else writes: loading, enacting, taking effect."""
    return _behind_gate(function, alone=True)


def _behind_gate(function: Callable[Given, Result], alone: bool) -> Callable[Given, Result]:
    @wraps(function)
    def behind_gate(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            with transaction.atomic():
                _pass_gate(alone)
                return function(*args, **kwargs)
        except OperationalError as error:
            if _is_waiting_over(error):
                raise Busy from error
            raise

    behind_gate.is_act = True  # type: ignore[attr-defined]
    return behind_gate


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

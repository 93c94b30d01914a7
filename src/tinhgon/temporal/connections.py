"""What every connection to PostgreSQL is told once: nothing is compiled for a query of a page.

Queries over many rows are estimated dear, so that the server would compile them; that takes ten
times as long as answering.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver


@receiver(connection_created, dispatch_uid="compile-no-queries")
def compile_no_queries(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Turn the server's compiler off, for this connection alone."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET jit = off")

"""Bulk work as set-based SQL: the same statements on SQLite and PostgreSQL.

Rows go into a temporary table in one stream; `INSERT … SELECT` and `UPDATE … FROM` do the rest.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def staged(
    name: str, columns: Mapping[str, str], rows: Iterable[Sequence[Any]], index: str | None = None
) -> Iterator[str]:
    """A temporary table with these typed columns and rows, gone at the end of the block.

    `index` names the column to look rows up by. Values are text, numbers or None; dates and
    instants are written in ISO form.
    """
    declared = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE TEMPORARY TABLE "{name}" ({declared})')
        _fill(cursor, name, list(columns), rows)
        if index:
            cursor.execute(f'CREATE UNIQUE INDEX "{name}_{index}" ON "{name}" ("{index}")')
        if connection.vendor == "postgresql":
            cursor.execute(f'ANALYZE "{name}"')
        try:
            yield name
        finally:
            if not connection.needs_rollback:
                cursor.execute(f'DROP TABLE IF EXISTS "{name}"')


def run(statement: str, **values: Any) -> int:
    """Carry out one statement with named values (`%(day)s`) and say how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        return int(cursor.rowcount)


def fetch(statement: str, **values: Any) -> list[tuple[Any, ...]]:
    """All rows of a query with named values, as the database gives them."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        return list(cursor.fetchall())


def joined(*columns: str) -> str:
    """An expression for columns as one text, parted by |; what is NULL is left empty."""
    return " || '|' || ".join(f"coalesce(cast({column} AS text), '')" for column in columns)


def note_sizes(*tables: str) -> None:
    """Let PostgreSQL see how large tables have become; without it, plans are made for empty ones."""
    if connection.vendor == "postgresql":
        for table in tables:
            run(f'ANALYZE "{table}"')


def _fill(cursor: Any, name: str, columns: list[str], rows: Iterable[Sequence[Any]]) -> None:
    named = ", ".join(f'"{column}"' for column in columns)
    if connection.vendor == "postgresql":
        with cursor.copy(f'COPY "{name}" ({named}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
    else:
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(f'INSERT INTO "{name}" ({named}) VALUES ({places})', rows)

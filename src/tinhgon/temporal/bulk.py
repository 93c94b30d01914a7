"""Bulk work as set-based SQL: the same statements on SQLite and PostgreSQL.

Rows go into a temporary table in one stream; `INSERT … SELECT` and `UPDATE … FROM` do the rest.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def staged(
    name: str, columns: Mapping[str, str], rows: Iterable[Sequence[Any]], index: str | None = None
) -> Iterator[str]:
    """A temporary table with these typed columns and rows, gone at the end of the block.

    The block is one transaction: an error takes back what was done in it.

    `index` names the column to look rows up by. Values are text, numbers or None; dates and
    instants are written in ISO form.
    """
    declared = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
    with transaction.atomic(), connection.cursor() as cursor:  # whatever fails, the table goes
        cursor.execute(f'CREATE TEMPORARY TABLE "{name}" ({declared})')
        fill(cursor, name, list(columns), rows)
        if index:
            cursor.execute(f'CREATE UNIQUE INDEX "{name}_{index}" ON "{name}" ("{index}")')
        if connection.vendor == "postgresql":
            cursor.execute(f'ANALYZE "{name}"')
        yield name
        cursor.execute(f'DROP TABLE "{name}"')


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


def as_text(column: str) -> str:
    """An expression for a day as its ISO text, which no engine turns into a value of its own."""
    return f"cast({column} AS text)"


def joined(*columns: str) -> str:
    """An expression for columns as one text, parted by |; what is NULL is left empty."""
    return " || '|' || ".join(f"coalesce(cast({column} AS text), '')" for column in columns)


def as_day(name: str) -> str:
    """An expression for a named value that is a day in ISO form, as columns of days are kept."""
    return f"CAST(%({name})s AS date)" if connection.vendor == "postgresql" else f"%({name})s"


def days_between(start: str, end: str) -> str:
    """An expression for the days from one instant to another, with their fraction."""
    if connection.vendor == "postgresql":
        return f"(extract(epoch FROM {end} - {start}) / 86400.0)"
    return f"(julianday({end}) - julianday({start}))"


def members(name: str) -> str:
    """A query of the texts in a JSON array that is given as a named value: its column `value`."""
    if connection.vendor == "postgresql":
        return f"SELECT value FROM json_array_elements_text(CAST(%({name})s AS json))"
    return f"SELECT value FROM json_each(%({name})s)"


def note_sizes(*tables: str) -> None:
    """Let PostgreSQL see how large tables have become; else its plans are made for empty ones."""
    if connection.vendor == "postgresql":
        for table in tables:
            run(f'ANALYZE "{table}"')


@contextmanager
def collecting_later() -> Iterator[None]:
    """Make many values that all stay: looking for waste among them meanwhile finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def fill(cursor: Any, name: str, columns: list[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows into a table in one stream."""
    named = ", ".join(f'"{column}"' for column in columns)
    if connection.vendor == "postgresql":
        with cursor.copy(f'COPY "{name}" ({named}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
    else:
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(f'INSERT INTO "{name}" ({named}) VALUES ({places})', rows)

"""Fixtures that fill the database: made by their acts once in a process, put back row by row after.

A test begins with a database that the one before left as it was. What a fixture writes is the same
each time, so that from the second time on its rows are written without the acts. Where it does not
begin with the database it began with before, or its rows are refused, it is made anew.
"""

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any

Rows = dict[str, dict[Any, tuple[Any, ...]]]


@dataclass(frozen=True)
class Made:
    """What a fixture gave, and the rows that it removed, changed and added, by table."""

    given: bytes
    removed: Rows
    changed: Rows
    added: Rows


def made_once(fixture: Callable[..., Any]) -> Callable[..., Any]:
    """A fixture function that is not carried out again where its outcome is known.

    It takes all that it needs from other fixtures and leaves nothing outside the database.
    """
    known: dict[Any, Made | None] = {}

    @wraps(fixture)
    def asked(**others: Any) -> Any:
        from django.db import DatabaseError

        beginning = _counts()
        if (made := known.get(beginning)) is not None:
            try:
                return _put_back(made)
            except DatabaseError:  # something stands there that its rows do not agree with
                known[beginning] = None
        if beginning in known:
            return fixture(**others)
        before = _rows()
        given = fixture(**others)
        known[beginning] = _difference(before, _rows(), given)
        return given

    return asked


def _counts() -> tuple[Any, ...]:
    """How many rows each table has and which is the last: the same for the same beginning."""
    from tinhgon.temporal.bulk import fetch

    return tuple(fetch(_counting()))


@cache
def _counting() -> str:
    return " UNION ALL ".join(
        f"SELECT '{model._meta.db_table}', count(*), cast(max({_key(model)}) AS text) "
        f'FROM "{model._meta.db_table}"'
        for model in _models()
    )


def _rows() -> Rows:
    from tinhgon.temporal.bulk import fetch

    found: Rows = {}
    for model in _models():
        names = [field.column for field in model._meta.local_concrete_fields]
        place = names.index(model._meta.pk.column)
        rows = fetch(f'SELECT {_as_kept(names)} FROM "{model._meta.db_table}"')
        found[model._meta.db_table] = {row[place]: row for row in rows}
    return found


def _difference(before: Rows, after: Rows, given: Any) -> Made | None:
    """What lies between two states; nothing where what was given cannot be kept."""
    try:
        kept = pickle.dumps(given)
    except (pickle.PicklingError, AttributeError, TypeError):
        return None
    removed, changed, added = {}, {}, {}
    for table, rows in after.items():
        old = before[table]
        removed[table] = {key: row for key, row in old.items() if key not in rows}
        changed[table] = {key: row for key, row in rows.items() if old.get(key, row) != row}
        added[table] = {key: row for key, row in rows.items() if key not in old}
    return Made(kept, removed, changed, added)


def _put_back(made: Made) -> Any:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for statement, values in _statements(made):
            cursor.executemany(statement, values)
    if made.added["registry_register"] or made.changed["registry_register"]:
        from tinhgon.registry.revision import changed

        changed()  # nobody goes on with what was read of the register of another test
    return pickle.loads(made.given)


def _statements(made: Made) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    models = _models()
    for model in reversed(models):
        table = model._meta.db_table
        if rows := made.removed[table]:
            yield f'DELETE FROM "{table}" WHERE {_key(model)} = %s', [(key,) for key in rows]
    for model in models:
        table = model._meta.db_table
        names = [f'"{field.column}"' for field in model._meta.local_concrete_fields]
        if rows := made.changed[table]:
            values = ", ".join(f"{name} = %s" for name in names)
            yield (
                f'UPDATE "{table}" SET {values} WHERE {_key(model)} = %s',
                [(*row, key) for key, row in rows.items()],
            )
        if rows := made.added[table]:
            places = ", ".join("%s" for _name in names)
            yield f'INSERT INTO "{table}" ({", ".join(names)}) VALUES ({places})', [*rows.values()]


def _key(model: Any) -> str:
    return f'"{model._meta.pk.column}"'


def _as_kept(names: list[str]) -> str:
    """Columns as the database has them: SQLite is kept from making days and instants of texts."""
    from django.db import connection

    plain = "+" if connection.vendor == "sqlite" else ""
    return ", ".join(f'{plain}"{name}"' for name in names)


@cache
def _models() -> list[Any]:
    """All that have a table, each after those that it refers to."""
    from django.apps import apps

    ordered: dict[Any, None] = {}

    def add(model: Any, above: frozenset[Any] = frozenset()) -> None:
        for field in model._meta.local_concrete_fields:
            other = field.related_model and field.related_model._meta.concrete_model
            if other and other not in ordered and other not in above | {model}:
                add(other, above | {model})
        ordered.setdefault(model)

    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            add(model)
    return [*ordered]

"""Guards are taken away before migrations and made anew after them, on both engines."""

from collections.abc import Iterator
from typing import Any

from django.apps import AppConfig, apps
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver

from tinhgon.temporal.constraints import Guard, guards_of


@receiver(pre_migrate, dispatch_uid="drop-guards")
def drop_guards(sender: AppConfig, using: str, **_: Any) -> None:
    """Take the guards of one app off its tables."""
    _run(sender, using, create=False)


@receiver(post_migrate, dispatch_uid="make-guards")
def make_guards(sender: AppConfig, using: str, **_: Any) -> None:
    """Put the guards of one app onto its tables."""
    _run(sender, using, create=True)


def missing(using: str) -> Iterator[tuple[type[models.Model], Guard]]:
    """Guards that a model names and the database has not."""
    connection = connections[using]
    tables, present = _tables(connection), _present(connection)
    for model in apps.get_models():
        if model._meta.db_table in tables:
            for guard in guards_of(model):
                if not {*guard.names(connection.vendor)} <= present:
                    yield model, guard


def _run(app: AppConfig, using: str, create: bool) -> None:
    connection = connections[using]
    tables = _tables(connection)
    with connection.cursor() as cursor:
        for model in app.get_models():
            if model._meta.db_table not in tables:
                continue
            for guard in guards_of(model):
                place = (model._meta.db_table, connection.vendor)
                for statement in guard.drop(*place) + (guard.create(*place) if create else []):
                    cursor.execute(statement)


def _tables(connection: BaseDatabaseWrapper) -> set[str]:
    return {*connection.introspection.table_names()}


def _present(connection: BaseDatabaseWrapper) -> set[str]:
    query = (
        "SELECT conname FROM pg_constraint UNION SELECT tgname FROM pg_trigger"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall()}

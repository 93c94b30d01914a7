"""The database itself: made where there is none yet."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def is_prepared() -> bool:
    """Whether there is a database with tables; looking does not make one."""
    name = str(connection.settings_dict["NAME"])
    is_file = connection.vendor == "sqlite" and "memory" not in name
    if is_file and not Path(name).exists():
        return False
    return "django_migrations" in connection.introspection.table_names()


def left_to_migrate() -> int:
    """How many steps `tinhgon migrate` would take, the table of the cache being one."""
    executor = MigrationExecutor(connection)
    steps = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    cache = settings.CACHES["default"]
    kept_in_table = cache["BACKEND"].endswith("DatabaseCache")
    lacks_cache = kept_in_table and cache["LOCATION"] not in connection.introspection.table_names()
    return steps + lacks_cache


def prepare_database(verbosity: int = 0) -> None:
    """Create the tables where there are none yet; an older database is left to `migrate`."""
    if not is_prepared():
        call_command("migrate", verbosity=verbosity, interactive=False)
        call_command("createcachetable", verbosity=verbosity)

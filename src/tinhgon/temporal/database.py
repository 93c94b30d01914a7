"""The database itself: made where there is none yet."""

from django.core.management import call_command
from django.db import connection


def prepare_database(verbosity: int = 0) -> None:
    """Create the tables where there are none yet; an older database is left to `migrate`."""
    if "django_migrations" not in connection.introspection.table_names():
        call_command("migrate", verbosity=verbosity, interactive=False)
        call_command("createcachetable", verbosity=verbosity)

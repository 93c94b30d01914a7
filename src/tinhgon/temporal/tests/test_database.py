"""A database is made where there is none, and an older one is left alone."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tinhgon.temporal.database import is_prepared, left_to_migrate, prepare_database

pytestmark = pytest.mark.django_db


@pytest.fixture
def migrations():
    """What the database has written down of its own making."""
    return MigrationRecorder(connection).migration_qs


def test_a_database_with_tables_is_prepared():
    assert is_prepared()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has no file")
def test_looking_for_a_database_makes_none(monkeypatch, tmp_path):
    monkeypatch.setitem(connection.settings_dict, "NAME", tmp_path / "none.sqlite3")

    assert not is_prepared()
    assert not (tmp_path / "none.sqlite3").exists()


def test_nothing_is_left_to_migrate_in_a_new_database():
    assert left_to_migrate() == 0


def test_each_step_that_is_left_counts(migrations):
    migrations.filter(app="audit", name="0001_initial").delete()

    assert left_to_migrate() == 1


def test_the_table_of_the_cache_is_a_step(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "not_there_yet",
        }
    }

    assert left_to_migrate() == 1


def test_a_database_that_is_there_is_left_as_it_is(migrations):
    migrations.filter(app="audit").delete()

    prepare_database()

    assert left_to_migrate() == 1


def test_where_there_is_none_tables_are_made(monkeypatch):
    called = []
    monkeypatch.setattr("tinhgon.temporal.database.is_prepared", lambda: False)
    monkeypatch.setattr(
        "tinhgon.temporal.database.call_command", lambda name, **_: called.append(name)
    )

    prepare_database()

    assert called == ["migrate", "createcachetable"]

"""Guards come back whatever a migration did to their tables, and nobody misses one unnoticed."""

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection

from tinhgon.audit.models import Entry
from tinhgon.registry.models import Version
from tinhgon.temporal.constraints import Guard, guards_of
from tinhgon.temporal.guards import missing

ONE_VERSION = "registry_one_version_a_day"


def lost():
    """The names of the guards that are not in the database."""
    return [guard.name for _, guard in missing("default")]


def lose(model, name):
    """Drop all that a guard made, as somebody with a shell could."""
    (guard,) = [one for one in guards_of(model) if one.name == name]
    execute(guard.drop(model._meta.db_table, connection.vendor))
    return guard


def execute(statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.mark.django_db
def test_every_guard_is_there_after_the_first_migration():
    assert lost() == []


@pytest.mark.django_db
def test_a_lost_guard_is_missed_and_made_anew_by_migrating():
    lose(Version, ONE_VERSION)
    lose(Entry, "audit_append_only")

    before = lost()
    call_command("migrate", verbosity=0)

    assert {*before} == {ONE_VERSION, "audit_append_only"}
    assert lost() == []


@pytest.mark.django_db
def test_half_a_guard_is_missed_too():
    guard = lose(Entry, "audit_append_only")

    execute(guard.create("audit_entry", connection.vendor)[:-1])

    assert lost() == ["audit_append_only"]


@pytest.mark.django_db
def test_the_system_check_names_each_guard_that_is_lost():
    lose(Version, ONE_VERSION)

    (error,) = run_checks(tags=["database"], databases=["default"])

    assert error.id == "temporal.E001"
    assert f"{ONE_VERSION} of registry.Version" in error.msg
    assert "tinhgon migrate" in error.hint


@pytest.mark.django_db
def test_checking_fails_where_a_guard_is_lost():
    call_command("check", databases=["default"])

    lose(Version, ONE_VERSION)

    with pytest.raises(SystemCheckError, match=ONE_VERSION):
        call_command("check", databases=["default"])


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL remakes no table")
def test_a_table_that_is_remade_loses_its_triggers_until_migrating_is_over(committed):
    with connection.schema_editor() as editor:
        editor._remake_table(Version)

    before = lost()
    call_command("migrate", verbosity=0)

    assert before == [ONE_VERSION]
    assert lost() == []


def test_a_migration_that_takes_a_guard_away_takes_it_off_the_table(committed):
    (guard,) = guards_of(Version)

    with connection.schema_editor() as editor:
        editor.remove_constraint(Version, guard)
    before = lost()
    call_command("migrate", verbosity=0)

    assert before == [ONE_VERSION]
    assert lost() == []


def test_a_migration_that_adds_a_guard_leaves_the_making_to_its_end(committed):
    (guard,) = guards_of(Version)
    lose(Version, ONE_VERSION)

    with connection.schema_editor() as editor:
        editor.add_constraint(Version, guard)
    before = lost()
    call_command("migrate", verbosity=0)

    assert before == [ONE_VERSION]
    assert lost() == []


def test_what_a_migration_writes_down_is_equal_to_what_the_model_says():
    path, args, kwargs = guards_of(Version)[0].deconstruct()

    written = type(guards_of(Version)[0])(*args, **kwargs)

    assert path == "tinhgon.temporal.constraints.NoOverlap"
    assert written == guards_of(Version)[0]
    assert isinstance(written, Guard)
    assert "violation_error_message" not in kwargs


def test_guards_of_other_names_are_not_equal():
    (guard,) = guards_of(Version)

    other = guard.clone()
    other.name = "another"

    assert guard.clone() == guard
    assert other != guard

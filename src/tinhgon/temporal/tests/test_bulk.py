"""Bulk work: rows in a temporary table, and statements that read the same on both engines."""

import gc
import json
from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tinhgon.registry.models import Unit
from tinhgon.temporal.bulk import (
    as_text,
    collecting_later,
    fetch,
    joined,
    members,
    note_sizes,
    run,
    staged,
)

pytestmark = pytest.mark.django_db

COLUMNS = {"key": "text", "place": "bigint", "share": "double precision", "day": "date"}
ROWS = [("DM", 1, 0.5, "2025-07-01"), ("Đắk Ơ'|\t\\N", None, None, None)]


@pytest.fixture
def units(db):
    return Unit.objects.bulk_create([Unit(id=1, key="DM"), Unit(id=2, key="TM")])


def is_there(table):
    with connection.cursor() as cursor:
        return table in {one.name for one in connection.introspection.get_table_list(cursor)}


def test_rows_are_staged_as_they_were_given():
    with staged("wanted", COLUMNS, ROWS) as name:
        found = fetch(f"SELECT key, place, share, {as_text('day')} FROM {name} ORDER BY place")

    assert {*found} == {*ROWS}


def test_rows_may_come_one_at_a_time():
    with staged("wanted", {"place": "bigint"}, ((place,) for place in range(5000))):
        assert fetch("SELECT count(*), max(place) FROM wanted") == [(5000, 4999)]


def test_no_rows_are_no_fault():
    with staged("wanted", COLUMNS, [], index="key"):
        assert fetch("SELECT * FROM wanted") == []


def test_the_table_is_gone_at_the_end_of_the_block():
    with staged("wanted", COLUMNS, ROWS):
        assert fetch("SELECT count(*) FROM wanted") == [(2,)]

    assert not is_there("wanted")


def test_the_table_is_gone_where_the_block_is_left_by_an_error():
    with pytest.raises(KeyError), staged("wanted", COLUMNS, ROWS):
        raise KeyError

    assert not is_there("wanted")


def test_a_name_can_be_used_again_after_the_database_refused(units):
    with pytest.raises(IntegrityError), transaction.atomic(), staged("wanted", COLUMNS, ROWS):
        run("INSERT INTO registry_unit (id, key) SELECT 3, 'DM'")

    with staged("wanted", COLUMNS, ROWS):
        assert fetch("SELECT count(*) FROM wanted") == [(2,)]


def test_a_name_can_be_used_again_although_nobody_had_begun_a_transaction(committed):
    with pytest.raises(DatabaseError), staged("wanted", COLUMNS, ROWS):
        run("SELECT nothing FROM nowhere")

    with staged("wanted", COLUMNS, ROWS):
        assert fetch("SELECT count(*) FROM wanted") == [(2,)]


def test_an_error_takes_back_what_was_done_in_the_block(units):
    def emptied():
        with staged("wanted", COLUMNS, ROWS):
            run("DELETE FROM registry_unit")
            raise KeyError

    with pytest.raises(KeyError):
        emptied()

    assert Unit.objects.count() == 2


def test_texts_are_given_as_one_value():
    keys = json.dumps(["DM", "Đắk Ơ'|"])

    assert fetch(members("keys"), keys=keys) == [("DM",), ("Đắk Ơ'|",)]


def test_what_is_looked_up_by_is_there_once():
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        staged("wanted", {"key": "text"}, [("DM",), ("DM",)], index="key"),
    ):
        raise AssertionError("a key that is there twice was taken")


def test_a_statement_takes_named_values_and_counts_the_rows_it_touched(units):
    touched = run("UPDATE registry_unit SET key = %(new)s WHERE key = %(old)s", new="MT", old="TM")

    assert touched == 1
    assert fetch("SELECT id FROM registry_unit WHERE key = %(key)s", key="MT") == [(2,)]


def test_many_rows_change_places_in_one_statement(units):
    swapped = [("DM", "TM"), ("TM", "DM")]

    with staged("renamed", {"old": "text", "new": "text"}, swapped, index="old"):
        fetched = fetch(
            "SELECT renamed.new FROM registry_unit JOIN renamed ON old = key ORDER BY id"
        )

    assert fetched == [("TM",), ("DM",)]


def test_columns_are_joined_as_one_text_and_what_is_not_known_is_empty():
    with staged("wanted", COLUMNS, [("DM", None, None, "2025-07-01")]):
        found = fetch(f"SELECT {joined('key', 'place', 'day')} FROM wanted")

    assert found == [("DM||2025-07-01",)]


def test_a_day_is_given_as_its_text_on_both_engines():
    with staged("wanted", {"day": "date"}, [(date(2025, 7, 1).isoformat(),)]):
        assert fetch(f"SELECT {as_text('day')} FROM wanted") == [("2025-07-01",)]


def test_sizes_can_be_noted_on_both_engines(units):
    note_sizes("registry_unit")

    assert Unit.objects.count() == 2


def test_waste_is_collected_again_afterwards():
    with collecting_later():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_whoever_collects_no_waste_goes_on_so():
    gc.disable()

    with collecting_later():
        pass
    was_on = gc.isenabled()
    gc.enable()

    assert not was_on

"""What the database refuses by itself: periods that share a day, and changes of what is final."""

from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils.translation import override

from tinhgon.audit.models import Entry
from tinhgon.audit.record import record
from tinhgon.registry.models import Code, Unit, Version
from tinhgon.temporal.bulk import run
from tinhgon.temporal.constraints import NoOverlap

pytestmark = pytest.mark.django_db

SPRING, SUMMER, AUTUMN = date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1)
EARLIER, LATER = datetime(2025, 7, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def dai_mo(db):
    return Unit.objects.create(id=1, key="DM")


@pytest.fixture
def tay_mo(db):
    return Unit.objects.create(id=2, key="TM")


def named(unit, start, end, *, recorded_to=None):
    """A name of a unit in a period, not yet written."""
    return Version(
        unit=unit,
        level="commune",
        kind="phường",
        name="Đại Mỗ",
        valid_from=start,
        valid_to=end,
        recorded_from=EARLIER,
        recorded_to=recorded_to,
    )


def coded(unit, start, end, *, scheme="official"):
    """A code of a unit in a period, not yet written."""
    return Code(
        unit=unit,
        code="00634",
        scheme=scheme,
        valid_from=start,
        valid_to=end,
        recorded_from=EARLIER,
    )


def is_refused(write):
    """Whether the database refuses something, and everything else goes on."""
    try:
        with transaction.atomic():
            write()
    except IntegrityError as refused:
        return "registry_one" in str(refused) or "audit_append_only" in str(refused)
    return False


def test_periods_that_touch_share_no_day(dai_mo):
    named(dai_mo, SPRING, SUMMER).save()

    assert not is_refused(named(dai_mo, SUMMER, AUTUMN).save)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2025, 6, 30), AUTUMN),  # begins on its last day
        (date(2025, 1, 1), date(2025, 4, 2)),  # ends after its first
        (date(2025, 5, 1), date(2025, 6, 1)),  # within
        (date(2025, 1, 1), AUTUMN),  # around
        (SPRING, SUMMER),  # the same
        (None, date(2025, 4, 2)),
        (date(2025, 6, 30), None),
        (None, None),
    ],
)
def test_one_shared_day_is_refused(dai_mo, start, end):
    named(dai_mo, SPRING, SUMMER).save()

    assert is_refused(named(dai_mo, start, end).save)


@pytest.mark.parametrize(("start", "end"), [(None, SPRING), (SUMMER, None), (SUMMER, AUTUMN)])
def test_what_lies_outside_a_period_is_free(dai_mo, start, end):
    named(dai_mo, SPRING, SUMMER).save()

    assert not is_refused(named(dai_mo, start, end).save)


def test_a_period_without_an_end_goes_on_for_ever(dai_mo):
    named(dai_mo, SPRING, None).save()

    assert is_refused(named(dai_mo, date(2999, 1, 1), None).save)
    assert not is_refused(named(dai_mo, None, SPRING).save)


def test_a_period_without_a_start_was_always(dai_mo):
    named(dai_mo, None, SPRING).save()

    assert is_refused(named(dai_mo, date(1900, 1, 1), date(1900, 1, 2)).save)
    assert not is_refused(named(dai_mo, SPRING, None).save)


def test_another_unit_is_free(dai_mo, tay_mo):
    named(dai_mo, SPRING, SUMMER).save()

    assert not is_refused(named(tay_mo, SPRING, SUMMER).save)


def test_all_that_is_named_must_be_alike(dai_mo):
    coded(dai_mo, SPRING, SUMMER).save()

    assert not is_refused(coded(dai_mo, SPRING, SUMMER, scheme="post").save)


def test_each_constraint_of_a_model_is_kept(dai_mo, tay_mo):
    coded(dai_mo, SPRING, SUMMER).save()

    assert is_refused(coded(tay_mo, date(2025, 6, 30), None).save)
    assert not is_refused(coded(tay_mo, SUMMER, None).save)


def test_what_is_closed_in_the_record_leaves_its_days_free(dai_mo):
    named(dai_mo, SPRING, SUMMER, recorded_to=LATER).save()

    assert not is_refused(named(dai_mo, SPRING, SUMMER).save)


def test_what_is_written_as_closed_is_never_refused(dai_mo):
    named(dai_mo, SPRING, SUMMER).save()

    assert not is_refused(named(dai_mo, SPRING, SUMMER, recorded_to=LATER).save)


def test_a_period_cannot_grow_into_another(dai_mo):
    named(dai_mo, SPRING, SUMMER).save()
    after = named(dai_mo, SUMMER, AUTUMN)
    after.save()

    after.valid_from = date(2025, 6, 30)

    assert is_refused(after.save)
    assert is_refused(lambda: Version.objects.filter(valid_from=SPRING).update(valid_to=AUTUMN))


def test_a_period_may_shrink_and_grow_where_nothing_is(dai_mo):
    before, after = named(dai_mo, SPRING, SUMMER), named(dai_mo, SUMMER, AUTUMN)
    before.save()
    after.save()

    after.valid_to = None
    before.valid_to = date(2025, 6, 30)

    assert not is_refused(after.save)
    assert not is_refused(before.save)


def test_what_was_closed_cannot_be_opened_beside_what_took_its_place(dai_mo):
    named(dai_mo, SPRING, SUMMER, recorded_to=LATER).save()
    named(dai_mo, SPRING, SUMMER).save()

    closed = Version.objects.exclude(recorded_to=None)

    assert is_refused(lambda: closed.update(recorded_to=None))


def test_a_row_cannot_move_to_a_unit_that_is_taken(dai_mo, tay_mo):
    named(dai_mo, SPRING, SUMMER).save()
    named(tay_mo, SPRING, SUMMER).save()

    assert is_refused(lambda: Version.objects.filter(unit=tay_mo).update(unit=dai_mo))


def test_many_at_once_are_refused_as_one(dai_mo):
    many = [named(dai_mo, SPRING, SUMMER), named(dai_mo, date(2025, 6, 30), AUTUMN)]

    assert is_refused(lambda: Version.objects.bulk_create(many))
    assert Version.objects.count() == 0


def test_sql_by_hand_is_refused_too(dai_mo):
    named(dai_mo, SPRING, SUMMER).save()

    copy = """
        INSERT INTO registry_version
          (unit_id, level, kind, name, valid_from, valid_to, recorded_from, source, reason)
        SELECT unit_id, level, kind, name, valid_from, valid_to, recorded_from, source, reason
        FROM registry_version
    """

    assert is_refused(lambda: run(copy))


def test_people_are_told_in_a_sentence_before_the_database_refuses(dai_mo):
    named(dai_mo, SPRING, SUMMER).save()

    with override("en"), pytest.raises(ValidationError) as told:
        named(dai_mo, date(2025, 6, 30), None).validate_constraints()

    assert told.value.messages == ["The unit already has a name and kind in this period."]
    assert told.value.error_dict["__all__"][0].code == "overlap"


def test_what_the_database_would_take_is_not_complained_of(dai_mo):
    held = named(dai_mo, SPRING, SUMMER)
    held.save()

    held.validate_constraints()
    named(dai_mo, SUMMER, None).validate_constraints()
    named(dai_mo, None, SPRING).validate_constraints()
    named(dai_mo, SPRING, SUMMER, recorded_to=LATER).validate_constraints()


def test_a_period_ends_after_it_starts(dai_mo):
    with pytest.raises(IntegrityError, match="registry_version_period"):
        named(dai_mo, SUMMER, SUMMER).save()


@pytest.fixture
def entry(operator):
    """An entry in the record of acts, which is only ever added to."""
    return record("test.done", by=operator, target="test")


def test_what_is_written_once_is_not_changed(entry):
    entry.actor = "somebody else"

    assert is_refused(entry.save)
    assert is_refused(lambda: Entry.objects.update(actor="somebody else"))


def test_what_is_written_once_is_not_deleted(entry):
    assert is_refused(entry.delete)
    assert is_refused(lambda: run("DELETE FROM audit_entry"))
    assert Entry.objects.count() == 1


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite knows no TRUNCATE")
def test_what_is_written_once_is_not_truncated(entry):
    assert is_refused(lambda: run("TRUNCATE audit_entry"))


def test_what_is_written_once_may_be_added_to(entry, operator):
    record("test.done", by=operator, target="test")

    assert Entry.objects.count() == 2


def test_what_does_not_count_may_share_a_day(db):
    guard = NoOverlap(
        name="registry_one_ward", among=("name",), open_in=None, only=("kind", ("phường", "o'xã"))
    )
    columns = '"id" integer, "name" text, "kind" text, "valid_from" date, "valid_to" date'

    with table_with(guard, columns) as insert:
        assert insert(1, "Đại Mỗ", "phường", SPRING, None)
        assert insert(2, "Đại Mỗ", "xã", SPRING, None)
        assert not insert(3, "Đại Mỗ", "o'xã", SUMMER, None)
        assert insert(4, "Tây Mỗ", "phường", SUMMER, None)


def test_what_comes_to_count_is_looked_at_anew(db):
    guard = NoOverlap(
        name="registry_one_ward", among=("name",), open_in=None, only=("kind", ("p",))
    )
    columns = '"id" integer, "name" text, "kind" text, "valid_from" date, "valid_to" date'

    with table_with(guard, columns) as insert:
        insert(1, "Đại Mỗ", "p", SPRING, None)
        insert(2, "Đại Mỗ", "x", SPRING, None)

        assert is_refused(lambda: run("UPDATE registry_trial SET kind = 'p' WHERE id = 2"))


@contextmanager
def table_with(guard, columns):
    """A table of trial with a guard, and a function that says whether a row could be written."""
    run(f'CREATE TABLE "registry_trial" ({columns})')
    for statement in guard.create("registry_trial", connection.vendor):
        run(statement)

    def insert(number, *values):
        given = dict(zip("abcd", values, strict=True))
        return not is_refused(
            lambda: run(
                f"INSERT INTO registry_trial VALUES ({number}, %(a)s, %(b)s, %(c)s, %(d)s)", **given
            )
        )

    yield insert
    run('DROP TABLE "registry_trial"')

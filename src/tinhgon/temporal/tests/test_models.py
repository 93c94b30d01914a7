"""The two axes: what holds on a day, and what was known at an instant."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tinhgon.registry.models import Unit, Version
from tinhgon.temporal.models import in_force, known

pytestmark = pytest.mark.django_db

START, END = date(2020, 4, 1), date(2025, 7, 1)
A_DAY, A_MOMENT = timedelta(days=1), timedelta(microseconds=1)
WRITTEN = datetime(2025, 7, 1, 8, tzinfo=UTC)
CORRECTED = datetime(2026, 1, 1, 8, tzinfo=UTC)


@pytest.fixture
def name(db):
    """Writes a name of Đại Mỗ for a period."""
    unit = Unit.objects.create(id=1, key="DM")

    def written(text, start=None, end=None, recorded_from=WRITTEN, recorded_to=None):
        return Version.objects.create(
            unit=unit,
            level="commune",
            kind="phường",
            name=text,
            valid_from=start,
            valid_to=end,
            recorded_from=recorded_from,
            recorded_to=recorded_to,
        )

    return written


def names(rows):
    return [row.name for row in rows]


def test_a_period_holds_from_its_first_day(name):
    name("Đại Mỗ", START, END)

    assert names(Version.objects.on(START - A_DAY)) == []
    assert names(Version.objects.on(START)) == ["Đại Mỗ"]


def test_a_period_no_longer_holds_on_the_day_it_ends(name):
    name("Đại Mỗ", START, END)

    assert names(Version.objects.on(END - A_DAY)) == ["Đại Mỗ"]
    assert names(Version.objects.on(END)) == []


def test_without_an_end_it_still_holds(name):
    name("Đại Mỗ", START, None)

    assert names(Version.objects.on(date.max)) == ["Đại Mỗ"]


def test_without_a_start_it_held_before_records_began(name):
    name("Đại Mỗ", None, END)

    assert names(Version.objects.on(date.min)) == ["Đại Mỗ"]


def test_of_two_periods_that_touch_one_holds_on_each_day(name):
    name("Đại Mỗ", START, END)
    name("Tây Mỗ", END, None)

    assert names(Version.objects.on(END - A_DAY)) == ["Đại Mỗ"]
    assert names(Version.objects.on(END)) == ["Tây Mỗ"]


def test_a_row_is_known_from_the_instant_it_was_written(name):
    name("Đại Mỗ", recorded_from=WRITTEN)

    assert names(Version.objects.known_at(WRITTEN - A_MOMENT)) == []
    assert names(Version.objects.known_at(WRITTEN)) == ["Đại Mỗ"]


def test_a_row_is_no_longer_known_at_the_instant_it_was_closed(name):
    name("Đai Mỗ", recorded_from=WRITTEN, recorded_to=CORRECTED)
    name("Đại Mỗ", recorded_from=CORRECTED)

    assert names(Version.objects.known_at(CORRECTED - A_MOMENT)) == ["Đai Mỗ"]
    assert names(Version.objects.known_at(CORRECTED)) == ["Đại Mỗ"]


def test_without_an_instant_what_is_known_now_is_meant(name):
    name("Đai Mỗ", recorded_from=WRITTEN, recorded_to=CORRECTED)
    name("Đại Mỗ", recorded_from=CORRECTED)

    assert names(Version.objects.known_at()) == ["Đại Mỗ"]


def test_both_axes_are_asked_together(name):
    name("Đai Mỗ", START, END, recorded_from=WRITTEN, recorded_to=CORRECTED)
    name("Đại Mỗ", START, END, recorded_from=CORRECTED)
    name("Tây Mỗ", END, None)

    assert names(Version.objects.on(START).known_at(WRITTEN)) == ["Đai Mỗ"]
    assert names(Version.objects.known_at().on(START)) == ["Đại Mỗ"]


def test_earliest_first_and_what_has_no_start_before_all(name):
    name("Tây Mỗ", END, None)
    name("Đại Mỗ", START, END)
    name("Tổng Đại Mỗ", None, START)

    assert names(Version.objects.in_order()) == ["Tổng Đại Mỗ", "Đại Mỗ", "Tây Mỗ"]


def test_a_relation_can_be_asked_for_a_day_and_an_instant(name):
    name("Đại Mỗ", START, END)
    asked = {"prefix": "versions__"}

    in_time = Unit.objects.filter(in_force(START, **asked), known(WRITTEN, **asked))
    too_late = Unit.objects.filter(in_force(END, **asked), known(None, **asked))

    assert [unit.key for unit in in_time] == ["DM"]
    assert not too_late

"""The day and the instant that a page is asked for."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import make_aware

from tinhgon.ui import asked as module
from tinhgon.ui.asked import asked, year_named

TODAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(module, "localdate", lambda: TODAY)


@pytest.fixture
def of(rf):
    """What a page is asked by an address."""
    return lambda query="": asked(rf.get(f"/units/{query}"))


def test_without_a_day_it_is_today(of):
    assert (of().on, of().known_at, of().is_today, of().query) == (TODAY, None, True, "")


@pytest.mark.parametrize("written", ["2025-07-01", "01/07/2025", "1.7.2025"])
def test_a_day_is_read_as_people_and_as_programs_write_it(of, written):
    assert of(f"?on={written}").on == date(2025, 7, 1)


def test_a_day_stays_in_the_links_of_the_page(of):
    assert of("?on=01/07/2025").query == "?on=2025-07-01"


def test_a_day_that_is_none_leaves_today_and_keeps_what_was_typed(of):
    given = of("?on=31/02/2025")

    assert given.on == TODAY
    assert given.written["on"] == "31/02/2025"
    assert "31/02/2025" in given.wrong["on"]


def test_known_on_a_day_means_at_its_end(of):
    given = of("?known_at=26/11/2026")

    assert given.known_at == make_aware(datetime(2026, 11, 27))
    assert given.query == "?known_at=2026-11-26"
    assert not given.is_today


def test_known_at_an_instant_is_that_instant(of):
    given = of("?known_at=2026-11-26T08:30")

    assert given.known_at == make_aware(datetime(2026, 11, 26, 8, 30))
    assert given.query == "?known_at=2026-11-26T08%3A30%3A00"


@pytest.mark.parametrize("written", ["yesterday", "2026-11-26T25:00", "T"])
def test_an_instant_that_is_none_is_refused(of, written):
    given = of(f"?known_at={written}")

    assert given.known_at is None
    assert "known_at" in given.wrong


def test_an_instant_of_an_odd_zone_is_one_of_the_readers_own(of):
    given = of("?known_at=2025-07-01T00:00%2B23:59")

    assert given.known_at.utcoffset() == timedelta(hours=7)
    assert given.query == "?known_at=2025-06-30T07%3A01%3A00"


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("0001-01-01", 1900),
        ("0001-01-01T00:00%2B14:00", 1900),
        ("31/12/9999", 9000),
        ("9999-12-31T23:59-12:00", 9000),
    ],
)
def test_an_instant_beyond_all_registers_is_no_error(of, written, year):
    given = of(f"?known_at={written}")

    assert given.known_at.year == year
    assert not given.wrong


@pytest.mark.parametrize(
    ("written", "year"),
    [("2025", 2025), ("0025", None), ("20255", None), ("x", None), (None, None)],
)
def test_a_year_is_named_in_four_digits_or_not_at_all(written, year):
    assert year_named(written) == year

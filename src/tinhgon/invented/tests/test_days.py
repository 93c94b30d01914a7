from datetime import date

import pytest
from django.utils import timezone

from tinhgon.invented.days import in_year, instant

MAY, NEW_YEAR = date(2026, 5, 10), date(2026, 1, 3)


@pytest.mark.parametrize(
    ("on", "days", "day"),
    [
        (MAY, -9, date(2026, 5, 1)),
        (NEW_YEAR, -2, date(2026, 1, 1)),
        (NEW_YEAR, -3, date(2026, 1, 1)),
        (MAY, 235, date(2026, 12, 31)),
        (MAY, 236, date(2026, 12, 31)),
    ],
)
def test_a_day_stays_in_its_year(on, days, day):
    assert in_year(on, days) == day


def test_an_hour_that_has_not_come_is_now():
    assert instant(date(2026, 5, 10), 9).hour == 9
    assert abs(timezone.now() - instant(date(2999, 1, 1), 9)).total_seconds() < 60

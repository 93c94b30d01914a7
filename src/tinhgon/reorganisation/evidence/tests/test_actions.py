"""Facts that were done elsewhere are recorded whole, or not at all."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tinhgon.reorganisation.evidence.actions import Impossible, note
from tinhgon.reorganisation.models import Evidence

FACT = "household-opinion"


@pytest.fixture
def record(shared, world):
    """Ms Hương records how many households agree."""

    def recorded(**numbers):
        return note(shared, by=world.huong, on=date(2025, 6, 10), fact=FACT, **numbers)

    return recorded


def test_as_many_as_were_asked_may_agree(record):
    assert record(agreeing=10, asked=10).asked == 10


@pytest.mark.parametrize(
    ("agreeing", "asked"), [(11, 10), (5, None), (None, 5), (0, 0), (-1, 5), (1, 2**40)]
)
def test_what_cannot_be_is_not_recorded(record, agreeing, asked):
    with pytest.raises(Impossible):
        record(agreeing=agreeing, asked=asked)

    assert not Evidence.objects.exists()


@pytest.mark.parametrize("half", ["agreeing", "asked"])
def test_the_database_keeps_no_half_a_vote(record, half):
    record(agreeing=5, asked=10)

    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.update(**{half: None})

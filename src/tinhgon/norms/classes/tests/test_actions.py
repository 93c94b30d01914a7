"""What the law asks about a unit is recorded from a day on, and judged by from then."""

from datetime import date

import pytest

from tinhgon.norms.classes.actions import classify
from tinhgon.norms.models import Classification, Finding
from tinhgon.norms.refusals import Refused

WINTER, DAY = date(2025, 2, 28), date(2025, 6, 16)
START = date(2021, 1, 1)


def third_class(city, **more):
    given = {"aspect": "province_class", "value": "class_3", "on": START, "reason": "xếp loại"}
    return classify(city["P01"], by=city.by, **{**given, **more})


def small():
    return Finding.objects.filter(rule="division-too-small", closed=None)


def test_in_a_province_of_the_third_class_six_posts_were_enough_until_the_decree(city):
    third_class(city)

    city.run(WINTER)
    before = list(small())
    city.run(DAY)

    assert before == []
    assert small().get().limit == 7


def test_what_is_recorded_later_ends_what_was(city):
    first = third_class(city)

    third_class(city, value="class_1", on=DAY)

    first.refresh_from_db()
    assert first.valid_to == DAY
    assert Classification.objects.on(DAY).get().value == "class_1"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"aspect": "colour"}, "unknown-aspect"),
        ({"value": "class_9"}, "unknown-value"),
        ({"reason": ""}, "no-reason"),
    ],
)
def test_what_cannot_be_is_refused(city, said, code):
    with pytest.raises(Refused) as refused:
        third_class(city, **said)

    assert refused.value.code == code

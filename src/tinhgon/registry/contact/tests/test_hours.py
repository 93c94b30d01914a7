"""Hours as people say and type them, in both languages."""

import pytest
from django.utils.translation import override

from tinhgon.registry.contact.hours import NotUnderstood, typed, understood, week

OFFICE = "Mo-Fr 08:00-11:30,13:30-17:00; Sa 08:00-11:30"


@pytest.fixture(params=["vi", "en"])
def language(request):
    with override(request.param):
        yield request.param


def test_every_weekday_is_said_closed_ones_too():
    with override("vi"):
        said = [(run.days, run.times, run.is_closed) for run in week(OFFICE)]

    assert said == [
        ("Thứ Hai đến Thứ Sáu", "08:00–11:30, 13:30–17:00", False),
        ("Thứ Bảy", "08:00–11:30", False),
        ("Chủ Nhật", "nghỉ", True),
    ]


def test_the_same_in_english():
    with override("en"):
        said = [f"{run.days} {run.times}" for run in week("Mo-Th 08:00-17:00")]

    assert said == ["Monday to Thursday 08:00–17:00", "Friday to Sunday closed"]


def test_two_days_are_named_both():
    with override("en"):
        assert [run.days for run in week("Mo-Fr 08:00-17:00")] == [
            "Monday to Friday",
            "Saturday, Sunday",
        ]


def test_unknown_hours_say_nothing():
    assert week("") == []


def test_what_is_shown_for_editing_is_understood_as_it_was(language):
    assert understood(typed(OFFICE)) == OFFICE


@pytest.mark.parametrize(
    "line",
    [
        "Thứ Hai đến Thứ Sáu: 08:00–11:30, 13:30–17:00",
        "thứ 2 - thứ 6 8h-11h30 13h30-17h",
        "T2-T6: 8h00-11h30; T2-T6: 13h30-17h00",
        "Thứ 2-6: 8:00-11:30, 13:30-17:00",
        "Monday to Friday: 8.00-11.30, 13.30-17.00",
        "Mon, Tue, Wed, Thu, Fri 08:00-11:30, 13:30-17:00",
        "Mo-Fr 08:00-11:30,13:30-17:00",
    ],
)
def test_weekdays_and_times_are_understood_as_people_write_them(line, language):
    assert understood(line) == "Mo-Fr 08:00-11:30,13:30-17:00"


def test_sunday_has_a_name_of_its_own():
    assert understood("CN 8h-11h") == understood("Chủ nhật: 8h-11h") == "Su 08:00-11:00"


@pytest.mark.parametrize(
    "line",
    [
        "cả tuần 8h-11h",
        "Thứ Hai",
        "Thứ Hai: sáng",
        "Thứ Hai: 17:00-08:00",
        "Thứ Hai: 25:00-26:00",
        "Thứ Sáu đến Thứ Hai: 8h-11h",
        "Thứ Hai: 8h-11h trừ ngày lễ",
    ],
)
def test_a_line_that_is_not_understood_is_named(line):
    with pytest.raises(NotUnderstood) as refused:
        understood(f"Thứ Bảy: 8h-11h\n{line}")

    assert refused.value.line == line

"""The law of a day as rules ask it, on both sides of its thresholds and days."""

from datetime import date

import pytest

from tinhgon.domain.norms.figures import Unjudged
from tinhgon.norms.figures import LawOfDay

EVE, DAY = date(2025, 6, 15), date(2025, 6, 16)
WINTER = date(2025, 2, 28)


@pytest.mark.parametrize(("on", "least"), [(WINTER, 5), (DAY, 7)])
def test_a_division_of_a_small_province_needs_more_posts_from_its_day(on, least):
    assert LawOfDay(on).rule("division_minimum_posts", province_class="class_3").value == least


@pytest.mark.parametrize(("posts", "most"), [(9, 1), (10, 2), (14, 2), (15, 3)])
def test_deputies_go_by_posts(posts, most):
    found = LawOfDay(DAY).rule("division_deputies", posts=posts, province_class="class_1")

    assert found.number == most
    assert [(one.instrument, one.article, one.mark) for one in found.provisions] == [
        ("150/2025/NĐ-CP", "6(2)", "P")
    ]


@pytest.mark.parametrize(("of", "all_of_them"), [("special", 55), ("class_1", 48)])
def test_deputy_directors_go_by_the_number_of_departments(of, all_of_them):
    departments = {"special": 15, "class_1": 16}[of]

    found = LawOfDay(DAY).rule(
        "deputy_directors_allowed", departments=departments, province_class=of
    )

    assert found.number == all_of_them


def test_grace_ends_five_years_after_the_rearrangement():
    found = LawOfDay(date(2026, 1, 1)).rule("grace_last_day", rearranged_on=date(2025, 6, 20))

    assert found.value == date(2030, 6, 20)


def test_before_the_first_provision_there_is_no_answer():
    with pytest.raises(Unjudged) as why:
        LawOfDay(EVE).rule("departments_allowed", province_class="special")

    assert (why.value.reason, why.value.day) == ("before-first-provision", DAY)


def test_what_an_average_took_the_place_of_has_ended():
    with pytest.raises(Unjudged) as why:
        LawOfDay(date(2025, 10, 15)).rule("commune_division_deputies")

    assert why.value.reason == "ended"
    assert LawOfDay(date(2025, 10, 14)).rule("commune_division_deputies").number == 1


def test_what_the_law_leaves_open_has_no_number():
    found = LawOfDay(DAY).rule(
        "public_unit_minimum_staff", autonomy_group="group_1", basic_service=False
    )

    assert found.number is None


def test_what_may_be_chosen_is_known():
    assert LawOfDay(DAY).choices("autonomy_group") == ("group_1", "group_2", "group_3", "group_4")
    assert LawOfDay(DAY).choices("basic_service") == (True, False)
    assert LawOfDay(DAY).choices("posts") == ()

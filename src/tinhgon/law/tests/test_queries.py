"""What other modules ask, and what they are refused."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from tinhgon.law import queries
from tinhgon.law.queries import answer, changes, figure, judge, versions
from tinhgon.law.refusals import BadInput, NoProvision, UnknownInput, UnknownName

EVE, DAY = date(2025, 6, 15), date(2025, 6, 16)
CLASSES = ["special", "class_1", "class_2", "class_3"]


def test_a_figure_comes_with_its_citation():
    found = figure("departments.most", on=DAY, province_class="special")

    assert (found.value, found.unit, found.mark) == (15, "departments", "P")
    assert (found.since, found.article) == (DAY, "10(1)")
    assert found.instrument.number == "150/2025/NĐ-CP"


def test_a_case_that_is_not_named_is_one_of_the_others():
    assert figure("departments.most", on=DAY, province_class="class_2").value == 14


def test_a_decimal_is_what_is_written():
    found = figure(
        "allowances.commune_leaders",
        on=date(2026, 1, 1),
        leader="chair",
        province_class="special",
    )

    assert found.value == Decimal("0.70")
    assert str(found.value) == "0.70"


@pytest.mark.parametrize("ask", [figure, answer, judge])
def test_what_is_not_there_is_unknown(ask):
    with pytest.raises(UnknownName):
        ask("departments.tea", on=DAY)


def test_an_answer_opens_down_to_inputs_and_articles():
    found = answer("division_deputies", on=DAY, posts=14, province_class="class_3")
    kinds = [(step.kind, step.name, step.value) for step in found.steps]

    assert found.value == 2
    assert kinds == [
        ("input", "posts", 14),
        ("input", "province_class", "class_3"),
        ("figure", "departments.division.deputy_steps", (10, 15)),
    ]
    assert found.provisions[0].article == "6(2)"
    assert found.is_verified


def test_a_rule_within_a_rule_is_a_step_of_its_own():
    found = answer(
        "reduction_2025",
        on=DAY,
        civil_servants=250,
        public_employees=400,
        education_and_health_employees=400,
    )

    assert [(step.kind, step.value) for step in found.steps] == [("rule", 250), ("figure", 20)]
    assert (found.mark, found.is_verified) == ("R", False)


def test_a_result_is_as_sure_as_its_weakest_figure():
    of_hanoi = answer("division_minimum_posts", on=date(2024, 7, 1), province_class="special")
    of_class_1 = answer("division_minimum_posts", on=date(2024, 7, 1), province_class="class_1")

    assert (of_hanoi.mark, of_class_1.mark) == ("R", "K")


def test_what_the_law_leaves_to_another_document_has_no_number():
    found = answer(
        "public_unit_minimum_staff", on=DAY, autonomy_group="group_1", basic_service=False
    )

    assert found.value is None
    assert found.left_to["en"] == "the unit's project"


@pytest.mark.parametrize(
    ("inputs", "error", "code"),
    [
        ({"posts": 9}, BadInput, "missing"),
        ({"posts": 9, "province_class": "special", "tea": 1}, UnknownInput, "not-asked"),
        ({"posts": -1, "province_class": "special"}, BadInput, "not-a-number"),
        ({"posts": 9.5, "province_class": "special"}, BadInput, "not-a-number"),
        ({"posts": True, "province_class": "special"}, BadInput, "not-a-number"),
        ({"posts": 10**17, "province_class": "special"}, BadInput, "not-a-number"),
        ({"posts": "nine", "province_class": "special"}, BadInput, "not-a-number"),
        ({"posts": 9, "province_class": "class_9"}, BadInput, "not-a-choice"),
    ],
)
def test_what_cannot_be_computed_with_is_refused(inputs, error, code):
    with pytest.raises(error) as refused:
        answer("division_deputies", on=DAY, **inputs)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("departments.uniform_number", date(2014, 5, 19), "before-first-provision"),
        ("departments.uniform_number", date(2025, 3, 1), "text-not-obtained"),
        ("districts.division.minimum_posts", date(2025, 7, 1), "ended"),
    ],
)
def test_there_are_three_ways_of_having_no_provision(name, on, code):
    with pytest.raises(NoProvision) as refused:
        figure(name, on=on)

    assert refused.value.code == code


# --- Columns --------------------------------------------------------------------------------------


def test_a_column_gives_what_its_rows_give_one_by_one():
    posts = np.arange(40)
    classes = np.array(CLASSES)[posts % 4]

    found = judge("division_deputies", on=date(2024, 7, 1), posts=posts, province_class=classes)

    assert found.values.tolist() == [
        answer(
            "division_deputies",
            on=date(2024, 7, 1),
            posts=number,
            province_class=CLASSES[number % 4],
        ).value
        for number in range(40)
    ]
    assert found.mark == "K"


def test_a_column_is_masked_where_the_law_leaves_it_open():
    found = judge(
        "public_unit_division_deputies",
        on=DAY,
        autonomy_group=["group_1", "group_2", "group_4"],
        employees=[7, 7, 10],
    )

    assert found.values.tolist() == [None, 2, 2]


def test_columns_are_of_one_length():
    with pytest.raises(BadInput) as refused:
        judge("division_deputies", on=DAY, posts=[1, 2], province_class=["special"])

    assert refused.value.code == "columns-differ"


def test_a_column_of_days_may_come_as_days():
    found = judge("grace_last_day", on=DAY, rearranged_on=[DAY, date(2025, 6, 20)])

    assert found.values.tolist() == [date(2030, 6, 16), date(2030, 6, 20)]


def test_a_negative_number_in_a_column_is_refused():
    with pytest.raises(BadInput):
        judge("office_deputies", on=DAY, posts=np.array([3, -3]))


def test_an_empty_column_is_judged_to_nothing():
    found = judge("office_deputies", on=DAY, posts=np.array([], dtype=np.int64))

    assert found.values.tolist() == []


# --- Between two days, and for a seal -------------------------------------------------------------


def test_a_change_is_found_on_its_day_and_not_before():
    names = {one.after.name for one in changes(EVE, DAY)}

    assert "departments.division.minimum_posts" in names
    assert changes(DAY, date(2025, 6, 17)) == []


def test_a_change_knows_what_was_before():
    found = next(
        one
        for one in changes(EVE, DAY)
        if (one.after.name, one.after.of) == ("departments.division.minimum_posts", ("class_3",))
    )

    assert (found.before.value, found.after.value) == (5, 7)


def test_a_seal_sees_the_figures_of_the_day():
    eve = versions(["departments.division.minimum_posts"], on=EVE)
    day = versions(["departments.division.minimum_posts"], on=DAY)

    assert eve["departments.division.minimum_posts.class_3"]["value"] == 5
    assert day["departments.division.minimum_posts.class_3"] == {
        "value": 7,
        "since": "2025-06-16",
        "instrument": "150/2025/NĐ-CP",
        "article": "5(2)b",
        "mark": "P",
    }


def test_a_rule_asks_what_its_formula_and_those_it_calls_read():
    assert set(queries.inputs_of("public_unit_deputies")) == {
        "autonomy_group",
        "unit_parent",
        "large_institution",
        "employees",
    }
    assert queries.inputs_of("commune_deputies_allowed", DAY) == ("divisions",)

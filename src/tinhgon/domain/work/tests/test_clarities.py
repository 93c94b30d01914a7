"""What must be clear of a work, as Vietnam's file says and as others might."""

from datetime import date
from typing import Any

import pytest

from tinhgon.domain.jurisdiction_file import Unreadable
from tinhgon.domain.work.clarities import Said, Sort, Working, read_working

ANY = date(2026, 11, 3)


@pytest.fixture(scope="module")
def working(vietnam: Any) -> Working:
    return read_working(vietnam)


def test_two_templates_coexist_whatever_the_order_of_their_items(
    working: Working, vietnam: Any
) -> None:
    turned = {**vietnam["work"]["clarities"]["six"]["items"]}
    items = dict(reversed(turned.items()))
    six = vietnam["work"]["clarities"]["six"] | {"items": items}
    file = {"work": vietnam["work"] | {"clarities": {"six": six, "other": six}}}

    other = read_working(file)

    assert [*working.templates_on(ANY)] == ["six", "five"]
    assert other.templates["six"].items == working.templates["six"].items
    assert other.templates["other"].name == other.templates["six"].name


def test_what_is_missing_is_named(working: Working) -> None:
    filled = {"responsibility": "Phòng Nội vụ chịu trách nhiệm chính", "authority": " "}

    missing = working.templates["six"].missing(filled, frozenset({Said.TITLE, Said.TERM}))

    assert [one.key for one in missing] == ["person", "product", "authority"]


def test_a_template_is_in_use_over_its_period(vietnam: Any) -> None:
    five = vietnam["work"]["clarities"]["five"] | {"until": date(2026, 11, 3)}
    file = {"work": vietnam["work"] | {"clarities": {"five": five}}}

    assert [*read_working(file).templates_on(date(2026, 11, 2))] == ["five"]
    assert [*read_working(file).templates_on(ANY)] == []


def test_some_bodies_give_works_in_their_whole_area(working: Working) -> None:
    assert working.whole_area.has("authority", "ủy ban nhân dân")
    assert not working.whole_area.has("authority", "hội đồng nhân dân")
    assert not working.whole_area.has("agency", "đảng ủy")


def test_where_the_file_names_none_no_body_does(vietnam: Any) -> None:
    said = {key: value for key, value in vietnam["work"].items() if key != "whole_area"}

    assert read_working({"work": said}).whole_area == Sort()


def test_a_sort_of_bodies_is_lists_of_texts(vietnam: Any) -> None:
    file = {"work": vietnam["work"] | {"whole_area": {"levels": "authority", "kinds": []}}}

    with pytest.raises(Unreadable) as wrong:
        read_working(file)

    assert (wrong.value.path, wrong.value.code) == ("work.whole_area.levels", "not-a-list-of-texts")

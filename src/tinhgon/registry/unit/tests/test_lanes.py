"""Lanes of what holds when, in the small world and in a unit that changes again and again."""

from datetime import date

import pytest
from django.utils.translation import override

from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.directory import directory
from tinhgon.registry.facts.recorded import facts_of, known
from tinhgon.registry.unit.lanes import Course, line
from tinhgon.ui.asked import Asked

DAY = date(2025, 7, 1)


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def course(key):
    register = directory()
    facts = known(facts_of([member.key for member in line(register, key)]), None)
    return Course(register, key, Asked(DAY), tuple(facts))


def pieces(key, about):
    (lane,) = [lane for lane in course(key).lanes if lane.about == about]
    return [(piece.words, piece.period, piece.own) for piece in lane.pieces]


def test_before_a_unit_stands_the_one_whose_code_it_took_over(in_effect):
    assert [member.key for member in line(directory(), "TM-new")] == ["DM", "TM-new"]
    assert pieces("TM-new", "name") == [
        ("Đại Mỗ", Period(None, DAY), False),
        ("Tây Mỗ", Period(DAY), True),
    ]


def test_a_unit_that_goes_on_has_a_line_of_its_own(in_effect):
    assert [member.key for member in line(directory(), "XP")] == ["XP"]
    assert pieces("XP", "parent") == [
        ("Quận Nam Từ Liêm", Period(None, DAY), True),
        ("Thành phố Hà Nội", Period(DAY), True),
    ]


def test_what_stays_the_same_is_one_piece(in_effect):
    assert pieces("XP", "code") == [("00622", Period(), True)]
    assert pieces("XP", "kind") == [("ward", Period(), True)]


def test_what_a_unit_was_formed_from_is_counted_or_named(in_effect):
    assert pieces("DM-new", "made-of") == [("Phường Mễ Trì + Phường Đại Mỗ", Period(DAY), True)]


def test_what_became_of_a_unit_begins_where_it_ends(in_effect):
    assert pieces("DM", "now-in") == [("3 wards", Period(DAY), False)]


def test_a_district_is_followed_by_its_wards(in_effect):
    assert pieces("D019", "now-in") == [("4 wards", Period(DAY), False)]


def test_another_name_of_the_unit_above_cuts_its_lane(world):
    actions.correct(
        world.unit("D019"),
        by=world.hung,
        reason="Đổi tên năm 2020",
        period=Period(None, date(2020, 1, 1)),
        facts={"name": "Từ Liêm"},
    )

    assert [words for words, *_others in pieces("DM", "parent")] == [
        "Quận Từ Liêm",
        "Quận Nam Từ Liêm",
    ]


def test_lanes_are_cut_together_where_any_changes(in_effect):
    assert course("TM-new").cuts == [Period(None, DAY), Period(DAY)]


def test_a_lane_with_nothing_to_say_is_left_out(in_effect):
    assert "made-of" not in [lane.about for lane in course("P01").lanes]
    assert "parent" not in [lane.about for lane in course("P01").lanes]

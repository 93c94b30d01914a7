"""What passed, from the whole down to one district, and which of it is followed."""

import pytest

from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation.flow.view import NotConcerned, View, followed, marks
from tinhgon.reorganisation.rearrangement.reading import rearrangement


@pytest.fixture
def done(in_effect):
    return rearrangement(in_effect)


def at_left(view):
    return [unit.key for unit in view.left]


def passed(view):
    return {(s.start.key, s.old.key, s.new.key, s.is_whole) for s in view.strands}


def test_at_the_top_stand_the_units_below_the_ground(done):
    assert at_left(View(done)) == ["D019", "D268"]


def test_a_district_that_ended_hands_on_through_its_communes(done):
    assert passed(View(done, "P01")) >= {
        ("D019", "DM", "TM-new", False),
        ("D019", "TM", "TM-new", True),
        ("D268", "DN", "DN-new", True),
    }


def test_what_passed_is_held_by_unit_at_the_left_wholes_first(done):
    by_start = View(done, "P01").by_start

    assert [*by_start] == ["D019", "D268"]
    assert [strand.new.key for strand in by_start["D268"]] == ["DN-new"]
    whole = [strand.is_whole for strand in by_start["D019"]]
    assert whole == sorted(whole, reverse=True)


def test_inside_a_district_its_communes_hand_on_themselves(done):
    view = View(done, "D019")

    assert at_left(view) == ["XP", "MT", "DM", "TM"]
    assert ("DM", "DM", "DM-new", False) in passed(view)
    assert view.is_lowest


def test_a_unit_that_goes_on_is_in_itself(done):
    assert ("XP", "XP", "XP", True) in passed(View(done, "D019"))


def test_wholes_stand_before_parts(done):
    wholes = [strand.is_whole for strand in View(done).strands if strand.start.key == "D019"]

    assert wholes == sorted(wholes, reverse=True)


def test_at_a_new_unit_stands_what_it_was_formed_from(done):
    assert at_left(View(done, "DM-new")) == ["MT", "DM"]


def test_at_an_old_commune_stands_itself(done):
    assert at_left(View(done, "DM")) == ["DM"]


def test_a_unit_that_nothing_happened_to_is_not_concerned(draft):
    view = View(rearrangement(draft("one", Rename(unit="TM", name="Tây Mỗ 2"))), "DN")

    with pytest.raises(NotConcerned):
        assert view.left


def test_a_place_that_does_not_exist_is_not_concerned(done):
    with pytest.raises(NotConcerned):
        assert View(done, "nirgends").left


def test_one_unit_that_is_no_news_is_passed_over(draft):
    view = View(rearrangement(draft("one", Rename(unit="TM", name="Tây Mỗ 2"))))

    assert at_left(view) == ["TM"]


def test_what_can_be_opened_has_something_inside(done):
    view = View(done)

    assert view.can_open("D019")
    assert not view.can_open("DM")
    assert not view.can_open("DM-new")


def test_the_way_leads_from_below_the_ground_to_the_place(done):
    assert [unit.key for unit in View(done, "DM").way] == ["D019", "DM"]
    assert View(done).way == []


def test_under_one_instrument_only_what_it_does_is_seen(done, in_effect):
    plan = in_effect.plans.get(instrument__number="1656/NQ-UBTVQH15")

    view = View(done.under(plan.instrument_id))

    assert at_left(view) == ["D019", "D268"]
    assert ("D268", "DN", "DN-new", True) in passed(view)


def test_the_unit_that_most_take_from_is_followed(done):
    assert followed(View(done), None, None) == "DM"
    assert followed(View(done, "D268"), None, None) is None


def test_whoever_asks_follows_another(done):
    assert followed(View(done), "TM", None) == "TM"


def test_the_followed_unit_is_gold_and_those_above_it(done):
    assert marks(done, "DM") == {"DM", "D019", "P01"}
    assert marks(done, "DM-new") == {"DM-new", "P01"}
    assert marks(done, None) == frozenset()

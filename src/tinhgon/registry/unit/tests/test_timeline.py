"""A unit's time in words, on both sides of the day."""

from datetime import date

import pytest
from django.utils.translation import override

from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.directory import directory
from tinhgon.registry.facts.recorded import facts_of, known
from tinhgon.registry.unit.lanes import Course, line
from tinhgon.registry.unit.timeline import Timeline, instruments_of
from tinhgon.ui.asked import Asked

DAY = date(2025, 7, 1)


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def chapters(key, on=DAY):
    register = directory()
    facts = known(facts_of([member.key for member in line(register, key)]), None)
    course = Course(register, key, Asked(on), tuple(facts))
    return Timeline(course, {one.pk: one for one in instruments_of(course)}).chapters


def test_the_latest_comes_first_with_code_and_place(in_effect):
    now, before = chapters("TM-new")

    assert now.heading == "Phường Tây Mỗ, code 00634, Thành phố Hà Nội"
    assert before.heading == "Phường Đại Mỗ, code 00634, Quận Nam Từ Liêm"
    assert (now.url, before.url) == ("", "/en/units/DM/?on=2025-07-01")


def test_a_chapter_says_what_the_unit_was_formed_from(in_effect):
    now, _before = chapters("TM-new")

    assert now.sentences == ["Formed from Phường Tây Mỗ (all of it), Phường Đại Mỗ (a part)."]
    assert [source.instrument.number for source in now.sources] == ["1656/NQ-UBTVQH15"]


def test_a_beginning_nobody_knows_is_said_to_be_unknown(in_effect):
    assert chapters("TM-new")[-1].sentences == ["No source says since when."]


def test_what_changes_in_a_unit_that_goes_on_is_told(in_effect):
    now, before = chapters("XP")

    assert now.sentences == [
        "Until then under Quận Nam Từ Liêm, from now on under Thành phố Hà Nội."
    ]
    assert now.period == Period(DAY)
    assert before.period == Period(None, DAY)


def test_the_end_is_told_with_what_became_of_it(in_effect):
    end, _life = chapters("DM")

    assert end.heading == "Phường Đại Mỗ stands no longer"
    assert end.sentences == [
        "It went into 3 wards: Phường Tây Mỗ, Phường Đại Mỗ, Phường Dương Nội.",
        "The code 00634 is borne by Phường Tây Mỗ from this day.",
    ]
    assert [source.instrument.number for source in end.sources] == ["1656/NQ-UBTVQH15"]


def test_one_successor_is_named_once(in_effect):
    end, _life = chapters("MT")

    assert end.sentences[0] == "It went into Phường Đại Mỗ."


def test_the_end_of_a_whole_level_names_its_own_instrument(in_effect):
    end, _life = chapters("D019")

    assert [source.instrument.number for source in end.sources] == ["203/2025/QH15"]
    assert end.sentences[0].startswith("Its 4 wards went into 4 wards: ")


def test_what_is_yet_to_come_is_told_apart_from_what_is_now(in_effect):
    eve = [chapter.tense for chapter in chapters("TM-new", on=date(2025, 6, 30))]
    day = [chapter.tense for chapter in chapters("TM-new", on=DAY)]

    assert (eve, day) == (["next", "now"], ["now", "past"])


def test_other_names_are_told_one_by_one(world):
    actions.correct(
        world.unit("DM"),
        by=world.hung,
        reason="Đổi tên và mã năm 2015",
        period=Period(date(2015, 1, 1)),
        facts={"name": "Đại Mễ", "code": "00635", "kind": "xã"},
    )

    now, _before = chapters("DM")

    assert now.sentences == [
        "The name changed from Đại Mỗ to Đại Mễ.",
        "The code changed from 00634 to 00635.",
        "The kind changed from ward to commune.",
    ]

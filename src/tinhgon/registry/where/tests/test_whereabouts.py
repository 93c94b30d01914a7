"""Where do I go now? – land and people, whole and in part, forwards and backwards."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import now

from tinhgon.conftest import BEFORE, DAY
from tinhgon.domain.lookup import How
from tinhgon.registry import revision
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Succession
from tinhgon.registry.where.whereabouts import where

PHUONG_DAI_MO = "Phường Đại Mỗ, quận Nam Từ Liêm, Hà Nội"


@pytest.fixture
def ask(in_effect):
    """Ask for an address that was right on a day; the answer is for another."""
    return lambda query, asked_on=BEFORE, on=DAY: where(directory(), query, asked_on, on)


def test_of_a_divided_ward_land_and_people_are_kept_apart(ask):
    answer = ask(PHUONG_DAI_MO)

    assert answer.how is How.EXACT
    assert answer.codes == ["00634", "00637", "09886"]
    assert answer.codes_of_people == ["00634", "00637"]


def test_each_place_says_what_may_be_there_and_by_which_succession(ask):
    (meant,) = ask(PHUONG_DAI_MO).meant

    places = {place.entry.unit: place for place in meant.places}
    assert (places["DN-new"].land, places["DN-new"].people) == (True, False)
    assert (places["TM-new"].land, places["TM-new"].people) == (True, True)
    assert places["DN-new"].edge.clause == "Điều 1 khoản 3"


def test_a_ward_taken_whole_is_in_one_place(ask):
    answer = ask("Phường Mễ Trì, quận Nam Từ Liêm")

    assert answer.codes == answer.codes_of_people == ["00637"]


def test_a_ward_that_goes_on_stays_where_it_is(ask):
    answer = ask("Phường Xuân Phương, quận Nam Từ Liêm")

    (meant,) = answer.meant
    assert answer.codes == ["00622"]
    assert [place.edge for place in meant.places] == [None]


def test_a_district_is_where_its_wards_are(ask):
    assert ask("Quận Nam Từ Liêm").codes == ["00622", "00634", "00637", "09886"]


def test_on_the_day_asked_about_a_unit_is_itself(ask):
    assert ask(PHUONG_DAI_MO, BEFORE, BEFORE).codes == ["00634"]


def test_a_code_means_whoever_bore_it_on_the_day(ask):
    assert ask("00634", BEFORE).codes == ["00634", "00637", "09886"]
    assert ask("00634", DAY).codes == ["00634"]


def test_backwards_a_new_ward_is_where_its_parts_were(ask):
    answer = ask("Phường Đại Mỗ, Hà Nội", DAY, BEFORE)

    assert answer.codes == ["00632", "00634"]


def test_without_a_day_a_name_of_two_times_means_both(ask):
    answer = ask("Phường Đại Mỗ", None)

    assert answer.how is How.AMBIGUOUS
    assert {meant.unit.unit for meant in answer.meant} == {"DM", "DM-new"}
    assert answer.codes == ["00634", "00637", "09886"]


def test_without_a_day_a_unit_that_has_ended_is_asked_about_as_it_stood_last(ask):
    (meant,) = ask("Phường Mễ Trì", None).meant

    assert meant.asked_on == BEFORE


@pytest.mark.parametrize("query", ["", " ", "phường Không Có", "\0", "%" * 900, "00000"])
def test_whatever_is_typed_there_is_an_answer(ask, query):
    answer = ask(query)

    assert answer.how is How.NOT_FOUND
    assert answer.codes == answer.codes_of_people == []


def test_on_the_first_day_of_the_calendar_a_unit_of_all_times_is_itself(ask):
    assert ask(PHUONG_DAI_MO, BEFORE, date.min).codes == ["00634"]
    assert ask(PHUONG_DAI_MO, date.min, date.min).codes == ["00634"]


def test_on_the_last_day_of_the_calendar_it_is_where_it_went(ask):
    assert ask(PHUONG_DAI_MO, BEFORE, date.max).codes == ["00634", "00637", "09886"]
    assert ask(PHUONG_DAI_MO, date.max, date.max).how is How.NOT_FOUND


def test_a_succession_after_the_day_of_the_answer_is_not_named(ask, world):
    Succession.objects.create(
        day=DAY + timedelta(days=31),
        predecessor=world.unit("DN"),
        successor=world.unit("DN-new"),
        extent="part",
        recorded_from=now(),
    )
    revision.changed()

    (meant,) = ask("Phường Dương Nội, quận Hà Đông").meant

    assert [place.edge.day for place in meant.places] == [DAY]


def test_where_two_successions_lead_to_one_unit_neither_is_named(ask, world):
    Succession.objects.create(
        day=DAY + timedelta(days=31),
        predecessor=world.unit("DN"),
        successor=world.unit("DN-new"),
        extent="part",
        recorded_from=now(),
    )
    revision.changed()

    (meant,) = ask("Phường Dương Nội, quận Hà Đông", on=DAY + timedelta(days=31)).meant

    assert [place.edge for place in meant.places] == [None]


def test_before_the_reform_was_enacted_nobody_had_moved(world):
    answer = where(directory(), PHUONG_DAI_MO, BEFORE, DAY + timedelta(days=1))

    assert answer.codes == ["00634"]

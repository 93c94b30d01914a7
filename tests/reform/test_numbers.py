"""The numbers of the reform of 2025, as the command line gives them from the real data."""

import pytest

pytestmark = pytest.mark.xdist_group("vietnam")  # what they share is made by one process

NEW_YEAR_EVE, NEW_YEAR = "2024-12-31", "2025-01-01"
EVE, DAY = "2025-06-30", "2025-07-01"


@pytest.mark.parametrize(
    ("day", "levels"),
    [
        (EVE, {"province": 63, "district": 696, "commune": 10_035}),
        (DAY, {"province": 34, "district": 0, "commune": 3_321}),
    ],
)
def test_the_country_is_counted_on_both_sides_of_the_reform(reformed, day, levels):
    assert reformed.ask("count", "--on", day) == {"levels": levels}


@pytest.mark.parametrize(
    ("day", "communes"), [(NEW_YEAR_EVE, 579), (NEW_YEAR, 526), (EVE, 526), (DAY, 126)]
)
def test_the_communes_of_hanoi_are_counted_on_both_sides_of_two_reforms(reformed, day, communes):
    counted = reformed.ask("count", "--on", day, "--under", "P01")

    assert counted["levels"]["commune"] == communes
    assert "covered" not in counted


def test_of_the_country_before_its_sources_begin_the_reader_is_warned(reformed):
    assert reformed.ask("count", "--on", NEW_YEAR_EVE)["covered"] is False


def test_dong_nai_is_a_city_on_the_day_and_not_before(reformed):
    before = reformed.ask("show", "75", "--on", "2026-04-29")["unit"]
    after = reformed.ask("show", "75", "--on", "2026-04-30")["unit"]

    assert (before["key"], before["kind"], before["name"]) == (after["key"], "tỉnh", "Đồng Nai")
    assert after["kind"] == "thành phố"


def test_five_wards_may_be_where_dai_mo_was(reformed):
    (answer,) = reformed.look_up(["Phường Đại Mỗ, quận Nam Từ Liêm"], EVE, DAY)

    assert answer["answer"] == "00622;00634;00637;09556;09886"
    assert answer["how"] == "exact"

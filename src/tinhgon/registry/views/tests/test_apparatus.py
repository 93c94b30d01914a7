"""The apparatus on a day, as readers in the small world meet it."""

import csv
import io
import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from openpyxl import load_workbook

from tinhgon.domain.periods import Period
from tinhgon.registry import actions, directory
from tinhgon.registry.models import Register, Succession, Tie

BOTH_DAYS = {"on": "2025-07-01", "vs": "2025-06-30"}
FRAGMENT = {"HX-Request": "true", "HX-Target": "units"}


@pytest.fixture(autouse=True)
def nothing_in_memory():
    directory._kept.clear()


@pytest.fixture
def show(client):
    """The page as soup; in English unless told otherwise."""

    def shown(language="/en", status=200, **asked):
        response = client.get(f"{language}/units/", asked)
        assert response.status_code == status
        return BeautifulSoup(response.content, "html.parser")

    return shown


@pytest.fixture
def take(client):
    """A file of the page, as text or bytes."""

    def taken(**asked):
        response = client.get("/en/units/", asked)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        return response, body

    return taken


def words(soup, selector):
    return [" ".join(found.get_text(" ").split()) for found in soup.select(selector)]


def names(soup):
    return words(soup, "#units tbody th a")


def covered(*stated):
    Register.objects.update(
        coverage=[{"unit": unit, "from": day} for unit, day in stated],
    )


# --- What it says ---------------------------------------------------------------------------------


def test_the_heading_names_place_and_day(in_effect, show):
    assert words(show(on="2025-07-01"), "h1") == ["The whole country on 1 July 2025"]
    assert words(show("", on="2025-07-01"), "h1") == ["Cả nước ngày 01/07/2025"]


def test_the_lead_says_what_became_of_each_level(in_effect, show):
    lead = words(show(**BOTH_DAYS), ".tg-lead")

    assert lead == ["Compared with 30 June 2025: the 2 districts ended; of 5 communes 4 are left."]


def test_the_lead_is_vietnamese_on_the_vietnamese_page(in_effect, show):
    (lead,) = words(show("", **BOTH_DAYS), ".tg-lead")

    assert "5 xã, phường, thị trấn, đặc khu còn 4" in lead


def test_figures_show_old_and_new_and_only_the_new_without_another_day(in_effect, show):
    assert words(show(**BOTH_DAYS), ".tg-facts dd") == ["1 1", "2 0", "5 4"]
    assert words(show(on="2025-07-01"), ".tg-facts dd") == ["1", "4"]
    assert words(show(on="2025-06-30"), ".tg-facts dd") == ["1", "2", "5"]


def test_without_another_day_the_lead_says_since_when_it_is_so(in_effect, show):
    assert words(show(on="2025-07-02"), ".tg-lead") == ["It has been so from 1 July 2025."]
    assert words(show(on="2025-06-30"), ".tg-lead") == [
        "The register knows no change before this day."
    ]


def test_what_changed_is_said_with_its_instruments_and_leads_to_the_comparison(in_effect, show):
    said = show(**BOTH_DAYS).select_one("section[aria-labelledby=changed-title]")

    assert words(said, "li > a") == [
        "2 districts ended",
        "4 communes became 3; 1 went on",
        "1 commune was shared among 3 others",
    ]
    assert "203/2025/QH15" in words(said, "li")[0]
    assert "shown=ended" in said.select("li > a")[0]["href"]


def test_a_district_that_became_a_ward_is_told(in_effect, world, show):
    Succession.objects.create(
        predecessor=world.unit("D268"),
        successor=world.unit("DN-new"),
        day=world.day,
        extent="whole",
        verb="change-level",
        recorded_from=timezone.now(),
    )

    said = words(show(**BOTH_DAYS), "section[aria-labelledby=changed-title] li > a")

    assert said[0] == "2 districts ended; 1 of them became ward"


def test_a_code_that_passed_to_another_name_is_warned_of(in_effect, show):
    said = words(show(**BOTH_DAYS), "section[aria-labelledby=changed-title] li")

    assert said[-1].startswith("2 codes now belong to units of other names")


def test_the_units_directly_below_are_listed_with_what_stood_there(in_effect, show):
    (row,) = show(**BOTH_DAYS).select("#units tbody tr")

    assert words(row, "th, td.is-num") == ["Thành phố Hà Nội", "5", "4", "4"]
    assert row.select_one("th a")["href"] == "/en/units/P01/?on=2025-07-01"


def test_the_count_of_a_row_leads_down(in_effect, show):
    link = show(**BOTH_DAYS).select_one("#units td.is-num a")

    below = show(**dict(part.split("=") for part in link["href"].split("?")[1].split("&")))

    assert words(below, "h1") == ["Thành phố Hà Nội on 1 July 2025"]


def test_the_wards_of_a_city_say_what_they_were_formed_from(in_effect, show):
    page = show(under="P01", **BOTH_DAYS)

    assert words(page, "#units tbody th") == [
        "Phường Xuân Phương",
        "Phường Tây Mỗ from Tây Mỗ, Đại Mỗ",
        "Phường Đại Mỗ from Mễ Trì, Đại Mỗ",
        "Phường Dương Nội from Dương Nội, Đại Mỗ",
    ]
    assert page.select_one("#units-merged").get_text() == "Merged 3"


def test_a_place_may_be_named_by_its_code(in_effect, show):
    assert words(show(under="01", on="2025-07-01"), "h1") == ["Thành phố Hà Nội on 1 July 2025"]


def test_the_place_served_is_marked(in_effect, world, operator, show):
    actions.serve_place(world.unit("TM-new"), by=operator)

    assert words(show(on="2025-07-01"), "tr.is-here th") == ["Thành phố Hà Nội"]
    assert words(show(on="2025-07-01", under="P01"), "tr.is-here th") == ["Phường Tây Mỗ"]


def test_the_crumbs_lead_up_for_the_same_days(in_effect, show):
    crumbs = show(under="DM", on="2025-06-30").select(".tg-crumbs a")

    assert [crumb.get_text() for crumb in crumbs] == [
        *("Home", "The whole country", "Thành phố Hà Nội", "Quận Nam Từ Liêm"),
    ]
    assert crumbs[2]["href"] == "/en/units/?on=2025-06-30&under=P01"


def test_the_lowest_unit_has_nothing_below_it(in_effect, show):
    assert (
        "The register knows no unit below this one." in show(under="DM", on="2025-06-30").get_text()
    )


def test_days_of_change_lead_to_both_sides_of_the_day(in_effect, show):
    (day,) = show(on="2025-07-01").select(".tg-ask__days a")

    assert day["aria-current"] == "date"
    assert day["href"] == "/en/units/?on=2025-07-01&vs=2025-06-30"


def test_without_another_day_it_leads_to_what_changed_before(in_effect, show):
    (link,) = show(on="2025-08-01").select("section[aria-labelledby=earlier-title] a")

    assert link.get_text() == "What changed on 1 July 2025"
    assert link["href"] == "/en/comparison/?on=2025-07-01&vs=2025-06-30"
    assert not show(on="2025-06-30").select("section[aria-labelledby=earlier-title]")


# --- The list -------------------------------------------------------------------------------------


def test_a_filter_leaves_what_it_names_and_is_marked(in_effect, show):
    page = show(under="P01", state="unchanged", **BOTH_DAYS)

    assert names(page) == ["Phường Xuân Phương"]
    assert words(page, "#units [aria-current]") == ["Unchanged 1"]


def test_a_search_finds_without_marks_and_keeps_what_was_typed(in_effect, show):
    page = show(under="P01", on="2025-07-01", q="duong noi")

    assert names(page) == ["Phường Dương Nội"]
    assert page.select_one("#units-q")["value"] == "duong noi"


def test_a_search_without_result_says_so_and_offers_all(in_effect, show):
    page = show(under="P01", on="2025-07-01", q="Sa Pa")

    assert "No unit of this list fits what was asked." in page.get_text()
    assert page.select_one("#units .tg-btns a")["href"] == "/en/units/?under=P01&on=2025-07-01"


def test_the_list_is_ordered_as_asked_and_says_how(in_effect, show):
    by_name = show(under="P01", on="2025-07-01", order="name")

    assert names(by_name)[0] == "Phường Đại Mỗ"
    assert words(by_name, "th[aria-sort]") == ["Commune ↑"]
    assert words(by_name, ".tg-pager span") == ["All 4, by name"]


def test_districts_stand_in_the_order_of_how_many_wards_they_have(in_effect, show):
    assert names(show(under="P01", on="2025-06-30")) == ["Quận Nam Từ Liêm", "Quận Hà Đông"]


def test_a_part_of_the_page_is_that_part_of_the_whole_page(in_effect, client):
    asked = {"under": "P01", "state": "merged", **BOTH_DAYS}

    whole = BeautifulSoup(client.get("/units/", asked).content, "html.parser")
    part = BeautifulSoup(client.get("/units/", asked, headers=FRAGMENT).content, "html.parser")

    assert part.select("#units") == whole.select("#units")
    assert not part.select("h1")


def test_many_units_come_in_pages(world, operator, show, folder):
    header = "unit_id,entity_id,code,level,kind,name,parent_id,valid_from,valid_to"
    folder.put(
        "units.csv", header, *(f"W{n},W{n},{n:05},commune,xã,Xã {n},P01,," for n in range(1, 121))
    )
    folder.put("changes.csv", folder.path.joinpath("changes.csv").read_text().splitlines()[0])
    actions.load(folder.path, by=operator, file=Register.objects.get().jurisdiction)

    page = show(under="P01", on="2025-07-01", page="3")

    assert len(names(page)) < 50
    assert words(page, ".tg-pager span") == ["101–122 of 122, most units first"]


# --- What is not known ----------------------------------------------------------------------------


def test_a_day_without_any_source_says_so_and_counts_nothing(in_effect, show):
    covered(("VN", "2025-06-30"))

    page = show(on="2025-06-29")

    assert words(page, ".tg-empty h2") == ["No source yet for 29 June 2025"]
    assert not page.select(".tg-facts, table")
    (link,) = page.select(".tg-empty li a")
    assert (link.get_text(), link["href"]) == (
        "The whole country from 30 June 2025",
        "/en/units/?on=2025-06-30",
    )


def test_the_first_day_with_sources_is_counted(in_effect, show):
    covered(("VN", "2025-06-30"))

    assert words(show(on="2025-06-30"), ".tg-facts dd") == ["1", "2", "5"]


def test_where_a_part_alone_has_sources_the_whole_is_not_counted(in_effect, show):
    covered(("VN", "2025-07-01"), ("D019", "2025-06-30"))

    page = show(on="2025-06-30")

    assert "there are sources only for: Quận Nam Từ Liêm" in words(page, ".tg-note")[0]
    assert words(page, ".tg-facts dd") == ["– no source yet"] * 3
    assert names(show(on="2025-06-30", under="D019")) == [
        *("Phường Xuân Phương", "Phường Mễ Trì", "Phường Đại Mỗ", "Phường Tây Mỗ"),
    ]


def test_a_day_compared_with_one_without_sources_shows_no_old_figures(in_effect, show):
    covered(("VN", "2025-07-01"))

    page = show(**BOTH_DAYS)

    assert words(page, ".tg-facts dd") == ["1", "4"]
    assert "For 30 June 2025 there is no source yet" in words(page, ".tg-note")[0]


def test_a_place_that_has_ended_says_when_and_where_it_is_now(in_effect, show):
    page = show(under="D268", on="2025-07-01")

    assert words(page, ".tg-empty h2") == ["Quận Hà Đông does not stand on 1 July 2025"]
    assert "Its last day was 30 June 2025." in page.get_text()
    assert words(page, ".tg-empty li a") == ["Phường Dương Nội"]
    assert not page.select(".tg-lead, table")


def test_a_place_that_begins_later_says_so(in_effect, show):
    page = show(under="TM-new", on="2025-06-30")

    assert "It begins on 1 July 2025." in page.get_text()
    assert page.select_one(".tg-empty .tg-btn")["href"] == "/en/units/?on=2025-07-01&under=TM-new"


def test_a_day_to_come_is_shown_with_a_caution(in_effect, show):
    page = show(on="2999-01-01")

    assert "This day has not come yet." in words(page, ".tg-note")[0]
    assert words(page, ".tg-facts dd") == ["1", "4"]


def test_before_the_register_was_loaded_it_knew_nothing(in_effect, show):
    page = show(on="2025-07-01", known_at="2020-01-01")

    assert words(page, ".tg-empty h2") == ["No source yet for 1 July 2025"]
    assert "the register said nothing about this day yet" in page.get_text()


def test_what_was_known_before_a_correction_is_still_shown(in_effect, world, operator, show):
    before = timezone.localtime() - timedelta(microseconds=1)
    actions.correct(
        world.unit("XP"), by=operator, reason="Sai tên", period=Period(), facts={"name": "Vườn"}
    )

    now = show(under="P01", on="2025-07-01")
    then = show(under="P01", on="2025-07-01", known_at=before.replace(tzinfo=None).isoformat())

    assert "Phường Vườn" in names(now)
    assert "Phường Xuân Phương" in names(then)


def test_a_day_that_cannot_be_read_is_kept_and_the_page_is_shown(in_effect, show):
    page = show(on="31/02/2025", vs="hôm qua")

    assert page.select_one("#ask-on")["value"] == "31/02/2025"
    assert page.select_one("#ask-vs")["value"] == "hôm qua"
    assert words(page, "#ask-on-error") == [
        "31/02/2025 is not in the calendar. Look at the day and the month again."
    ]
    assert page.select("#units")


def test_an_unknown_place_is_not_found(in_effect, show):
    page = show(under="nowhere", status=404)

    assert "There is no unit nowhere on " in page.get_text()


def test_filters_that_mean_nothing_leave_an_empty_list(in_effect, show):
    assert show(kind="x", order="y", page="z").select(".tg-empty")


def test_without_a_register_the_page_says_what_to_do(db, show):
    assert "load a register first" in show(status=404).get_text()


# --- Several hierarchies --------------------------------------------------------------------------


def test_with_one_hierarchy_there_is_nothing_to_choose(in_effect, show):
    assert not show(on="2025-07-01").select("#ask-hierarchy")


def test_with_several_the_page_shows_the_one_chosen(in_effect, world, show):
    Tie.objects.create(
        unit=world.unit("XP"),
        parent=world.unit("DM-new"),
        hierarchy="party",
        recorded_from="2025-01-01T00:00Z",
    )

    page = show(on="2025-07-01", hierarchy="party")

    assert words(page, "#ask-hierarchy option[selected]") == ["Party"]
    assert names(page) == ["Phường Đại Mỗ"]
    assert "hierarchy=party" in page.select_one("#units td.is-num a")["href"]


# --- Files ----------------------------------------------------------------------------------------


def test_the_table_can_be_taken_along_as_it_is_filtered(in_effect, take):
    response, body = take(format="csv", under="P01", state="unchanged", **BOTH_DAYS)

    rows = [*csv.reader(io.StringIO(body.decode("utf-8-sig")))]
    assert rows == [
        ["Key", "Code", "Kind", "Name", "Formed from", "What became of it"],
        ["XP", "00622", "phường", "Xuân Phương", "Phường Xuân Phương", "Unchanged"],
    ]
    assert 'filename="units-P01-2025-07-01.csv"' in response["Content-Disposition"]


def test_a_counting_table_has_a_column_for_each_day(in_effect, take):
    _response, body = take(format="xlsx", **BOTH_DAYS)

    header, row = load_workbook(io.BytesIO(body)).active.values
    assert header[4:7] == ("30 June 2025", "1 July 2025", "Wards")
    assert row[:7] == ("P01", "01", "thành phố", "Hà Nội", 5, 4, 4)


def test_the_whole_register_of_the_day_can_be_taken_along(in_effect, take):
    _response, body = take(whole="csv", on="2025-07-01")

    rows = [*csv.DictReader(io.StringIO(body.decode("utf-8-sig")))]
    assert [row["key"] for row in rows] == ["P01", "XP", "TM-new", "DM-new", "DN-new"]
    assert rows[1]["path"] == "Phường Xuân Phương, Thành phố Hà Nội"
    assert (rows[1]["code"], rows[1]["parent"], rows[1]["parent_code"]) == ("00622", "P01", "01")


def test_as_json_it_is_the_documented_structure(in_effect, take, client):
    response, body = take(whole="json", on="2025-07-01")

    assert json.loads(body) == client.get("/api/v1/structure?on=2025-07-01").json()
    assert 'filename="register-2025-07-01.json"' in response["Content-Disposition"]


def test_what_has_no_sources_is_not_taken_along(in_effect, take):
    covered(("VN", "2025-07-01"), ("D268", "2025-06-30"))

    _response, body = take(whole="json", on="2025-06-30")

    assert [unit["key"] for unit in json.loads(body)["units"]] == ["D268", "DN"]


# --- Speed ----------------------------------------------------------------------------------------


def test_a_large_place_takes_no_more_queries_than_a_small_one(
    in_effect, client, django_assert_num_queries
):
    large = {"under": "D019", "on": "2025-06-30", "vs": "2025-06-29"}
    client.get("/units/", large)  # directory and days are read into memory once

    with django_assert_num_queries(12):
        client.get("/units/", large)
    with django_assert_num_queries(12):
        client.get("/units/", large | {"under": "D268"})

"""Two days side by side, as readers in the small world meet them."""

import csv
import io
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from openpyxl import load_workbook

from tinhgon.domain.periods import Period
from tinhgon.registry import actions, directory
from tinhgon.registry.models import Register

BOTH_DAYS = {"on": "2025-07-01", "vs": "2025-06-30"}
FRAGMENT = {"HX-Request": "true", "HX-Target": "differences"}
LIST = "#differences tbody tr:not(.tg-table__group)"


@pytest.fixture(autouse=True)
def nothing_in_memory():
    directory._kept.clear()


@pytest.fixture
def show(client):
    """The page as soup; in English unless told otherwise."""

    def shown(language="/en", status=200, **asked):
        response = client.get(f"{language}/comparison/", asked)
        assert response.status_code == status
        return BeautifulSoup(response.content, "html.parser")

    return shown


@pytest.fixture
def corrected(in_effect, world, operator):
    """Xuân Phương is corrected; gives the instant just before."""
    before = timezone.localtime()
    actions.correct(
        world.unit("XP"),
        by=operator,
        reason="Nghị quyết ghi là Xuân Phương Thượng",
        period=Period(date(2025, 7, 1), None),
        facts={"name": "Xuân Phương Thượng"},
    )
    return before.replace(tzinfo=None).isoformat()


def words(soup, selector):
    return [" ".join(found.get_text(" ").split()) for found in soup.select(selector)]


def names(soup):
    return words(soup, f"{LIST} > th a")


def line(soup, name):
    """The cells of the unit with this name."""
    (row,) = [row for row in soup.select(LIST) if row.th.a.get_text() == name]
    return row


# --- What it says ---------------------------------------------------------------------------------


def test_the_heading_states_the_finding(in_effect, show):
    page = show(**BOTH_DAYS)

    assert words(page, "h1") == ["6 units ended, 3 units began, 1 unit changed"]
    assert words(page, ".tg-kicker") == ["The whole country, 30 June 2025 and 1 July 2025 compared"]


def test_it_is_vietnamese_on_the_vietnamese_page(in_effect, show):
    page = show("", **BOTH_DAYS)

    assert words(page, "h1") == [
        "6 đơn vị kết thúc hoạt động, 3 đơn vị thành lập mới, 1 đơn vị thay đổi"
    ]


def test_without_days_it_compares_the_latest_change_with_its_eve(in_effect, show):
    page = show(on="2025-08-15")

    assert page.select_one("#ask-vs")["value"] == "30/06/2025"
    assert words(page, "h1") == ["6 units ended, 3 units began, 1 unit changed"]


def test_before_the_first_change_the_day_is_compared_with_itself(in_effect, show):
    assert words(show(on="2025-06-30"), ".tg-empty h2") == ["One day twice: 30 June 2025"]


def test_the_earlier_day_comes_first_whichever_is_named_first(in_effect, show):
    turned = show(on="2025-06-30", vs="2025-07-01")

    assert words(turned, "h1") == words(show(**BOTH_DAYS), "h1")


def test_where_an_ended_ward_went_is_told_with_how_much(in_effect, show):
    row = line(show(shown="ended", **BOTH_DAYS), "Phường Đại Mỗ")

    assert words(row, ".tg-passages li") == [
        "→ went to Phường Đại Mỗ a part",
        "→ went to Phường Dương Nội a part of its land, none of its people",
        "→ went to Phường Tây Mỗ a part",
    ]
    assert words(row, "td:last-child a") == ["1656/NQ-UBTVQH15"]
    assert "Quận Nam Từ Liêm, Thành phố Hà Nội" in row.th.get_text()


def test_links_lead_to_the_day_on_which_a_unit_stands(in_effect, show):
    row = line(show(shown="ended", **BOTH_DAYS), "Phường Tây Mỗ")

    assert row.th.a["href"] == "/en/units/TM/?on=2025-06-30"
    assert row.select_one(".tg-passages a")["href"] == "/en/units/TM-new/?on=2025-07-01"


def test_where_a_new_ward_came_from_is_told(in_effect, show):
    row = line(show(shown="begun", **BOTH_DAYS), "Phường Tây Mỗ")

    assert words(row, ".tg-passages li") == [
        "← came from Phường Tây Mỗ all of it",
        "← came from Phường Đại Mỗ a part",
    ]


def test_a_district_without_successor_is_found_where_its_wards_are(in_effect, show):
    row = line(show(level="district", **BOTH_DAYS), "Quận Hà Đông")

    assert "Without a successor; what stood below it is in:" in row.get_text()
    assert words(row, ".tg-passages a") == ["Phường Dương Nội"]
    assert words(row, "td:last-child a") == ["203/2025/QH15"]


def test_what_changed_is_told_before_and_after(in_effect, show):
    row = line(show(shown="changed", **BOTH_DAYS), "Phường Xuân Phương")

    assert words(row, ".tg-passages li") == [
        "Under: Quận Nam Từ Liêm → is now Thành phố Hà Nội",
    ]


def test_what_a_place_came_from_is_compared_with_it(in_effect, show):
    page = show(under="TM-new", **BOTH_DAYS)

    assert words(page, "h1") == ["2 units ended, 1 unit began"]
    assert names(page) == ["Phường Đại Mỗ", "Phường Tây Mỗ", "Phường Tây Mỗ"]


def test_a_place_that_has_ended_is_compared_with_what_it_became(in_effect, show):
    page = show(under="D268", **BOTH_DAYS)

    assert names(page) == ["Quận Hà Đông", "Phường Dương Nội", "Phường Dương Nội"]


# --- The list -------------------------------------------------------------------------------------


def test_they_stand_in_groups_with_their_numbers(in_effect, show):
    assert words(show(**BOTH_DAYS), ".tg-table__group") == ["Ended 6", "Began 3", "Changed 1"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"shown": "begun"}, 3),
        ({"level": "district"}, 2),
        ({"fact": "parent"}, 1),
        ({"ways": "several"}, 1),
        ({"q": "duong noi"}, 2),
        ({"q": "0063"}, 5),
        ({"shown": "nonsense", "level": "x", "fact": "y"}, 10),
    ],
)
def test_filters_leave_what_they_name(in_effect, show, asked, found):
    assert len(names(show(**asked, **BOTH_DAYS))) == found


def test_filters_say_how_much_they_would_leave(in_effect, show):
    page = show(level="commune", **BOTH_DAYS)

    assert words(page, "[aria-label='What became of it'] a") == [
        *("All 8", "Ended 4", "Began 3", "Changed 1", "Shared among several 1"),
        "Under another unit 1",
    ]
    assert words(page, "[aria-label=Level] a") == ["All levels", "Districts 2", "Communes 8"]


def test_nothing_found_says_so_and_keeps_what_was_typed(in_effect, show):
    page = show(q="Sa Pa", **BOTH_DAYS)

    assert "No unit of this list fits what was asked." in page.get_text()
    assert page.select_one("#differences-q")["value"] == "Sa Pa"


def test_a_part_of_the_page_is_that_part_of_the_whole_page(in_effect, client):
    asked = {"shown": "ended", **BOTH_DAYS}

    whole = BeautifulSoup(client.get("/comparison/", asked).content, "html.parser")
    part = BeautifulSoup(client.get("/comparison/", asked, headers=FRAGMENT).content, "html.parser")

    assert part.select("#differences") == whole.select("#differences")
    assert not part.select("h1")


# --- Nothing to compare ---------------------------------------------------------------------------


def test_one_day_twice_says_that_there_is_nothing_to_compare(in_effect, show):
    page = show(on="2025-07-01", vs="2025-07-01")

    assert words(page, "h1") == ["Nothing differs"]
    assert "known at the same time, so there is nothing to compare" in page.get_text()
    assert not page.select("table")


def test_two_days_without_a_change_between_them_say_so(in_effect, show):
    page = show(on="2025-06-30", vs="2025-06-01")

    assert words(page, ".tg-empty h2") == ["1 June 2025 and 30 June 2025 are alike"]
    assert words(page, ".tg-empty li a") == ["What changed on 1 July 2025"]


def test_what_has_no_sources_on_both_days_is_not_compared(in_effect, show):
    Register.objects.update(
        coverage=[{"unit": "VN", "from": "2025-07-01"}, {"unit": "D268", "from": "2025-06-30"}]
    )

    page = show(**BOTH_DAYS)

    assert "For 30 June 2025 there are sources only for: Quận Hà Đông" in words(page, ".tg-note")[0]
    assert names(page) == ["Quận Hà Đông", "Phường Dương Nội", "Phường Dương Nội"]


def test_a_day_without_any_source_is_not_compared(in_effect, show):
    Register.objects.update(coverage=[{"unit": "VN", "from": "2025-07-01"}])

    page = show(**BOTH_DAYS)

    assert not page.select("table")
    assert "No source yet for 30 June 2025" in words(page, ".tg-empty h2")


def test_a_place_that_stands_on_neither_day_says_so(in_effect, show):
    page = show(under="DM", on="2025-07-02", vs="2025-07-01")

    assert words(page, ".tg-empty h2") == ["Phường Đại Mỗ does not stand on 2 July 2025"]


def test_a_day_that_cannot_be_read_is_kept(in_effect, show):
    page = show(on="2025-07-01", vs="30/02/2025")

    assert page.select_one("#ask-vs")["value"] == "30/02/2025"
    assert words(page, "#ask-vs-error")


def test_an_unknown_place_is_not_found(in_effect, show):
    assert show(under="nowhere", status=404)


# --- What was known when --------------------------------------------------------------------------


def test_one_day_known_at_two_times_shows_what_was_corrected_and_why(corrected, show):
    page = show(on="2025-07-01", vs="2025-07-01", vs_known_at=corrected)

    assert words(page, "h1") == ["1 unit corrected"]
    row = line(page, "Phường Xuân Phương Thượng")
    assert words(row, ".tg-passages li") == [
        "Name: Xuân Phương → is now Xuân Phương Thượng",
    ]
    assert "Nghị quyết ghi là Xuân Phương Thượng" in row.select("td")[-1].get_text()


def test_the_day_before_the_corrected_period_shows_no_correction(corrected, show):
    page = show(on="2025-06-30", vs="2025-06-30", vs_known_at=corrected)

    assert words(page, "h1") == ["Nothing differs"]
    assert "nothing was corrected in between" in page.get_text()


def test_between_two_days_a_later_correction_is_not_shown_as_a_change(corrected, show):
    then = show(known_at=corrected, shown="changed", **BOTH_DAYS)
    now = show(shown="changed", **BOTH_DAYS)

    assert words(then, ".tg-passages li") == ["Under: Quận Nam Từ Liêm → is now Thành phố Hà Nội"]
    assert "Name: Xuân Phương → is now Xuân Phương Thượng" in words(now, ".tg-passages li")


def test_before_the_reform_was_recorded_nothing_had_changed(in_effect, show):
    long_ago = timezone.localdate() - timedelta(days=2)

    page = show(known_at=long_ago.isoformat(), **BOTH_DAYS)

    assert not page.select("table")


# --- Files ----------------------------------------------------------------------------------------


def test_all_rows_can_be_taken_along(in_effect, client):
    response = client.get("/en/comparison/", {"format": "csv", **BOTH_DAYS})

    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = {row["Key"]: row for row in csv.DictReader(io.StringIO(text))}
    assert len(rows) == 10
    assert rows["DM"]["Where to, where from"] == (
        "Phường Đại Mỗ (00637): a part; "
        "Phường Dương Nội (09886): a part of its land, none of its people; "
        "Phường Tây Mỗ (00634): a part"
    )
    assert rows["DM"]["Code (before)"] == "00634"
    assert (rows["XP"]["What changed"], rows["XP"]["Instrument"]) == (
        "Under",
        "1656/NQ-UBTVQH15",
    )


def test_a_table_holds_what_was_filtered_and_codes_stay_text(in_effect, client):
    response = client.get("/comparison/", {"format": "xlsx", "shown": "begun", **BOTH_DAYS})

    header, *rows = load_workbook(io.BytesIO(response.content)).active.values
    assert header[0] == "Kết quả"
    assert [row[2] for row in rows] == ["TM-new", "DM-new", "DN-new"]
    assert rows[0][7] == "00634"


def test_reasons_of_corrections_can_be_taken_along(corrected, client):
    asked = {"on": "2025-07-01", "vs": "2025-07-01", "vs_known_at": corrected, "format": "csv"}

    response = client.get("/en/comparison/", asked)

    text = b"".join(response.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["Reason"] == "Nghị quyết ghi là Xuân Phương Thượng"


# --- Speed ----------------------------------------------------------------------------------------


def test_a_large_comparison_takes_no_more_queries_than_a_small_one(
    in_effect, client, django_assert_num_queries
):
    client.get("/comparison/", BOTH_DAYS)  # directory and days are read into memory once

    with django_assert_num_queries(12):
        client.get("/comparison/", {**BOTH_DAYS, "under": "P01"})
    with django_assert_num_queries(12):
        client.get("/comparison/", {**BOTH_DAYS, "under": "D268"})

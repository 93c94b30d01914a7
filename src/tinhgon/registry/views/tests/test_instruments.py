"""The list of instruments and the page of one, as readers in the small world meet them."""

import csv

import pytest

from tinhgon.documents.models import Instrument
from tinhgon.registry.directory import directory
from tinhgon.registry.tests.pages import soup, words
from tinhgon.ui import panels


@pytest.fixture
def page(client):
    def read(address, status=200, **asked):
        response = client.get(address, asked)
        assert response.status_code == status
        return soup(response)

    return read


@pytest.fixture
def address(in_effect):
    """The page of the resolution on the communes of Hà Nội."""
    return f"/en/instruments/{Instrument.objects.get(number='1656/NQ-UBTVQH15').pk}/"


def numbers(page):
    return words(page, "#list li a")


def test_all_instruments_are_listed_with_days_and_marks(in_effect, page):
    found = page("/en/instruments/")

    assert words(found, "#list h2") == ["2 instruments"]
    assert numbers(found) == ["1656/NQ-UBTVQH15", "203/2025/QH15"]
    assert (
        "Issued 16 June 2025, in force 16 June 2025, operative 1 July 2025"
        in (words(found, "#list li")[0])
    )
    assert "Secondary source" in words(found, "#list li")[0]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "1656"}, ["1656/NQ-UBTVQH15"]),
        ({"q": "hien phap"}, ["203/2025/QH15"]),
        ({"q": "Communes of Hà Nội"}, ["1656/NQ-UBTVQH15"]),
        ({"type": "QH15"}, ["203/2025/QH15"]),
        ({"year": "2025"}, ["1656/NQ-UBTVQH15", "203/2025/QH15"]),
        ({"year": "1999"}, []),
    ],
)
def test_instruments_are_found_by_words_year_and_type(in_effect, page, asked, found):
    assert numbers(page("/en/instruments/", **asked)) == found


def test_where_nothing_fits_this_is_said_with_a_way_back(in_effect, page):
    found = page("/en/instruments/", q="không có")

    assert words(found, ".tg-empty h2") == ["Nothing fits"]
    assert found.select_one("#q")["value"] == "không có"


def test_an_empty_register_says_that_none_is_recorded(register, page):
    Instrument.objects.all().delete()

    assert "No instrument is recorded yet" in words(page("/en/instruments/"), ".tg-empty h2")


def test_the_part_that_is_fetched_is_the_part_of_the_whole_page(in_effect, client, page):
    asked = {"q": "1656"}
    part = soup(client.get("/en/instruments/", asked, headers={"HX-Request": "true"}))

    assert str(part.select_one("#list")) == str(
        page("/en/instruments/", **asked).select_one("#list")
    )
    assert part.select_one("header") is None


def test_the_list_can_be_taken_along(in_effect, client):
    response = client.get("/instruments/", {"format": "csv", "type": "QH15"})

    (row,) = csv.DictReader(b"".join(response).decode("utf-8-sig").splitlines())
    assert (row["number"], row["operative"]) == ("203/2025/QH15", "2025-07-01")


def test_an_instrument_says_its_days_and_the_time_between(address, page):
    found = page(address)

    assert words(found, "h1") == ["1656/NQ-UBTVQH15"]
    assert (
        "In force from 16 June 2025, operative from 1 July 2025"
        in (words(found, ".tg-note--gold")[0])
    )
    assert "both the old and the new apparatus" in words(found, ".tg-note--gold")[0]


def test_its_title_stands_in_both_languages(address, page):
    titles = {title["lang"]: title.get_text() for title in page(address).select("dd[lang]")}

    assert titles["en"] == "Communes of Hà Nội"
    assert titles["vi"].startswith("Về việc sắp xếp")


def test_what_was_done_under_it_is_counted_and_listed(address, page):
    found = page(address)

    assert words(found, "#done .tg-filters a") == ["Begun 3", "Changed 1", "Ended 4"]
    assert words(found, "#done tbody th") == [
        "Phường Tây Mỗ",
        "Phường Đại Mỗ",
        "Phường Dương Nội",
    ]
    assert "Điều 1 khoản 1" in words(found, "#done tbody tr")[0]


def test_what_changed_is_told_with_before_and_after(address, page):
    (row,) = words(page(address, list="changed"), "#done tbody tr")

    assert "Under: Quận Nam Từ Liêm → Thành phố Hà Nội" in row


def test_a_link_leads_to_the_unit_on_a_day_on_which_it_stood(address, page):
    found = page(address, list="ended")

    links = {link.get_text(): link["href"] for link in found.select("#done tbody a")}
    assert links["Phường Mễ Trì"] == "/en/units/MT/?on=2025-06-30"


def test_the_part_of_the_list_is_the_part_of_the_whole_page(address, client, page):
    heads = {"HX-Request": "true", "HX-Target": "done"}
    part = soup(client.get(address, {"list": "ended"}, headers=heads))

    assert str(part.select_one("#done")) == str(page(address, list="ended").select_one("#done"))
    assert part.select_one("header") is None


def number_of(request, instrument):
    return f"<p>{instrument.number}!</p>"


def test_higher_modules_show_their_plans_here(address, page, monkeypatch):
    monkeypatch.setattr(panels, "_panels", {"instrument": [(1, f"{__name__}.number_of")]})

    assert "1656/NQ-UBTVQH15!" in page(address).get_text()


def test_an_unknown_instrument_is_not_found(in_effect, page):
    found = page("/en/instruments/999999/", status=404)

    assert "The register knows no such instrument." in found.get_text()


def test_everything_done_can_be_taken_along(address, client):
    response = client.get(address, {"format": "csv"})

    rows = list(csv.DictReader(b"".join(response).decode("utf-8-sig").splitlines()))
    assert [row["what"] for row in rows].count("begun") == 3
    assert [row["what"] for row in rows].count("ended") == 4


def test_what_changed_stands_apart_from_the_units_at_the_other_end(address, client):
    response = client.get(address, {"format": "csv"})

    rows = list(csv.DictReader(b"".join(response).decode("utf-8-sig").splitlines()))
    assert {row["changes"] for row in rows if row["what"] != "changed"} == {""}
    assert {row["others"] for row in rows if row["what"] == "changed"} == {""}


def test_a_page_takes_the_same_queries_for_much_and_for_little(
    in_effect, client, django_assert_num_queries
):
    much, little = Instrument.objects.order_by("number")
    directory()

    with django_assert_num_queries(8):
        client.get(f"/instruments/{much.pk}/")
    with django_assert_num_queries(8):
        client.get(f"/instruments/{little.pk}/")


# --- The same for programs ------------------------------------------------------------------------


def test_programs_get_the_list_and_find_in_it(in_effect, client):
    found = client.get("/api/v1/instruments", {"q": "1656"}).json()

    assert [one["number"] for one in found["items"]] == ["1656/NQ-UBTVQH15"]
    assert found["items"][0]["operative"] == "2025-07-01"


def test_programs_get_one_instrument_or_a_problem(in_effect, client):
    one = Instrument.objects.first()

    assert client.get(f"/api/v1/instruments/{one.pk}").json()["number"] == one.number
    missing = client.get("/api/v1/instruments/999999")
    assert (missing.status_code, missing["Content-Type"]) == (404, "application/problem+json")


def test_programs_get_what_was_done_under_it(in_effect, client):
    one = Instrument.objects.get(number="203/2025/QH15")

    found = client.get(f"/api/v1/instruments/{one.pk}/consequences", {"what": "ended"}).json()

    assert [done["key"] for done in found["items"]] == ["D019", "D268"]

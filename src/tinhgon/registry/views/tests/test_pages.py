"""The pages about this site, and the frame around all of them."""

import pytest

from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.models import Register
from tinhgon.registry.tests.pages import soup, words


@pytest.fixture
def page(client):
    """A page as soup."""
    return lambda address: soup(client.get(address))


def test_programs_are_shown_a_unit_that_stands_today(in_effect, page, client):
    links = [link["href"] for link in page("/en/programs/").select("dt a")]

    (example,) = [link for link in links if "/units/" in link and "on=" in link]
    assert client.get(example.removeprefix("http://testserver")).status_code == 200


def test_the_sources_count_what_reforms_wrote_too(in_effect, page):
    rows = words(page("/en/sources/"), "tbody tr")

    assert any(row.startswith("Reforms carried out here, by their instruments") for row in rows)


def test_the_sources_take_the_same_queries_however_much_is_stated(
    in_effect, client, django_assert_num_queries
):
    client.get("/en/sources/")
    Register.objects.update(
        coverage=[{"unit": unit, "from": "2025-06-30"} for unit in ("VN", "P01", "D019", "DM")]
    )

    with django_assert_num_queries(6):
        client.get("/en/sources/")


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("/en/units/", "Apparatus"),
        ("/en/comparison/", "Apparatus"),
        ("/en/instruments/", "Instruments"),
        ("/en/where/batch/", "Where do I go now?"),
    ],
)
def test_the_menu_says_where_the_reader_is(in_effect, page, address, here):
    assert words(page(address), ".tg-nav a[aria-current]") == [here]


@pytest.mark.parametrize("address", ["/en/units/", "/en/units/DM-new/", "/en/comparison/"])
def test_a_day_that_cannot_be_read_stands_at_the_top_with_what_is_shown_instead(
    in_effect, page, address
):
    found = page(f"{address}?on=31/02/2025")

    assert words(found, "title")[0].startswith("Error:")
    (link,) = found.select(".tg-errors a")
    assert found.select_one(link["href"])["value"] == "31/02/2025"
    assert "What stands below is for" in words(found, ".tg-errors")[0]


def test_an_instant_that_cannot_be_read_stays_in_its_box(in_effect, page):
    found = page("/en/units/?known_at=hôm+qua")

    assert found.select_one("#ask-known_at")["value"] == "hôm qua"


def test_the_places_to_choose_from_stand_by_name(world, operator, page):
    actions.correct(
        world.unit("D268"),
        by=operator,
        reason="Cho bài thử",
        period=Period(),
        facts={"parent": None, "name": "Ân Thi"},
    )
    places = words(page("/en/units/?on=2025-06-30"), "#ask-under option")

    assert places == ["The whole country", "Quận Ân Thi", "Thành phố Hà Nội"]


def test_the_first_page_offers_the_ward_of_a_place_since_renamed(in_effect, world, operator, page):
    Register.objects.update(place=world.unit("P01"))
    actions.correct(
        world.unit("P01"),
        by=operator,
        reason="Tên mới",
        period=Period(world.day, None),
        facts={"name": "Thăng Long"},
    )

    assert words(page("/en/"), ".tg-seek__try a")[0].startswith("Phường Đại Mỗ")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/en/help/", ["Reading a conclusion", "The six clarities", "One focal point"]),
        ("/help/", ["Đọc kết luận cuộc họp", "Sáu rõ", "Một đầu mối"]),
    ],
)
def test_officials_are_told_how_a_conclusion_is_followed_up(in_effect, page, address, told):
    assert words(page(address), "h3")[:3] == told
    assert len(words(page(address), "h3 a")) == 7

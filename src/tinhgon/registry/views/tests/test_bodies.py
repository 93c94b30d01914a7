"""The page of bodies: blocs and hierarchies side by side, the list and its files."""

import csv
import io

import pytest

from tinhgon.conftest import BEFORE, DAY
from tinhgon.registry.tests.pages import soup, words


def text(response):
    """All words of the part of a page that is its own."""
    return words(soup(response), "main")[0]


@pytest.fixture
def page(bodies, client):
    def ask(**asked):
        asked.setdefault("under", "P01")
        return client.get("/en/bodies/", asked)

    return ask


def rows(response):
    written = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(written)))


def test_the_blocs_and_the_hierarchies_stand_side_by_side(page):
    said = text(page(on=DAY))

    assert "Party bloc" in said
    assert "State bloc" in said
    assert "Ban Tổ chức Thành ủy Hà Nội" in said
    assert "The hierarchies side by side" in said


def test_on_the_eve_the_party_has_its_districts(page):
    assert "Quận ủy Nam Từ Liêm" in text(page(on=BEFORE))
    assert "Quận ủy Nam Từ Liêm" not in text(page(on=DAY))


def test_the_page_speaks_vietnamese(bodies, client):
    said = text(client.get("/bodies/", {"under": "P01", "on": str(DAY)}))

    assert "Khối Đảng" in said
    assert "side by side" not in said


def test_a_list_may_be_sifted_by_bloc_and_by_name(page):
    found = rows(page(on=DAY, bloc="state", q="nội vụ", format="csv"))

    assert [row["key"] for row in found] == ["P01.home-affairs"]


def test_a_file_says_bloc_area_and_every_hierarchy(page):
    (row,) = rows(page(on=DAY, q="Đảng ủy phường Đại Mỗ", format="csv"))

    assert row["bloc"] == "party"
    assert (row["area"], row["parent"]) == ("DM-new", "DM-new")
    assert (row["party"], row["guidance"]) == ("P01.party-committee", "")


def test_nothing_fits_and_the_way_back_is_shown(page):
    said = text(page(on=DAY, q="no such body"))

    assert "No body of this list fits what was asked." in said


def test_without_bodies_the_page_says_so(in_effect, client):
    assert "No body is registered here" in text(client.get("/en/bodies/", {"under": "P01"}))


def test_a_place_that_nobody_knows_is_not_found(page):
    assert page(under="nowhere").status_code == 404


def test_the_page_of_a_ward_shows_its_bodies_and_who_governs_how(bodies, client):
    said = text(client.get("/en/units/DM-new/", {"on": str(DAY)}))

    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in said
    assert "Local government of two levels" in said


def test_the_page_of_a_ward_in_the_pilot_says_that_it_has_no_council(bodies, client):
    said = text(client.get("/en/units/DM/", {"on": "2023-01-01"}))

    assert "There is no council." in said
    assert "97/2019/QH14" in said
    assert "Hội đồng nhân dân phường Đại Mỗ" not in said


def test_the_page_of_a_body_says_its_place_and_how_surely_it_is_known(bodies, client):
    said = text(client.get("/en/units/P01.planning-and-architecture/", {"on": "2026-08-09"}))

    assert "Governs or serves" in said
    assert "one secondary source alone" in said
    assert "Official code" not in said


def test_look_ups_and_the_apparatus_go_on_meaning_areas(bodies, client):
    said = text(client.get("/en/units/", {"under": "P01", "on": str(DAY)}))

    assert "4 communes" in said
    assert "Sở Nội vụ" not in said


def test_the_apparatus_below_a_body_is_its_bodies(bodies, client):
    said = text(client.get("/en/units/", {"under": "P01.people-committee", "on": str(DAY)}))

    assert "Sở Nội vụ" in said

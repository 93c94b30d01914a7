"""The plans of the real reform, as their pages show them, and a second demonstration."""

import json

import pytest
from bs4 import BeautifulSoup

from tinhgon.registry.tests.pages import words

pytestmark = pytest.mark.xdist_group("vietnam")  # what they share is made by one process

PACKAGE = "/en/plans/reform-2025-07/"
INSIDE_HANOI, INSIDE_NAM_TU_LIEM = f"{PACKAGE}?at=P01", f"{PACKAGE}?at=D019"
PLAN_OF_HANOI = f"{PACKAGE}1656-nq-ubtvqh15/"
HOME, DAI_MO = "/en/", "/en/units/C00634@2025a/"
ADDRESSES = [PACKAGE, INSIDE_HANOI, INSIDE_NAM_TU_LIEM, PLAN_OF_HANOI, HOME, DAI_MO]
READ = """
import json
from django.test import Client
site = Client(headers={"host": "localhost"})
print(json.dumps([site.get(address).content.decode() for address in %r]))
"""


@pytest.fixture(scope="session")
def page(reformed):
    """A page of the installation as soup; all are read by one process."""
    said = reformed.run("django", "shell", "--no-imports", "-c", READ % ADDRESSES)
    read = dict(zip(ADDRESSES, json.loads(said.splitlines()[-1]), strict=True))
    return lambda address: BeautifulSoup(read[address], "html.parser")


def test_the_national_reform_is_told_in_four_figures(page):
    assert words(page(PACKAGE), ".tg-facts > div") == [
        *("provinces 63 34", "districts 696 0", "communes 10,035 3,321"),
        "units shared out 441",
    ]


def test_it_stands_under_thirty_six_instruments(page):
    assert words(page(PACKAGE), ".tg-lead") == [
        "Under 36 instruments, the first in force 12 June 2025, the last 16 June 2025; operative "
        "1 July 2025. Until that day the old apparatus went on working."
    ]
    assert len(page(PACKAGE).select("#plans tbody tr")) == 36


def test_its_findings_are_told_with_their_numbers(page):
    assert words(page(PACKAGE), ".tg-find h3") == [
        "Codes that pass to another unit: 3,207, of them 1,802 under another name.",
        "Units shared among several successors: 441 (972 parts, at most 5 of one unit).",
        "58 other checks found nothing",
    ]


def test_nothing_is_left_hanging(page):
    section = page(PACKAGE).select_one("section[aria-labelledby=resting]")

    assert "Left hanging on units that have ended: 0." in section.get_text()


def test_all_provinces_are_in_the_first_picture(page):
    picture = page(PACKAGE).select_one("svg.tg-flow")

    assert len(picture.select(".is-old")) == 63
    assert len(picture.select(".is-new")) == 34


def test_hanoi_opens_into_its_districts(page):
    inside = page(INSIDE_HANOI)

    assert len(inside.select("svg.tg-flow .is-old")) == 30
    assert {"51 wards", "75 communes"} <= {*words(inside, "svg.tg-flow text")}
    assert "795 lines" in inside.select_one("#flow summary").get_text()


def test_nam_tu_liem_opens_into_its_wards_with_dai_mo_in_gold(page):
    inside = page(INSIDE_NAM_TU_LIEM)

    assert len(inside.select("svg.tg-flow .is-old")) == 10
    assert len(inside.select("svg .tg-flow__band.is-marked")) == 5
    assert "21 lines" in inside.select_one("#flow summary").get_text()


def test_the_plan_of_hanoi_is_told_by_kind(page):
    assert words(page(PLAN_OF_HANOI), "section[aria-labelledby=numbers] tbody tr") == [
        "Communes 526 126 −400 (−76.0%)",
        *("Communes 345 75 −270", "Wards 160 51 −109", "Townships 21 0 −21"),
    ]


def test_the_first_page_shows_the_reform_of_hanoi(page):
    home = page(HOME)

    assert words(home, ".tg-picture__end") == [
        "526 communes, wards, townships until 30 June 2025",
        "126 communes, wards from 1 July 2025",
    ]
    assert words(home, ".tg-key b") == ["327 units", "199 units", "Phường Đại Mỗ"]
    assert "No unit stayed as it was." in words(home, "section[aria-labelledby=reform] p")[0]


def test_a_former_ward_leads_to_the_plan_by_which_it_ended(page):
    assert words(page(DAI_MO), "#plans li")[0].startswith(
        "Ended by Provinces and communes rearranged"
    )


def test_a_second_demonstration_finds_its_work_done(reformed):
    before = reformed.run("audit", "heads", "--json")

    said = reformed.run("demo", "--quiet")

    assert said.count("already in effect") == 2
    assert "Compared with units.csv, row by row (kind, name, code, parent): 0 differences." in said
    assert reformed.run("audit", "heads", "--json") == before

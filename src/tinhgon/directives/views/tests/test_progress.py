"""The page of progress: every number leads to exactly its works; a stranger finds nothing."""

import re

import pytest

from tinhgon.work.conftest import JUNE
from tinhgon.work.listing.stood import Which

PERIOD = {"from": "2025-06-01", "to": "2025-06-12"}


@pytest.fixture
def page(show, lan, works):
    def shown(**asked):
        return show("/directives/progress/", lan, **{"unit": works.district.key, **PERIOD, **asked})

    return shown


def numbers(page):
    """Each number that leads to a list, with its address."""
    links = page.select("a[href*='stood=']")
    return [
        (int(one.get_text(strip=True)), one["href"]) for one in links if one.find("rect") is None
    ]


def counted(page):
    """How many works the list says that it has."""
    return int(re.match(r"\d+", page.select_one("#list-title").get_text(strip=True))[0])


def test_every_number_leads_to_as_many_works(given, page, client):
    from tinhgon.registry.tests.pages import soup

    found = [(many, url) for many, url in numbers(page()) if many or "2025-06" in url]

    assert len(found) > 30
    assert [counted(soup(client.get(url))) for _many, url in found] == [many for many, _u in found]


def test_a_list_shows_a_work_as_it_stood_then(given, page, show, lan, works):
    asked = {"desk": "given", "unit": works.district.key, "from": "2025-06-01"}

    before = show("/work/", lan, stood=Which.OPEN_IN_TIME, on="2025-06-09", **asked)
    after = show("/work/", lan, stood=Which.OPEN_IN_TIME, on="2025-06-10", **asked)
    later = show("/work/", lan, stood=Which.OPEN_IN_TIME, on="2025-06-11", **asked)

    reported = "Reported, waits to be confirmed"
    assert reported not in before.select_one("tbody").get_text()
    assert reported in after.select_one("tbody").get_text()
    assert (counted(before), counted(after), counted(later)) == (5, 5, 3)


def test_the_picture_has_a_bar_for_each_month_and_a_table_beside_it(given, page):
    found = page()

    assert len(found.select("svg.tg-flow a")) == 12
    assert len(found.select("#trend-title ~ table tbody tr")) == 12


def test_a_unit_that_gave_nothing_has_an_empty_page(page, works):
    found = page(unit=works.tay_mo.key)

    assert "No work of these days" in found.get_text()


def test_whoever_sees_no_unit_finds_nothing_and_others_units_are_not_there(given, show, world):
    assert "There is no work here that you may see" in show("/directives/progress/", world.an).text
    show("/directives/progress/", world.an, unit="D019", status=404)
    show("/directives/report/", world.an, unit="D019", status=404)
    show("/directives/report.docx", world.an, unit="D019", status=404)


def test_one_unit_does_not_see_what_another_gave(given, show, lan, works):
    show("/directives/progress/", lan, unit="P01", status=404)


def test_odd_addresses_are_answered(given, page, show, lan, works):
    assert page(**{"from": "x", "to": "9999-12-31"})
    assert page(**{"from": "2025-06-20", "to": "2025-06-12"})
    page_of = {"unit": works.district.key}
    show("/directives/progress/", lan, status=404, instrument="77777", **page_of)
    show("/directives/progress/", lan, status=404, parent="nothing", **page_of)


def test_a_page_takes_as_many_queries_however_many_works(
    given, page, works, django_assert_max_num_queries
):
    page()
    for number in range(10):
        works.issue(title=f"more {number}", due=JUNE[27])

    with django_assert_max_num_queries(40) as few:
        page()
    for number in range(10):
        works.issue(title=f"still more {number}", due=JUNE[27])
    with django_assert_max_num_queries(len(few)):
        page()

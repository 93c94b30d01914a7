"""The pages of the law, as readers meet them."""

from datetime import date

import pytest

from tinhgon.documents.models import Instrument
from tinhgon.law.queries import changes
from tinhgon.registry.tests.pages import soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    def read(address, status=200, **asked):
        came = client.get(f"/en/law/{address}", asked)
        assert came.status_code == status
        return soup(came)

    return read


def said(page, where="main"):
    return " ".join(words(page, where))


@pytest.fixture
def decree():
    """The decree of 2025, as the register knows it."""
    return Instrument.objects.create(number="150/2025/NĐ-CP", issued=date(2025, 6, 12))


# --- The list -------------------------------------------------------------------------------------


def test_figures_are_listed_by_subject_with_their_marks(page):
    found = page("", on="2025-07-01")

    assert "Public service units" in words(found, "h2")
    assert "Checked against the text" in said(found)


@pytest.mark.parametrize("typed", ["phó trưởng phòng", "pho truong phong", "PHÓ", "332/NQ-CP"])
def test_a_figure_is_found_by_words_and_numbers(page, typed):
    assert "Deputies of one division of a commune" in said(page("", q=typed))


def test_what_does_not_fit_is_said(page):
    assert "No figure and no rule fits" in said(page("", q="tea"))


def test_a_subject_stands_alone(page):
    assert words(page("", subject="councils"), "main h2") == ["Which level has a council"]


def test_a_day_without_provision_says_so(page):
    assert "no provision on this day" in said(page("", on="2010-01-01"))


def test_all_figures_can_be_taken_along(client):
    lines = b"".join(client.get("/law/?format=csv").streaming_content).decode()

    assert "departments.most" in lines


def test_a_part_of_the_list_comes_alone(client):
    came = client.get("/law/?q=332", headers={"HX-Request": "true"}).content.decode()

    assert came.lstrip().startswith('<div id="list"')


# --- One figure -----------------------------------------------------------------------------------


def test_a_figure_shows_what_holds_and_its_history(page):
    found = page("departments.division.minimum_posts/", on="2025-06-16")

    assert words(found, ".tg-now") == ["7 posts"]
    assert "Article 5(2)(b), 150/2025/NĐ-CP of 12 June 2025" in said(found)
    assert "all cases" in said(found, "td")
    assert "Not verified" not in said(found, "main .tg-quiet")


@pytest.mark.parametrize("day", ["2025-06-15", "2025-12-31"])
def test_a_figure_that_is_not_verified_says_so(page, day):
    assert "Not verified against the primary text" in said(
        page("departments.subdepartment.minimum_posts/", on=day)
    )


def test_a_figure_says_its_base_and_rounding(page):
    assert "headcount assigned in 2015; rounded up" in said(page("targets.headcount.cut_by_2021/"))


def test_an_instrument_that_is_registered_is_a_link(page, decree):
    found = page("departments.most/", on="2025-07-01")

    assert found.select(f'a[href="/en/instruments/{decree.pk}/"]')


def test_an_instrument_of_the_same_number_and_another_day_is_not(page):
    other = Instrument.objects.create(number="150/2025/NĐ-CP", issued=date(2025, 6, 13))

    assert not page("departments.most/").select(f'a[href="/en/instruments/{other.pk}/"]')


def test_instruments_are_looked_for_once(page, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        page("", on="2025-07-01")


def test_what_is_not_there_is_not_found(page):
    page("tea/", 404)


# --- A rule ---------------------------------------------------------------------------------------


def test_a_rule_is_calculated_without_script(page):
    asked = {"on": "01/07/2025", "posts": "14", "province_class": "class_3"}
    found = page("division_deputies/", **asked)

    assert words(found, ".tg-tree > li > .tg-leaf > strong") == ["2"]
    assert "Article 6(2)" in said(found, ".tg-tree")
    assert found.select_one("#id_posts")["value"] == "14"


def test_a_rule_before_its_first_day_says_why(page):
    asked = {"on": "01/07/2019", "posts": "14", "province_class": "class_3"}

    assert "holds from 25 November 2020" in said(page("division_deputies/", **asked), ".tg-gate")


@pytest.mark.parametrize("typed", ["-4", "4,5 x", "nine", "9" * 30])
def test_what_cannot_be_computed_with_is_said_and_kept(page, typed):
    found = page("office_deputies/", calculate="1", on="01/07/2025", posts=typed)

    assert "Write a whole number" in said(found, ".tg-error")
    assert found.select_one("#id_posts")["value"] == typed


def test_what_was_not_given_is_asked_for(page):
    assert "This must be given" in said(page("office_deputies/", calculate="1"), ".tg-error")


def test_nothing_is_wrong_before_anything_was_sent(page):
    assert words(page("office_deputies/"), ".tg-error") == []


def test_a_law_that_asked_less_is_asked_less(page):
    found = page("commune_deputies_allowed/", on="14/10/2025", divisions="3", centres="1")

    assert words(found, ".tg-tree > li > .tg-leaf > strong") == ["3"]


def test_a_worked_example_leads_to_its_calculation(page, client):
    example = page("division_deputies/").select_one("details td a")

    answer = soup(client.get(example["href"]))

    assert words(answer, ".tg-tree > li > .tg-leaf > strong") == [example.get_text()]


# --- Between two days -----------------------------------------------------------------------------


def test_changes_between_two_days_are_shown(page):
    found = page("changes/", **{"from": "14/10/2025", "to": "15/10/2025"})

    assert words(found, "h2")[0] == "3 changes"
    assert "332/NQ-CP of 15 October 2025" in said(found)


def test_changes_come_fifty_a_page_and_all_are_counted(page):
    days = {"from": "01/01/2000", "to": "31/12/2029"}
    count = len(changes(date(2000, 1, 1), date(2029, 12, 31)))

    first, second = page("changes/", **days), page("changes/", **days, page="2")

    assert count > 50
    assert words(first, "h2")[0] == f"{count} changes"
    assert len(first.select("tbody tr")) == 50
    assert f"1–50 of {count}" in said(first, ".tg-pager")
    assert said(second, ".tg-pager").startswith("51–")
    assert "from=01%2F01%2F2000" in first.select_one(".tg-pager a[rel=next]")["href"]


def test_nothing_changed_on_a_quiet_day(page):
    asked = {"from": "15/10/2025", "to": "16/10/2025"}

    assert "Nothing changed" in said(page("changes/", **asked))


@pytest.mark.parametrize(
    ("days", "words_said"),
    [
        ({"from": "01/07/2025", "to": "x"}, "“x” is not a day"),
        ({"from": "01/07/2025", "to": "01/06/2025"}, "before the first"),
        ({"from": "", "to": "01/06/2025"}, "Name a day"),
    ],
)
def test_days_that_cannot_be_used_are_said(page, days, words_said):
    assert words_said in said(page("changes/", **days), ".tg-error")


def test_the_pages_speak_vietnamese(client):
    came = client.get("/law/departments.most/?on=2025-07-01").content.decode()

    assert "Số sở tối đa của một tỉnh, thành phố" in came
    assert "khoản 1 Điều 10" in came

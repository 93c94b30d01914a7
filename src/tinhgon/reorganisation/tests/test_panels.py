"""What plans show on the pages of the register."""

import pytest

from tinhgon.registry import actions as registry
from tinhgon.registry.tests.pages import words
from tinhgon.reorganisation import actions, panels
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.reform.latest import Reform


@pytest.fixture
def served(in_effect, world, operator):
    """The reform in effect, in an installation that serves Hà Nội."""
    registry.serve_place(world.unit("P01"), by=operator)
    return in_effect


def band(page):
    return page.select_one("section[aria-labelledby=reform]")


# --- The first page -------------------------------------------------------------------------------


def test_the_latest_reform_is_shown_in_one_picture(served, show):
    page = show("/")

    assert words(page, "#reform") == ["The reform of 1 July 2025 in one picture"]
    assert words(page, ".tg-picture__end") == [
        "5 wards until 30 June 2025",
        "4 wards from 1 July 2025",
    ]
    assert (
        band(page)
        .select_one("svg")["aria-label"]
        .startswith(
            "Each strand joins an old unit to a new one: 5 old units at the left, 4 new ones at "
            "the right, 7 strands."
        )
    )


def test_its_key_has_the_numbers(served, show):
    assert words(show("/"), ".tg-key li") == [
        "4 units whole in one place",
        "1 unit shared among 3 places (3 parts)",
        "Phường Đại Mỗ alone is shared among 3. See where it is now",
    ]


def test_the_same_in_vietnamese(served, show):
    page = show("/", language="vi")

    assert words(page, "#reform") == ["Cuộc sắp xếp ngày 01/07/2025 trong một hình"]
    assert "1 đơn vị tiếp tục tồn tại." in band(page).get_text()


def test_it_leads_to_plan_instrument_answer_and_table(served, show):
    links = {link.get_text(): link["href"] for link in band(show("/")).select("a")}

    assert links["See the plan"] == "/en/plans/reform/?at=P01#flow"
    assert links["1656/NQ-UBTVQH15"].startswith("/en/instruments/")
    assert links["CSV"] == "/en/plans/reform/?at=P01&format=csv"
    assert links["See where it is now"].startswith("/en/where/?q=Ph")


def test_a_key_with_a_sign_that_addresses_use_arrives_as_it_is(served):
    links = panels._links(served, Reform(rearrangement(served), "P+01"))

    assert links == {
        "page": "/plans/reform/?at=P%2B01#flow",
        "csv": "/plans/reform/?at=P%2B01&format=csv",
        "xlsx": "/plans/reform/?at=P%2B01&format=xlsx",
    }


def test_what_is_shown_is_as_sure_as_its_weakest_source(served, show):
    assert words(band(show("/")), ".tg-mark") == ["Secondary source"]


def test_where_the_whole_is_served_its_own_parts_are_shown(in_effect, show):
    assert words(show("/"), ".tg-picture__end")[0].startswith("5 wards")


def test_before_any_effect_there_is_no_picture(enacted, show):
    assert band(show("/")) is None


def test_where_nothing_passed_there_is_no_picture(served, world, operator, show):
    registry.serve_place(world.unit("XP"), by=operator)

    assert band(show("/")) is None


def test_a_first_page_takes_the_same_few_queries(served, client, django_assert_num_queries):
    client.get("/")

    with django_assert_num_queries(5):
        client.get("/")


# --- The page of a unit ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "says"),
    [("DM", "Ended by"), ("DM-new", "Began by"), ("XP", "Changed by")],
)
def test_a_unit_says_which_package_did_what_to_it(in_effect, show, key, says):
    (said,) = words(show(f"/units/{key}/"), "#plans li")

    assert said.startswith(f"{says} Sắp xếp 2025 , 1 July 2025")


def test_a_unit_that_ended_leads_to_the_notice_for_citizens(in_effect, show):
    assert "Notice for citizens" in words(show("/units/DM/"), "#plans li a")


def test_a_unit_that_no_package_concerns_says_nothing(in_effect, show):
    assert show("/units/P01/").select("#plans") == []


def test_a_draft_is_not_told_of_on_the_page_of_a_unit(package, show):
    assert show("/units/DM/").select("#plans") == []


# --- The page of an instrument --------------------------------------------------------------------


def instrument_of(package, number):
    return package.plans.get(instrument__number=number).instrument_id


def test_an_instrument_leads_to_the_plan_that_carries_it_out(in_effect, show):
    page = show(f"/instruments/{instrument_of(in_effect, '203/2025/QH15')}/")

    assert page.select_one("#plans a")["href"] == "/en/plans/reform/203-2025-qh15/"


def test_the_plan_of_a_draft_is_hidden_there_too(package, world, client, show):
    address = f"/instruments/{instrument_of(package, '203/2025/QH15')}/"
    assert show(address).select("#plans") == []

    client.force_login(world.huong)

    assert len(show(address).select("#plans")) == 1


def test_a_withdrawn_package_concerns_a_unit_no_more(enacted, world, operator, show):
    actions.withdraw(enacted, by=operator, on=world.eve, reason="Sai căn cứ")

    assert show("/units/DM/").select("#plans") == []

"""The list of packages, as readers with and without roles meet it."""

from datetime import date

import pytest

from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.models import Package


def titles(page):
    return words(page, ".tg-list h2")


def test_a_package_is_listed_with_day_state_and_numbers(in_effect, show):
    page = show("/plans/")

    assert words(page, "h1") == ["Reorganisation plans"]
    assert words(page, ".tg-list li") == [
        "Sắp xếp 2025 from 1 July 2025; 2 → 0 districts; 5 → 4 communes In effect"
    ]


def test_the_same_in_vietnamese(in_effect, show):
    page = show("/plans/", language="vi")

    assert words(page, ".tg-list p") == [
        "từ 01/07/2025; 2 → 0 quận, huyện, thị xã, thành phố thuộc tỉnh; "
        "5 → 4 xã, phường, thị trấn, đặc khu"
    ]


def test_a_title_in_the_readers_language_is_shown(draft, client, world, show):
    draft("moved", on=date(2025, 7, 1))
    client.force_login(world.huong)

    assert titles(show("/plans/")) == ["Package moved"]
    assert titles(show("/plans/", language="vi")) == ["Gói moved"]


def test_drafts_are_hidden_from_whoever_does_not_plan(package, world, client, show):
    assert titles(show("/plans/")) == []

    client.force_login(world.an)
    assert titles(show("/plans/")) == []

    client.force_login(world.huong)
    assert titles(show("/plans/")) == ["Sắp xếp 2025"]


def test_where_there_is_nothing_it_says_what_can_be_done(world, show):
    page = show("/plans/")

    assert words(page, ".tg-empty h2") == ["No plan has been enacted yet"]
    assert page.select_one(".tg-empty a")["href"] == "/en/units/"


def test_packages_are_filtered_by_state(in_effect, draft, client, world, show):
    draft("later", on=date(2026, 1, 1))
    client.force_login(world.huong)

    assert words(show("/plans/"), ".tg-filters a") == ["All 2", "Draft 1", "In effect 1"]
    assert titles(show("/plans/", state="draft")) == ["Package later"]
    assert titles(show("/plans/", state="in-effect")) == ["Sắp xếp 2025"]


def test_a_filter_that_does_not_exist_filters_nothing(in_effect, show):
    assert titles(show("/plans/", state="<script>")) == ["Sắp xếp 2025"]


def test_what_is_withdrawn_says_so(enacted, operator, world, show):
    actions.withdraw(enacted, by=operator, on=world.eve, reason="Sai căn cứ")

    assert words(show("/plans/"), ".tg-tag") == ["Withdrawn"]


def test_many_packages_stand_on_pages(in_effect, draft, world, client, show):
    Package.objects.bulk_create(
        Package(code=f"p{number}", titles={"en": f"P{number}"}, day=date(2030, 1, 1))
        for number in range(45)
    )
    client.force_login(world.huong)

    assert len(titles(show("/plans/"))) == 20
    assert titles(show("/plans/", page=3))[-1] == "Sắp xếp 2025"


def test_what_is_swapped_in_is_what_a_reload_shows(in_effect, client, show):
    fragment = client.get(
        "/en/plans/?state=in-effect", headers={"HX-Request": "true", "HX-Target": "list"}
    )

    assert soup(fragment).select_one("#list") == show("/plans/", state="in-effect").select_one(
        "#list"
    )


@pytest.mark.parametrize("more", [0, 40])
def test_a_list_takes_the_same_queries_however_long(
    in_effect, client, more, django_assert_num_queries
):
    Package.objects.bulk_create(
        Package(code=f"p{number}", titles={"en": "P"}, day=date(2030, 1, 1))
        for number in range(more)
    )
    client.get("/plans/")

    with django_assert_num_queries(5):
        client.get("/plans/")

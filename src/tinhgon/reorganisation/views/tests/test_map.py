"""The page with the map of a package, as readers in the small world meet it."""

import csv
from datetime import date

from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.registry.boundary.actions import keep_boundaries
from tinhgon.registry.models import Version
from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation import actions

MAP = "/plans/reform/map/"


def dots(page, *looks):
    return words(page, f"svg.tg-map circle{''.join(f'.is-{look}' for look in looks)} title")


def rows(page):
    return words(page, "section[aria-labelledby=ways-title] tbody tr")


def test_it_says_first_who_has_the_longest_way(in_effect, show):
    page = show(MAP)

    assert words(page, "h1") == ["From old to new on the map: Thành phố Hà Nội"]
    assert words(page, ".tg-lead") == [
        "The longest way: Phường Đại Mỗ → Phường Dương Nội, 2.5 km. "
        "Half of all ways: at most 1.2 km."
    ]


def test_the_same_in_vietnamese(in_effect, show):
    page = show(MAP, language="vi")

    assert words(page, "h1") == ["Từ cũ sang mới trên bản đồ: Thành phố Hà Nội"]
    assert words(page, ".tg-lead") == [
        "Xa nhất: Phường Đại Mỗ → Phường Dương Nội, 2,5 km. "
        "Một nửa số quãng đường không quá 1,2 km."
    ]
    assert words(page, "svg.tg-map text.is-scale") == ["1 km", "B"]


def test_old_and_new_units_are_dots_and_the_picture_says_so(in_effect, show):
    page = show(MAP)

    assert len(dots(page, "old")) == 5
    assert len(dots(page, "new")) == 4
    assert page.select_one("svg.tg-map")["aria-label"].startswith("Map: where 5 old and 4 new")


def test_the_table_has_the_longest_way_first(in_effect, show):
    found = rows(show(MAP))

    assert found[0] == "Phường Đại Mỗ Quận Nam Từ Liêm Phường Dương Nội a part, only the land 2.5"
    assert found[-1] == "Phường Dương Nội Quận Hà Đông Phường Dương Nội all of it 0.1"


def test_without_a_wish_the_unit_most_shared_is_gold_but_the_others_are_as_strong(in_effect, show):
    page = show(MAP)

    assert dots(page, "old", "gold") == ["Phường Đại Mỗ (old)"]
    assert not page.select(".tg-map.is-chosen")


def test_a_unit_that_is_chosen_stands_out(in_effect, show):
    page = show(MAP, at="TM")

    assert words(page, "h1") == ["From old to new on the map: Thành phố Hà Nội"]
    assert dots(page, "gold") == ["Phường Tây Mỗ (old)", "Phường Tây Mỗ"]
    assert page.select(".tg-map.is-chosen")
    assert rows(page) == rows(show(MAP))
    assert words(page, "tr.is-here th a") == ["Phường Tây Mỗ"]


def test_a_new_unit_can_be_chosen_too(in_effect, show):
    page = show(MAP, at="DM-new")

    assert dots(page, "old", "gold") == ["Phường Mễ Trì (old)", "Phường Đại Mỗ (old)"]
    assert dots(page, "new", "gold") == ["Phường Đại Mỗ"]


def test_a_district_can_be_looked_into(in_effect, show):
    page = show(MAP, at="D268")

    assert words(page, "h1") == ["From old to new on the map: Quận Hà Đông"]
    assert rows(page) == ["Phường Dương Nội Quận Hà Đông Phường Dương Nội all of it 0.1"]
    assert words(page, ".tg-crumbs--in li") == ["Thành phố Hà Nội"]


def test_what_is_followed_is_kept_inside_a_district(in_effect, show):
    page = show(MAP, at="D019", follow="TM")

    assert words(page, "aside h2")[0] == "Phường Tây Mỗ"
    assert "at=D019&follow=TM" in page.select_one("tr.is-here th a")["href"]


def test_districts_are_offered_as_links_with_how_many_units_they_have(in_effect, show):
    assert words(show(MAP), ".tg-mapplaces li") == ["Quận Nam Từ Liêm 4", "Quận Hà Đông 1"]
    assert [o["value"] for o in show(MAP).select("#map-at option")] == ["", "D019", "D268"]


def test_a_place_it_does_not_concern_is_not_found(in_effect, show):
    assert "does not concern any unit “nirgends”" in show(MAP, status=404, at="nirgends").get_text()


def test_units_of_which_no_place_is_known_are_counted(in_effect, show):
    Version.objects.filter(unit__key__in=("DM", "XP2")).update(latitude=None, longitude=None)
    page = show(MAP)

    assert "1 unit is not drawn: where it lies is not recorded." in page.get_text(" ", strip=True)
    assert rows(page)[-1].endswith("–")


def test_where_no_place_is_known_the_table_stays(in_effect, show):
    Version.objects.update(latitude=None, longitude=None)
    page = show(MAP)

    assert words(page, ".tg-empty h2") == ["No place is known"]
    assert not page.select("svg.tg-map")
    assert len(rows(page)) == 6


def test_a_plan_by_which_nothing_passes_says_so(draft, operator, world, show):
    actions.enact(draft("renamed", Rename(unit="TM", name="Tây Mới")), by=operator, on=world.day)

    page = show("/plans/renamed/map/")

    assert words(page, ".tg-empty h2") == ["Nothing passes from one unit to another"]


def test_a_draft_is_not_there_for_strangers_and_is_for_planners(package, world, client, show):
    show(MAP, status=404)
    client.force_login(world.an)
    show(MAP, status=404)

    client.force_login(world.huong)

    assert len(dots(show(MAP), "new")) == 4


def test_all_ways_can_be_taken_along(in_effect, client):
    response = client.get(MAP, {"format": "csv", "at": "D268"})

    (row,) = csv.DictReader(b"".join(response).decode("utf-8-sig").splitlines())
    assert (row["old_unit"], row["new_unit"], row["extent"]) == ("DN", "DN-new", "whole")
    assert (row["old_lat"], row["old_lon"], row["km"]) == ("20.9764", "105.7471", "0.11")


def test_as_a_workbook_too(in_effect, client):
    response = client.get(MAP, {"format": "xlsx"})

    assert response["Content-Disposition"].endswith('"reform-all-ways.xlsx"')


def test_what_is_swapped_in_is_what_a_reload_shows(in_effect, client, show):
    fragment = client.get(f"/en{MAP}?at=D019", headers={"HX-Request": "true", "HX-Target": "map"})

    assert soup(fragment).select_one("#map") == show(MAP, at="D019").select_one("#map")


def test_a_map_takes_the_same_few_queries_whatever_it_shows(
    in_effect, client, django_assert_num_queries
):
    client.get(MAP)

    with django_assert_num_queries(7):
        client.get(MAP)
    with django_assert_num_queries(7):
        client.get(MAP, {"at": "TM"})


def test_the_ground_of_new_units_is_drawn_where_it_is_known(in_effect, operator, world, show):
    ring = [(20.99, 105.75), (20.99, 105.78), (21.01, 105.78), (20.99, 105.75)]
    keep_boundaries({"DM-new": [ring]}, by=operator, on=world.day)
    page = show(MAP)

    (ground,) = page.select("svg.tg-map path.tg-map__ground")
    assert "is-gold" in ground["class"]
    assert ground["d"].count("M") == 1
    assert "Ground of a new unit, simplified" in page.get_text()


def test_the_ground_of_a_later_day_is_not_drawn(in_effect, operator, show):
    ring = [(20.99, 105.75), (20.99, 105.78), (21.01, 105.78), (20.99, 105.75)]
    keep_boundaries({"DM-new": [ring]}, by=operator, on=date(2025, 7, 2))

    assert not show(MAP).select("svg.tg-map path.tg-map__ground")

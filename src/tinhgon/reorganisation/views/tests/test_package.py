"""The page of a package, as readers in the small world meet it."""

import csv
import io
from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from openpyxl import load_workbook

from tinhgon.conftest import approved
from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.conftest import SOON
from tinhgon.reorganisation.continuity.words import Resting

REFORM = "/plans/reform/"


def section(page, id):
    return page.select_one(f"section[aria-labelledby={id}]")


def rows(page, id):
    return words(section(page, id), "tbody tr")


# --- What it says ---------------------------------------------------------------------------------


def test_it_is_headed_by_its_title_and_says_under_what_it_stands(in_effect, show):
    page = show(REFORM)

    assert words(page, "h1") == ["Sắp xếp 2025"]
    assert words(page, ".tg-kicker") == ["Reorganisation plan In effect"]
    assert words(page, ".tg-lead") == [
        "Under 2 instruments, in force 16 June 2025, operative 1 July 2025. "
        "Until that day the old apparatus went on working."
    ]


def test_the_same_in_vietnamese(in_effect, show):
    page = show(REFORM, language="vi")

    assert words(page, ".tg-lead") == [
        "Theo 2 văn bản, có hiệu lực ngày 16/06/2025, vận hành từ ngày 01/07/2025. "
        "Cho đến ngày đó, bộ máy cũ vẫn hoạt động."
    ]
    assert words(page, "section[aria-labelledby=numbers] tbody th")[:2] == [
        *("Quận, huyện, thị xã, thành phố thuộc tỉnh", "Xã, phường, thị trấn, đặc khu")
    ]


def test_its_figures_are_what_differs(in_effect, show):
    assert words(show(REFORM), ".tg-facts > div") == [
        *("districts 2 0", "communes 5 4", "unit shared out 1")
    ]


def test_units_are_counted_before_and_after_by_level_and_kind(in_effect, show):
    assert rows(show(REFORM), "numbers") == [
        "Districts 2 0 −2 (−100.0%)",
        "Communes 5 4 −1 (−20.0%)",
    ]


def test_where_only_kinds_differ_kinds_are_shown(draft, operator, world, show):
    from tinhgon.domain.structure.operations.reclassify import Reclassify

    package = draft("kinds", Reclassify(unit="TM", kind="xã"))
    actions.enact(package, by=operator, on=world.day)

    page = show("/plans/kinds/")

    assert words(page, ".tg-facts > div") == ["Communes 0 1", "Wards 4 3"]
    assert rows(page, "numbers") == ["Communes 4 4 0", "Communes 0 1 +1", "Wards 4 3 −1"]


def test_its_way_says_who_did_what_when(in_effect, show):
    steps = words(show(REFORM), ".tg-steps li")

    assert [step.partition(" ")[0] for step in steps] == ["Draft", "Enacted", "In"]
    assert "the operator of this site" in steps[1]
    assert steps[1].startswith("Enacted issued 16 June 2025 recorded here")
    assert steps[1].endswith("dated 1 July 2025")
    assert steps[2].startswith("In effect from 1 July 2025")


def test_an_official_is_named_to_those_who_plan_alone(package, world, client, show):
    actions.enact(package, by=world.hung, on=world.day)

    assert words(show(REFORM), ".tg-steps li")[1].split(" by ")[1].startswith("an official")

    client.force_login(world.huong)
    assert words(show(REFORM), ".tg-steps li")[1].split(" by ")[1].startswith("Lê Quốc Hùng")


def test_of_a_seal_the_public_knows_the_day_and_no_name(draft, world, operator, client, show):
    package = approved(draft("later", Rename(unit="TM", name="Mới"), on=SOON), world.hung)
    actions.enact(package, by=operator, on=date(2025, 6, 20))

    assert "Lê Quốc Hùng" not in show("/plans/later/").get_text()

    client.force_login(world.huong)
    assert "by Lê Quốc Hùng" in words(show("/plans/later/"), ".tg-seal")[0]


def test_what_hung_on_the_units_that_ended_is_counted(in_effect, show):
    page = show(REFORM)

    assert {
        "The place that this site serves 0 go to whoever answers afterwards",
        "Addresses, telephones and hours 0 end with the unit",
        "Roles of people over a unit 1 go to whoever answers afterwards",
    } < {*rows(page, "resting")}
    assert "Left hanging on units that have ended: 0." in section(page, "resting").get_text()


def test_before_its_effect_what_hangs_on_them_is_counted_today(enacted, show):
    page = show(REFORM)

    assert "What hangs on the units that end" in words(page, "h2")
    assert "Roles of people over a unit 1 go to whoever answers afterwards" in rows(page, "resting")
    assert "Left hanging" not in page.get_text()


def test_its_findings_have_weight_sentence_advice_and_units(in_effect, show):
    found = words(section(show(REFORM), "findings"), ".tg-find > li")

    assert found[0].startswith("Note Codes that pass to another unit: 3, of them 2 under another")
    assert "Phường Đại Mỗ" in found[1]
    assert found[-1].startswith("Passed 58 other checks found nothing")


def test_its_plans_are_listed_with_what_they_concern(in_effect, show):
    page = show(REFORM)

    assert rows(page, "plans-title")[0].endswith("5 5 → 4 communes")
    assert rows(page, "plans-title")[1].endswith("1 2 → 0 districts")
    assert page.select_one("#plans tbody a")["href"] == "/en/plans/reform/1656-nq-ubtvqh15/"


def test_units_that_go_on_otherwise_say_what_changes(in_effect, show):
    assert rows(show(REFORM), "changed-title") == [
        "Phường Xuân Phương Under: Quận Nam Từ Liêm → is now Thành phố Hà Nội"
    ]


# --- From old to new ------------------------------------------------------------------------------


def test_the_picture_opens_from_the_whole_to_a_district(in_effect, show):
    page = show(REFORM)

    assert words(page, "#flow-title") == ["From old to new: Thành phố Hà Nội"]
    assert words(page, "svg.tg-flow a")[:2] == ["Quận Nam Từ Liêm", "Quận Hà Đông"]

    opened = show(REFORM, at="D019")

    assert words(opened, "#flow-title") == ["From old to new: Quận Nam Từ Liêm"]
    assert words(opened, ".tg-crumbs--in li") == ["Thành phố Hà Nội"]


def test_a_place_can_be_chosen_without_the_picture(in_effect, show):
    options = show(REFORM, at="D019").select("#flow-at option")

    assert [(o.get_text(), o["value"], o.has_attr("selected")) for o in options] == [
        ("All of it", "", False),
        ("Quận Nam Từ Liêm", "D019", True),
        ("Quận Hà Đông", "D268", False),
    ]


def test_the_followed_unit_is_named_and_gold_in_picture_and_table(in_effect, show):
    page = show(REFORM, at="D019", follow="TM")

    assert "Gold: Phường Tây Mỗ." in page.select_one("#flow").get_text(" ", strip=True)
    assert words(page, "svg .is-marked title") == ["Phường Tây Mỗ → Phường Tây Mỗ"]
    assert [row.split()[1:3] for row in words(page, "#flow tr.is-here th")] == [["Tây", "Mỗ"]]


def test_without_a_wish_the_unit_shared_most_is_followed(in_effect, show):
    picture = show(REFORM).select_one("#flow").get_text(" ", strip=True)

    assert "Gold: Quận Nam Từ Liêm, to which Phường Đại Mỗ belongs." in picture


def test_inside_its_district_it_is_called_by_its_own_name(in_effect, show):
    picture = show(REFORM, at="D019").select_one("#flow").get_text(" ", strip=True)

    assert "Gold: Phường Đại Mỗ." in picture


def test_following_what_does_not_exist_follows_what_is_usual(in_effect, show):
    page = show(REFORM, follow="nirgends")

    assert "to which Phường Đại Mỗ belongs." in page.select_one("#flow").get_text(" ", strip=True)


def test_the_table_says_how_much_went_where(in_effect, show):
    assert words(show(REFORM, at="D268"), "#flow tbody tr") == [
        "Phường Dương Nội Phường Dương Nội all of it Điều 1 khoản 3"
    ]


def test_on_narrow_screens_a_list_says_the_same(in_effect, show):
    assert words(show(REFORM, at="D268"), "ul.tg-slim li") == [
        "Phường Dương Nội → went to Phường Dương Nội"
    ]


def test_a_place_it_does_not_concern_is_not_found_and_the_whole_is_offered(in_effect, show):
    page = show(REFORM, status=404, at="nirgends")

    assert "This plan does not concern any unit “nirgends”." in page.get_text()
    assert words(page, ".tg-links a") == ["The whole plan"]


def test_what_is_swapped_in_is_what_a_reload_shows(in_effect, client, show):
    fragment = client.get(
        "/en/plans/reform/?at=D019", headers={"HX-Request": "true", "HX-Target": "flow"}
    )

    assert soup(fragment).select_one("#flow") == show(REFORM, at="D019").select_one("#flow")


def test_what_passed_can_be_taken_along_as_csv(in_effect, client):
    response = client.get("/en/plans/reform/", {"format": "csv", "at": "D268"})

    (row,) = csv.DictReader(b"".join(response).decode("utf-8-sig").splitlines())
    assert (row["old_unit"], row["new_unit"], row["extent"]) == ("DN", "DN-new", "whole")
    assert (row["carries"], row["main"]) == ("land people", "1")
    assert (row["instrument"], row["clause"]) == ("1656/NQ-UBTVQH15", "Điều 1 khoản 3")


def test_what_passed_can_be_taken_along_as_xlsx_with_codes_as_text(in_effect, client):
    response = client.get("/en/plans/reform/", {"format": "xlsx", "at": "D268"})

    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet["B2"].value == "09886"


# --- States ---------------------------------------------------------------------------------------


def test_a_draft_is_not_there_for_others_and_its_candidates_are(package, in_effect, show):
    show("/plans/nirgends/", status=404)

    assert words(show("/plans/nirgends/", status=404), ".tg-links a") == ["Sắp xếp 2025"]


def test_a_draft_is_hidden_from_strangers_and_shown_to_planners(package, world, client, show):
    assert "no package" in show(REFORM, status=404).get_text()

    client.force_login(world.huong)
    page = show(REFORM)

    assert "It is a draft" in words(page, ".tg-lead")[0]
    assert words(page, ".tg-steps .is-now b") == ["Draft"]


def test_a_draft_that_a_rule_stops_says_why_and_what_to_do(draft, world, client, show):
    draft("lost", Dissolve(unit="DM"))
    client.force_login(world.hung)

    page = show("/plans/lost/")

    assert words(page, ".tg-gate h2") == ["It cannot be enacted yet"]
    assert words(page, ".tg-gate li") == ["Name who takes it, or let the unit go on."]


def test_a_draft_that_leaves_something_to_nobody_says_what_and_what_to_do(
    draft, world, client, show
):
    halves = [
        Form(successor=key, sources=(Source(unit="DM", extent="part"),)) for key in ("TM", "MT")
    ]
    draft("shared", *halves, Conclude(unit="DM"))
    client.force_login(world.hung)

    page = show("/plans/shared/")

    assert words(page, ".tg-gate h2") == ["It cannot be enacted yet"]
    assert words(page, ".tg-gate p") == [
        "Nobody is named to answer afterwards for roles of people over a unit: Phường Đại Mỗ."
    ]
    assert words(page, ".tg-gate li") == ["Name the one that takes what no rule places."]
    assert "Enact" not in words(page, ".tg-btns a")


def test_new_units_of_a_draft_have_no_pages_yet(package, world, client, show):
    client.force_login(world.huong)

    cells = show(REFORM, at="D268").select("#flow tbody td")

    assert cells[0].get_text(strip=True) == "Phường Dương Nội"
    assert cells[0].a is None


def test_acts_are_offered_to_those_who_may(package, world, client, show):
    client.force_login(world.huong)
    assert words(show(REFORM), ".tg-btns a") == ["Appraise", "Withdraw"]

    client.force_login(world.hung)
    assert words(show(REFORM), ".tg-btns a") == ["Enact", "Withdraw"]


def test_once_its_day_has_come_it_is_said_and_offered(enacted, world, client, show):
    assert words(show(REFORM), ".tg-gate h2") == ["Its day has come, and it is not in effect yet"]
    assert words(show(REFORM), ".tg-gate a") == []

    client.force_login(world.hung)

    assert words(show(REFORM), ".tg-gate a") == ["Put it into effect"]


def test_before_its_day_the_days_left_are_counted_and_nothing_is_due(coming, world, client, show):
    client.force_login(world.hung)

    page = show("/plans/coming/")

    assert "days left" in words(page, ".tg-steps li")[-1]
    assert words(page, ".tg-gate h2") == []
    assert words(page, ".tg-btns a") == ["Withdraw"]


def test_what_is_in_effect_offers_no_act(in_effect, world, client, show):
    client.force_login(world.hung)

    assert words(show(REFORM), ".tg-btns a") == []


def test_what_was_withdrawn_says_why_when_and_what_it_would_have_done(enacted, world, show):
    actions.withdraw(enacted, by=world.hung, on=world.eve, reason="Sai căn cứ")

    page = show(REFORM)

    assert "Why it was withdrawn: Sai căn cứ" in words(page, ".tg-note")
    (step,) = words(page, ".tg-steps .is-now")
    assert step.endswith("by an official dated 30 June 2025")
    assert "districts 2 0" in words(page, ".tg-facts > div")


def test_a_package_by_which_nothing_passed_has_no_picture(draft, operator, world, show):
    actions.enact(draft("renamed", Rename(unit="TM", name="Tây Mỗ 2")), by=operator, on=world.day)

    page = show("/plans/renamed/")

    assert page.select("#flow") == []
    assert rows(page, "changed-title") == [
        "Phường Tây Mỗ Name: Phường Tây Mỗ → is now Phường Tây Mỗ 2"
    ]


def test_a_package_that_says_nothing_is_shown_too(draft, world, client, show):
    draft("empty")
    client.force_login(world.huong)

    assert "The plan “plan” says nothing." in show("/plans/empty/").get_text()


def test_what_still_hangs_is_counted_as_people_write_numbers():
    with override("en"):
        told = render_to_string(
            "reorganisation/package_resting.html", {"resting": Resting(rows=[], hanging=1234)}
        )

    assert "1,234 still hang on units that have ended." in told


# --- Cost -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", ["", "D019", "D268"])
def test_a_page_takes_the_same_few_queries_whatever_it_shows(
    in_effect, client, at, django_assert_num_queries
):
    client.get("/plans/reform/", {"at": at})

    with django_assert_num_queries(9):
        client.get("/plans/reform/", {"at": at})

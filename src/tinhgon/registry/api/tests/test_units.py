"""Units for programs: on a day, as known at an instant, page by page."""

import json
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.models import Code, Register, Tie

EVE, DAY = "2025-06-30", "2025-07-01"


def keys(document):
    return [item["key"] for item in document["items"]]


def test_a_unit_as_it_stands_on_a_day(in_effect, ask):
    assert ask("/units/XP", on=EVE) == (
        200,
        {
            "key": "XP",
            "level": "commune",
            "kind": "phường",
            "name": "Xuân Phương",
            "full_name": "Phường Xuân Phương",
            "code": "00622",
            "parent": "D019",
            "ties": [],
        },
    )
    assert ask("/units/XP", on=DAY)[1]["parent"] == "P01"


def test_a_tie_beside_the_principal_hierarchy_is_told(world, ask):
    Tie.objects.create(
        unit=world.unit("XP"),
        parent=world.unit("P01"),
        hierarchy="party",
        recorded_from=timezone.now(),
    )

    assert ask("/units/XP", on=EVE)[1]["ties"] == [["party", "P01"]]


def test_a_unit_that_does_not_stand_is_not_found(in_effect, ask):
    status, problem = ask("/units/DM", on=DAY)

    assert status == 404
    assert problem == {
        "type": "urn:tinhgon:problem:no-such-unit",
        "title": "Not found",
        "status": 404,
        "detail": "There is no unit DM on 1 July 2025: give its key, or its code on that day.",
    }
    assert ask("/units/DM", on=EVE)[0] == 200


def test_the_sentence_is_in_the_language_that_is_asked_for(world, ask):
    vietnamese, english = (
        ask("/units/XX", on=DAY, language=language)[1]["detail"] for language in ("vi", "en")
    )

    assert vietnamese.startswith("Không có đơn vị XX vào ngày 01/07/2025")
    assert english.startswith("There is no unit XX on 1 July 2025")


def test_a_program_that_names_no_language_is_answered_in_vietnamese(world, client):
    assert client.get("/api/v1/units/XX").json()["detail"].startswith("Không có")


def test_a_unit_as_it_was_known(world, ask):
    before = timezone.now().isoformat()
    actions.correct(
        world.unit("MT"), by=world.hung, reason="sót", period=Period(), facts={"name": "Mễ Trì Hạ"}
    )

    assert ask("/units/MT", on=EVE, known_at=before)[1]["name"] == "Mễ Trì"
    assert ask("/units/MT", on=EVE)[1]["name"] == "Mễ Trì Hạ"


# --- Lists ----------------------------------------------------------------------------------------


def test_units_are_sorted_by_code(in_effect, ask):
    status, found = ask("/units", on=DAY)

    assert (status, found["total"], found["next"]) == (200, 5, None)
    assert [item["code"] for item in found["items"]] == ["00622", "00634", "00637", "01", "09886"]


def test_units_below_one_of_a_level(in_effect, ask):
    assert keys(ask("/units", on=EVE, under="019", level="commune")[1]) == [
        "XP",
        "MT",
        "DM",
        "TM",
    ]
    assert keys(ask("/units", on=EVE, under="019", level="district")[1]) == ["D019"]
    assert ask("/units", on=DAY, level="district")[1]["total"] == 0


def test_a_level_that_there_is_not_is_told_with_those_there_are(world, ask):
    status, problem = ask("/units", on=EVE, level="borough")

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:no-such-level")
    assert problem["known"][:3] == ["province", "district", "commune"]
    assert "“borough”" in problem["detail"]


def test_the_root_means_all(in_effect, ask):
    assert ask("/units", on=DAY, under="VN")[1]["total"] == 5


def test_a_list_is_read_to_its_end_by_cursor(in_effect, ask):
    first = ask("/units", on=DAY, limit=2)[1]
    second = ask("/units", on=DAY, limit=2, cursor=first["next"])[1]
    third = ask("/units", on=DAY, limit=2, cursor=second["next"])[1]

    assert [*keys(first), *keys(second), *keys(third)] == keys(ask("/units", on=DAY)[1])
    assert third["next"] is None


def test_a_cursor_beyond_the_end_finds_nothing(in_effect, ask):
    assert keys(ask("/units", on=DAY, cursor="OTk")[1]) == []


def test_a_list_takes_as_many_queries_as_a_unit(in_effect, ask, django_assert_num_queries):
    with django_assert_num_queries(6):
        ask("/units", on=DAY)
    with django_assert_num_queries(2):
        ask("/units", on=DAY, limit=1)
    with django_assert_num_queries(4):
        ask("/units/XP", on=DAY)
    with django_assert_num_queries(3):
        ask("/counts", on=DAY)


# --- Everything of one unit -----------------------------------------------------------------------


def test_the_facts_of_a_unit_with_their_periods(in_effect, ask):
    status, facts = ask("/units/XP/facts")

    assert status == 200
    assert {"fact": "parent", "value": "P01", "start": DAY, "end": None,
            "instrument": "1656/NQ-UBTVQH15"} in facts  # fmt: skip
    assert facts == sorted(facts, key=lambda fact: (fact["fact"], fact["start"] or ""))
    assert ask("/units/XX/facts")[0] == 404


def test_a_place_in_another_hierarchy_is_a_fact_of_that_hierarchy(world, ask):
    beside = {"unit": world.unit("XP"), "recorded_from": timezone.now()}
    Tie.objects.create(parent=world.unit("P01"), hierarchy="party", **beside)
    Code.objects.create(scheme="post", code="12000", **beside)

    facts = ask("/units/XP/facts")[1]

    assert [one["value"] for one in facts if one["fact"] == "parent"] == ["D019"]
    assert [one["value"] for one in facts if one["fact"] == "party"] == ["P01"]
    assert [one["value"] for one in facts if one["fact"] == "code"] == ["00622"]


def test_the_command_tells_the_facts_that_the_api_tells(in_effect, ask, tinhgon):
    said = json.loads(tinhgon("registry", "show", "XP", "--json").stdout)

    assert said["facts"] == ask("/units/XP/facts")[1]


def test_where_a_unit_went_is_told_as_it_was_known(world, package, operator, ask):
    from tinhgon.reorganisation import actions as plans

    before = timezone.now().isoformat()
    plans.enact(package, by=operator, on=world.day)

    assert ask("/units/MT/lineage", known_at=before)[1]["successors"] == []
    assert ask("/units/MT/lineage")[1]["successors"] != []


def test_where_a_unit_comes_from_and_went(in_effect, ask):
    divided, formed = ask("/units/DM/lineage")[1], ask("/units/DM-new/lineage")[1]

    assert divided["predecessors"] == []
    assert {edge["successor"]: edge["carries"] for edge in divided["successors"]} == {
        "TM-new": None,
        "DM-new": None,
        "DN-new": ["land"],
    }
    assert [edge["predecessor"] for edge in formed["predecessors"]] == ["DM", "MT"]
    assert formed["predecessors"][1]["instrument"] == "1656/NQ-UBTVQH15"
    assert ask("/units/XX/lineage")[0] == 404


def test_a_code_leads_to_its_bearer_of_the_day(in_effect, client):
    before = client.get(f"/api/v1/codes/00634?on={EVE}")
    after = client.get(f"/api/v1/codes/00634?on={DAY}")

    assert (before.status_code, before["Location"]) == (307, f"/api/v1/units/DM?on={EVE}")
    assert after["Location"] == f"/api/v1/units/TM-new?on={DAY}"


def test_a_code_leads_there_with_the_knowledge_that_was_asked_for(world, client):
    at = timezone.now().isoformat()

    leads = client.get("/api/v1/codes/00634", {"on": EVE, "known_at": at})["Location"]

    assert leads == "/api/v1/units/DM?" + urlencode({"on": EVE, "known_at": at})


@pytest.mark.parametrize("code", ["00635", "VN", "x"])
def test_a_code_that_nobody_bears_leads_nowhere(world, ask, code):
    assert ask(f"/codes/{code}", on=EVE)[0] == 404


# --- The whole ------------------------------------------------------------------------------------


def test_units_are_counted_on_both_sides_of_the_day(in_effect, ask):
    assert ask("/counts", on=EVE)[1] == {"levels": {"province": 1, "district": 2, "commune": 5}}
    assert ask("/counts", on=DAY)[1] == {"levels": {"province": 1, "district": 0, "commune": 4}}
    assert ask("/counts", on=EVE, under="D268")[1]["levels"]["commune"] == 1
    assert ask("/counts", on=EVE, under="D999")[0] == 404


def test_figures_before_the_first_source_are_told_to_be_no_fact(world, ask):
    Register.objects.update(coverage=[{"unit": "VN", "from": "2024-12-31"}])

    assert ask("/counts", on="2024-12-30")[1]["covered"] is False
    assert "covered" not in ask("/counts", on="2024-12-31")[1]


def test_a_code_of_another_day_is_told_with_who_bears_it(in_effect, ask):
    status, problem = ask("/codes/019", on=DAY)

    assert (status, problem["type"]) == (404, "urn:tinhgon:problem:no-such-unit")
    assert problem["instead"] == [{"title": "Quận Nam Từ Liêm", "fact": "until 30 June 2025"}]


def test_the_structure_is_the_documented_one(in_effect, ask):
    status, document = ask("/structure", on=DAY)

    assert status == 200
    assert len(document["units"]) == 5


def test_before_a_register_is_loaded_a_program_is_told(db, ask):
    status, problem = ask("/units")

    assert (status, problem["type"]) == (404, "urn:tinhgon:problem:no-register")


@pytest.mark.parametrize("path", ["/unit", "/units/XP/", "/units/XP/history", ""])
def test_an_address_that_there_is_not_is_told_as_programs_read_it(world, client, path):
    response = client.get(f"/api/v1{path}/x", headers={"Accept-Language": "en"})

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["detail"] == "There is nothing at this address."

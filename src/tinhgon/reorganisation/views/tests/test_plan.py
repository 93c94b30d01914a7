"""The pages of one plan: what its instrument does, operation by operation."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from tinhgon.domain.structure.documents import read_plan
from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation import queries

PLAN = "/plans/reform/1656-nq-ubtvqh15/"
DISTRICTS = "/plans/reform/203-2025-qh15/"


def sentences(page):
    return words(page, ".tg-said li p:first-child")


# --- A plan ---------------------------------------------------------------------------------------


def test_it_says_under_which_instrument_it_stands(in_effect, show):
    page = show(PLAN)

    assert words(page, ".tg-kicker") == ["Plan 1656/NQ-UBTVQH15 In effect"]
    assert words(page, ".tg-lead")[0].startswith("Under 1656/NQ-UBTVQH15 , in force 16 June 2025,")
    assert page.select_one(".tg-lead a")["href"].startswith("/en/instruments/")


def test_it_counts_the_units_it_concerns_alone(in_effect, show):
    communes, districts = (
        words(show(plan), "section[aria-labelledby=numbers] tbody tr") for plan in (PLAN, DISTRICTS)
    )

    assert communes == ["Communes 5 4 −1 (−20.0%)"]
    assert districts == ["Districts 2 0 −2 (−100.0%)"]


def test_its_picture_shows_what_passed_under_it(in_effect, show):
    assert words(show(PLAN), "svg.tg-flow a")[:2] == ["Quận Nam Từ Liêm", "Quận Hà Đông"]
    assert show(DISTRICTS).select("svg.tg-flow") == []


def test_its_first_operations_are_shown_and_all_are_a_page_away(in_effect, show):
    page = show(PLAN)

    assert len(sentences(page)) == 5
    assert "All 5 operations" in words(page, "section[aria-labelledby=operations] a")


def test_it_is_told_in_vietnamese(in_effect, show):
    page = show(PLAN, language="vi")

    assert sentences(page)[0] == (
        "Thành lập Phường Tây Mỗ từ một phần của Phường Đại Mỗ và toàn bộ Phường Tây Mỗ ."
    )


def test_a_plan_that_does_not_exist_leads_to_its_package(in_effect, show):
    page = show("/plans/reform/nirgends/", status=404)

    assert "This package has no plan “nirgends”." in page.get_text()
    assert words(page, ".tg-links a") == ["Sắp xếp 2025"]


def test_what_passed_under_it_can_be_taken_along(in_effect, client):
    response = client.get(PLAN, {"format": "csv", "at": "D268"})

    (row,) = csv.DictReader(b"".join(response).decode("utf-8-sig").splitlines())
    assert (row["old_unit"], row["new_unit"]) == ("DN", "DN-new")


def test_what_is_swapped_in_is_what_a_reload_shows(in_effect, client, show):
    fragment = client.get(
        f"/en{PLAN}", {"at": "D268"}, headers={"HX-Request": "true", "HX-Target": "flow"}
    )

    assert soup(fragment).select_one("#flow") == show(PLAN, at="D268").select_one("#flow")


# --- Its operations -------------------------------------------------------------------------------


def test_operations_are_sentences_with_clauses(in_effect, show):
    page = show(PLAN + "operations/")

    assert words(page, "h1") == ["5 operations"]
    assert words(page, ".tg-said li")[0] == (
        "Form Phường Tây Mỗ from a part of Phường Đại Mỗ and all of Phường Tây Mỗ . Điều 1 khoản 1"
    )
    assert words(show(DISTRICTS + "operations/"), "h1") == ["1 operation"]


@pytest.mark.parametrize(
    ("query", "found"),
    [("duong noi", 1), ("00634", 4), ("  ", 5), ("ends, all its parts", 1)],
)
def test_operations_are_searched_by_words_and_codes(in_effect, show, query, found):
    assert len(sentences(show(PLAN + "operations/", q=query))) == found


def test_where_nothing_fits_it_says_so_and_keeps_what_was_typed(in_effect, show):
    page = show(PLAN + "operations/", q="Sài Gòn <b>")

    assert words(page, ".tg-empty h2") == ["Nothing fits"]
    assert page.select_one("#operations-q")["value"] == "Sài Gòn <b>"


def test_the_list_that_is_swapped_in_is_what_a_reload_shows(in_effect, client, show):
    fragment = client.get(
        f"/en{PLAN}operations/?q=noi", headers={"HX-Request": "true", "HX-Target": "list"}
    )

    assert soup(fragment).select_one("#list") == show(PLAN + "operations/", q="noi").select_one(
        "#list"
    )


def test_operations_can_be_taken_along_as_the_documented_json(in_effect, client):
    response = client.get(PLAN + "operations/", {"format": "json"})

    (value, _districts) = queries.plan_values(in_effect)
    assert read_plan(json.loads(response.content)) == value
    assert response["Content-Disposition"] == (
        'attachment; filename="reform-1656-nq-ubtvqh15.json"'
    )


def test_operations_can_be_taken_along_as_tables(in_effect, client):
    text = client.get(f"/en{PLAN}operations/", {"format": "csv"})
    sheet = client.get(f"/en{PLAN}operations/", {"format": "xlsx"})

    rows = list(csv.DictReader(b"".join(text).decode("utf-8-sig").splitlines()))
    assert [row["verb"] for row in rows] == ["form", "form", "form", "move", "conclude"]
    assert rows[3]["says"] == ("Place Phường Xuân Phương directly under Thành phố Hà Nội.")
    assert load_workbook(io.BytesIO(sheet.content)).active["B2"].value == "form"


def test_operations_of_a_draft_are_hidden_too(package, show):
    show(PLAN, status=404)
    show(PLAN + "operations/", status=404)


# --- Cost -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", ["", "D019", "D268"])
def test_a_plan_takes_the_same_queries_whatever_it_shows(
    in_effect, client, at, django_assert_num_queries
):
    client.get(PLAN, {"at": at})

    with django_assert_num_queries(6):
        client.get(PLAN, {"at": at})


@pytest.mark.parametrize("plan", [PLAN, DISTRICTS])
def test_its_operations_take_the_same_queries_however_many(
    in_effect, client, plan, django_assert_num_queries
):
    client.get(plan + "operations/")

    with django_assert_num_queries(5):
        client.get(plan + "operations/")

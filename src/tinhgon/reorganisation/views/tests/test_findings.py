"""What the rules found, on pages of its own."""

import csv

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.registry.tests.pages import words
from tinhgon.reorganisation import actions

FINDINGS = "/plans/reform/findings/"


def test_all_findings_are_listed_and_those_passed_last(in_effect, show):
    page = show(FINDINGS)

    assert words(page, "h1") == ["Findings: 2 note"]
    assert words(page, ".tg-find > li > :first-child") == ["Note", "Note", "Passed"]


def test_it_is_told_in_vietnamese(in_effect, show):
    page = show(FINDINGS, language="vi")

    assert words(page, "h1") == ["Kết luận thẩm định: 2 cần biết"]
    assert words(page, ".tg-find h3")[1] == (
        "1 đơn vị được chia cho nhiều đơn vị kế thừa (3 phần, nhiều nhất 3 phần từ một đơn vị)."
    )


def test_where_nothing_was_found_this_is_said(draft, operator, world, show):
    actions.enact(draft("renamed", Rename(unit="TM", name="Tây Mỗ 2")), by=operator, on=world.day)

    page = show("/plans/renamed/findings/")

    assert words(page, "h1") == ["The checks found nothing"]
    assert words(page, ".tg-find > li > :first-child") == ["Passed"]


def test_what_stops_a_draft_stands_first(draft, world, client, show):
    draft("lost", Dissolve(unit="DM"))
    client.force_login(world.huong)

    page = show("/plans/lost/findings/")

    assert words(page, ".tg-find > li > :first-child")[0] == "Blocks"
    assert "As found now." in page.get_text()


def test_a_finding_has_all_its_units_on_a_page(in_effect, show):
    page = show(f"{FINDINGS}2/")

    assert words(page, "tbody tr") == [
        "Phường Đại Mỗ Quận Nam Từ Liêm, Thành phố Hà Nội 00634 "
        "Phường Tây Mỗ , Phường Đại Mỗ , Phường Dương Nội"
    ]
    assert words(page, "thead th") == ["Unit", "Code", "Went to"]


def test_units_that_begin_say_where_they_come_from(in_effect, show):
    page = show(f"{FINDINGS}1/")

    assert words(page, "thead th") == ["Unit", "Code", "Came from"]
    assert len(page.select("tbody tr")) == 3


def test_its_units_can_be_taken_along(in_effect, client):
    response = client.get(f"{FINDINGS}2/", {"format": "csv"})

    (row,) = csv.DictReader(b"".join(response).decode("utf-8-sig").splitlines())
    assert (row["unit"], row["code"]) == ("DM", "00634")
    assert row["went_to"] == "Phường Tây Mỗ; Phường Đại Mỗ; Phường Dương Nội"


@pytest.mark.parametrize("number", ["0", "3", "99"])
def test_a_finding_that_does_not_exist_leads_to_all(in_effect, show, number):
    page = show(f"{FINDINGS}{number}/", status=404)

    assert words(page, ".tg-links a") == ["All findings"]


def test_findings_of_a_draft_are_hidden(package, show):
    show(FINDINGS, status=404)
    show(f"{FINDINGS}1/", status=404)


@pytest.mark.parametrize("address", [FINDINGS, f"{FINDINGS}1/", f"{FINDINGS}2/"])
def test_a_page_takes_few_queries(in_effect, client, address, django_assert_max_num_queries):
    client.get(address)

    with django_assert_max_num_queries(4):
        client.get(address)


# --- Numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "says"), [("en", "and 1,234 others"), ("vi", "1.234")])
def test_units_that_are_not_named_are_counted_as_people_write_numbers(language, says):
    with override(language):
        told = render_to_string(
            "reorganisation/finding_units.html", {"units": {"shown": [("A", "")], "more": 1234}}
        )

    assert says in told

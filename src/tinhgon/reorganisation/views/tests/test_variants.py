"""Variants side by side, and a package compared with another or with a day."""

import csv
import io

import pytest

from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.models import Package

VARIANTS, COMPARISON = "/plans/reform/variants/", "/plans/reform/comparison/"


@pytest.fixture
def huong(world, client):
    """Ms Hương, signed in."""
    client.force_login(world.huong)
    return world.huong


@pytest.fixture
def copy(package, world):
    """A copy of the reform in which Xuân Phương is renamed too."""
    made = actions.copy(
        package, by=world.huong, on=package.day, code="option-b", titles={"vi": "Phương án B"}
    )
    plan = made.plans.get(code="1656-nq-ubtvqh15")
    rename = Rename(unit="XP", name="Xuân Phương 2")
    actions.add(plan, operation=rename, by=world.huong, edition=made.edition)
    return Package.objects.get(pk=made.pk)


def table(response):
    return list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))


def line(page, label):
    return next(row for row in words(page, "tbody tr") if row.startswith(label))


# --- Variants -------------------------------------------------------------------------------------


def test_a_package_without_variants_says_what_a_copy_is_for(package, huong, show):
    page = show(VARIANTS)

    assert words(page, "h1") == ["No variant yet"]
    assert words(page, "summary#copy") == ["Copy this package as a variant"]


def test_the_same_in_vietnamese(package, huong, show):
    assert words(show(VARIANTS, language="vi"), "h1") == ["Chưa có phương án so sánh"]


def test_variants_stand_side_by_side_and_what_differs_is_marked(copy, huong, show):
    page = show(VARIANTS)

    assert words(page, "h1") == ["2 variants side by side"]
    assert line(page, "Communes") == "Communes 5 → 4 5 → 4"
    assert line(page, "Units that end") == "Units that end 6 6"
    assert line(page, "New units ") == "New units 3 3"
    assert line(page, "New units with a known area") == "New units with a known area 3 of 3 3 of 3"
    assert line(page, "Sources of a new unit: most") == "Sources of a new unit: most 2 2"
    assert words(page, "tr.is-here th") == []


def test_another_number_is_marked_in_words_too(copy, huong, show, world):
    plan = copy.plans.get(code="1656-nq-ubtvqh15")
    rename = Rename(unit="MT", name="Mễ Trì 2")
    actions.add(plan, operation=rename, by=world.huong, edition=copy.edition)

    page = show("/plans/option-b/variants/")

    assert "Findings: blocks differs" in words(page, "tr.is-here th")


def test_of_the_family_the_first_stands_first_wherever_one_looks(copy, huong, show):
    assert words(show("/plans/option-b/variants/"), "thead .tg-code") == ["reform", "option-b"]
    assert words(show(VARIANTS), "thead .tg-code") == ["reform", "option-b"]


def test_a_variant_of_a_variant_is_of_the_same_family(copy, huong, show, world):
    actions.copy(copy, by=world.huong, on=copy.day, code="option-c", titles={"vi": "C"})

    assert words(show(VARIANTS), "thead .tg-code") == ["reform", "option-b", "option-c"]


def test_drafts_of_the_family_are_not_for_the_public(copy, operator, client, show, world):
    from tinhgon.reorganisation.actions import enact

    enact(Package.objects.get(code="reform"), by=operator, on=world.day)

    page = show(VARIANTS)

    assert words(page, "thead .tg-code") == ["reform"]
    assert words(page, "summary#copy") == []


def test_they_are_taken_along_as_a_table(copy, huong, client):
    rows = table(client.get(f"/en{VARIANTS}", {"format": "csv"}))

    assert rows[0] == ["Figure", "Sắp xếp 2025 (reform)", "Phương án B (option-b)"]
    assert ["Districts", "2 → 0", "2 → 0"] in rows


def test_more_than_fit_are_on_further_pages_and_ask_little(
    copy, huong, client, world, django_assert_max_num_queries
):
    client.get(VARIANTS)

    with django_assert_max_num_queries(22):
        client.get(VARIANTS)


# --- Copying --------------------------------------------------------------------------------------


def test_a_copy_is_a_draft_of_its_own(package, huong, client):
    answer = client.post(f"/en{VARIANTS}", {"title_vi": "Phương án B", "day": "01/07/2025"})

    assert answer.url == "/en/plans/phuong-an-b/editor/"
    made = Package.objects.get(code="phuong-an-b")
    assert made.variant_of == package
    assert made.plans.count() == package.plans.count()


def test_a_code_that_is_taken_is_told_at_its_box_and_nothing_is_lost(package, huong, client):
    answer = client.post(f"/en{VARIANTS}", {"title_vi": "B", "day": "01/07/2025", "code": "reform"})

    page = soup(answer)
    assert answer.status_code == 422
    assert page.select_one("input[name=title_vi]")["value"] == "B"
    assert "There is already a package “reform”." in page.get_text()


def test_an_instrument_that_was_not_issued_yet_is_told_at_the_day(package, huong, client):
    answer = client.post(f"/en{VARIANTS}", {"title_vi": "B", "day": "01/01/2024"})

    assert answer.status_code == 422
    assert "There is no instrument" in soup(answer).get_text()


def test_others_do_not_copy(enacted, client, world):
    client.force_login(world.an)

    assert client.post(VARIANTS, {"title_vi": "B", "day": "01/07/2025"}).status_code == 403


# --- Comparison -----------------------------------------------------------------------------------


def test_with_what_is_asked_first(copy, huong, show):
    page = show(COMPARISON)

    assert words(page, "h1") == ["Compare with another package, or with a day"]
    assert words(page, "select[name=with] option") == ["Phương án B (option-b)"]


def test_what_differs_stands_unit_by_unit(copy, huong, show):
    page = show(COMPARISON, **{"with": "option-b"})

    assert words(page, "h1") == ["1 unit differs from Phương án B"]
    assert words(page, "tbody tr") == [
        "Phường Xuân Phương 00622 Name: Xuân Phương Name: Xuân Phương 2"
    ]


def test_the_same_comparison_in_vietnamese(copy, huong, show):
    page = show(COMPARISON, language="vi", **{"with": "option-b"})

    assert words(page, "h1") == ["1 đơn vị khác với Phương án B"]


def test_with_the_eve_everything_that_the_package_does_differs(package, huong, show):
    page = show(COMPARISON, on="30/06/2025")

    assert words(page, "h1") == ["10 units differ from 30 June 2025"]
    assert words(page, ".tg-filters a") == [
        *("All 10", "Only here 3", "Only there 6", "Other facts 1"),
    ]
    formed = next(row for row in words(page, "tbody tr") if "Takes" in row)
    assert "Takes all of Phường Tây Mỗ" in formed


def test_what_is_in_effect_differs_in_nothing_from_its_day(in_effect, show):
    assert words(show(COMPARISON, on="2025-07-01"), ".tg-empty h2") == ["Nothing differs"]


def test_who_takes_what_differs_in_words(draft, copy, huong, show, world):
    from tinhgon.domain.structure.operations.transfer_part import TransferPart

    plan = copy.plans.get(code="1656-nq-ubtvqh15")
    takes = TransferPart(source="MT", to="XP", carries=frozenset({"land"}))
    actions.add(plan, operation=takes, by=world.huong, edition=copy.edition)

    page = show(COMPARISON, **{"with": "option-b"})

    assert "Takes nothing of Phường Mễ Trì" in words(page, "tbody tr")[0]
    assert "Takes a part of Phường Mễ Trì (only land)" in words(page, "tbody tr")[0]


def test_new_units_of_other_keys_are_matched_and_it_says_so(copy, huong, show, world):
    from tinhgon.reorganisation.exchange.bringing import bringing, taken_along

    plan = copy.plans.get(code="1656-nq-ubtvqh15")
    text = taken_along(plan, "json").decode().replace("TM-new", "tay-mo-moi")
    said = bringing(plan, text.encode(), "json").said.operations
    edition = Package.objects.get(pk=copy.pk).edition
    actions.rewrite(plan, operations=said, by=world.huong, edition=edition)

    page = show(COMPARISON, **{"with": "option-b"})

    assert words(page, "h1") == ["1 unit differs from Phương án B"]
    assert "have different keys on the two sides" in page.get_text()
    assert "Phường Tây Mỗ" in words(page, ".tg-note")[0]


def test_it_is_taken_along_as_a_table(copy, huong, client):
    rows = table(client.get(f"/en{COMPARISON}", {"with": "option-b", "format": "csv"}))

    assert rows[1][:4] == ["Other facts", "XP", "00622", "Phường Xuân Phương"]


def test_a_day_that_cannot_be_read_is_told_and_kept(package, huong, show):
    page = show(COMPARISON, on="31/02/2025")

    assert page.select_one("input[name=on]")["value"] == "31/02/2025"
    assert page.select("#ask-on-error")


def test_a_package_that_is_not_there_is_told(package, huong, client):
    assert client.get(COMPARISON, {"with": "khong"}).status_code == 404


def test_a_draft_is_compared_with_by_nobody_else(in_effect, draft, client):
    draft("secret")

    assert client.get(COMPARISON, {"with": "secret"}).status_code == 404


def test_a_comparison_asks_the_same_few_times(copy, huong, client, django_assert_max_num_queries):
    client.get(COMPARISON, {"with": "option-b"})

    with django_assert_max_num_queries(22):
        client.get(COMPARISON, {"with": "option-b"})

"""The page of a package's papers, and the files behind it, for readers with and without roles."""

import io

import pytest
from docx import Document

from tinhgon.registry.tests.pages import words
from tinhgon.reorganisation.papers import listing
from tinhgon.reorganisation.papers.making import KINDS
from tinhgon.reorganisation.papers.tests.reading import addresses, text
from tinhgon.reorganisation.views import papers

PAPERS = "/plans/reform/papers/"


def test_all_papers_are_listed_with_their_files(in_effect, show):
    page = show(PAPERS)

    assert words(page, "tbody th") == [
        "Scheme",
        "Submission",
        "Annexes to the submission",
        "Draft of 1656/NQ-UBTVQH15",
        "Annexes to 1656/NQ-UBTVQH15",
        "Draft of 203/2025/QH15",
        "Annexes to 203/2025/QH15",
    ]
    links = [link["href"] for link in page.select("tbody a")]
    assert links[:2] == [f"/en{PAPERS}scheme.docx?form=state", f"/en{PAPERS}scheme.pdf?form=state"]
    assert len(links) == 14


def test_it_is_told_in_vietnamese(in_effect, show):
    page = show(PAPERS, language="vi")

    assert words(page, "h1") == ["Hồ sơ"]
    assert words(page, "tbody th")[:2] == ["Đề án", "Tờ trình"]


def test_form_and_signer_are_chosen_by_links_and_kept_in_the_files(in_effect, show):
    page = show(PAPERS, form="party", signer="deputy")

    assert words(page, ".tg-filters [aria-current]") == ["Party form", "A deputy signs"]
    assert page.select_one("tbody a")["href"].endswith("scheme.docx?form=party&signer=deputy")


def test_a_form_that_is_none_is_the_usual_one(in_effect, show):
    page = show(PAPERS, form="royal")

    assert words(page, ".tg-filters [aria-current]") == ["State form", "The head signs"]


def test_it_says_after_what_papers_are_laid_out_and_that_they_are_drafts(
    package, world, client, show
):
    client.force_login(world.huong)

    said = show(PAPERS).select_one("main").get_text(" ", strip=True)

    assert "Laid out after 30/2020/NĐ-CP." in said
    assert "They bear: DRAFT, edition 1." in said


def test_the_package_leads_to_its_papers(in_effect, show):
    assert PAPERS in [link["href"].removeprefix("/en") for link in show("/plans/reform/")("a")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["scheme", "submission", "decision-203-2025-qh15", "annexes"])
def test_every_paper_is_a_file_to_keep(in_effect, client, name, kind):
    answer = client.get(f"{PAPERS}{name}.{kind}")

    assert answer.status_code == 200
    assert answer["Content-Type"] == KINDS[kind]
    assert answer["Content-Disposition"] == f'attachment; filename="reform-{name}.{kind}"'


def test_a_paper_is_vietnamese_on_the_english_site_and_leads_back_to_it(in_effect, client):
    answer = client.get(f"/en{PAPERS}scheme.docx", {"form": "party", "signer": "deputy"})

    document = Document(io.BytesIO(answer.content))
    assert text(document).startswith("THÀNH ỦY HÀ NỘI")
    assert "PHÓ BÍ THƯ" in text(document)
    assert "http://testserver/plans/reform/" in addresses(document)


@pytest.mark.parametrize("address", [PAPERS, f"{PAPERS}scheme.pdf", f"{PAPERS}annexes.docx"])
def test_a_stranger_finds_no_papers_of_a_draft(package, world, client, address):
    client.force_login(world.an)

    assert client.get(address).status_code == 404


def test_a_planner_prints_a_draft(package, world, client):
    client.force_login(world.huong)

    assert client.get(f"{PAPERS}scheme.pdf").content.startswith(b"%PDF-")


def test_what_is_too_long_for_a_pdf_has_none_and_says_what_to_take(
    in_effect, world, client, show, monkeypatch
):
    monkeypatch.setattr(listing, "MOST_IN_PDF", 5)
    client.force_login(world.an)

    annexes = words(show(PAPERS), "tbody tr")[2]
    refused = show(f"{PAPERS}annexes.pdf", status=404).get_text()

    assert annexes.endswith("DOCX too long for one PDF; each plan has annexes of its own")
    assert "“annexes” is too long for a PDF. Take it as DOCX" in refused


def test_what_is_long_is_made_for_those_who_sign_in_and_then_given_to_everybody(
    in_effect, world, client, show, monkeypatch, settings, tmp_path
):
    settings.HOME = tmp_path
    monkeypatch.setattr(listing, "MOST_IN_PDF", 5)

    annexes = words(show(PAPERS), "tbody tr")[2]
    refused = show(f"{PAPERS}annexes.docx", status=404).get_text()
    client.force_login(world.an)
    made = client.get(f"{PAPERS}annexes.docx")
    client.logout()

    assert annexes.endswith("long: made for those who sign in; each plan has annexes of its own")
    assert "“annexes” is long and has not been made yet. Sign in to have it made" in refused
    assert made.status_code == 200
    assert client.get(f"{PAPERS}annexes.docx").content == made.content


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("scheme.odt", "Papers are DOCX or PDF, not “odt”."),
        ("decision.pdf", "There is no paper “decision”."),
    ],
)
def test_what_is_no_paper_leads_to_those_there_are(in_effect, show, file, says):
    page = show(f"{PAPERS}{file}", status=404)

    assert says in page.get_text()
    assert f"/en{PAPERS}" in [link["href"] for link in page.select("main a")]


def test_many_plans_are_shown_page_by_page(in_effect, show, monkeypatch):
    monkeypatch.setattr(papers, "PAGE", 6)

    first, second = show(PAPERS), show(PAPERS, page="2")

    assert len(first.select("tbody tr")) == 6
    assert words(second, "tbody th") == ["Annexes to 203/2025/QH15"]


def test_the_page_asks_the_database_a_few_times(in_effect, client, django_assert_max_num_queries):
    client.get(PAPERS)

    with django_assert_max_num_queries(6):
        client.get(PAPERS)

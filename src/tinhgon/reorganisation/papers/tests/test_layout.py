"""Forms of papers: those of a jurisdiction's file, and the plain one of all others."""

from dataclasses import replace
from datetime import date

import pytest

from tinhgon.documents.papers.docx_file import docx_bytes
from tinhgon.documents.papers.layout import Clause, forms, plain_form
from tinhgon.documents.papers.pdf_file import pdf_bytes
from tinhgon.domain.jurisdictions import read_jurisdiction


@pytest.fixture
def jurisdiction(vietnam):
    return read_jurisdiction(vietnam)


def test_vietnam_has_the_state_s_form_and_the_party_s(jurisdiction):
    assert [*forms(jurisdiction)] == ["state", "party"]


@pytest.mark.parametrize(("form", "mark"), [("state", "K"), ("party", "R")])
def test_margins_are_within_what_the_rules_allow_and_say_how_sure_that_is(jurisdiction, form, mark):
    found = forms(jurisdiction)[form]

    assert 20 <= found.margins.top <= 25
    assert 20 <= found.margins.bottom <= 25
    assert 30 <= found.margins.left <= 35
    assert 15 <= found.margins.right <= 20
    assert found.mark == mark


@pytest.mark.parametrize("code", ["XE", "../vn", "vn/.."])
def test_another_country_has_a_plain_form(jurisdiction, code):
    assert [*forms(replace(jurisdiction, code=code))] == ["plain"]


def test_what_is_cited_depends_on_the_day(jurisdiction):
    cited = forms(jurisdiction)["state"].cited

    assert "76/2025/UBTVQH15" in [one.number for one in cited(date(2025, 7, 1))]
    assert "76/2025/UBTVQH15" not in [one.number for one in cited(date(2026, 1, 1))]
    assert "76/2025/UBTVQH15" not in [one.number for one in cited(date(2025, 4, 13))]


def test_the_whole_country_is_submitted_by_a_ministry(jurisdiction):
    assert forms(jurisdiction)["state"].submitter(None).symbol == "BNV"
    assert forms(jurisdiction)["state"].submitter("tỉnh").symbol == "UBND"
    assert forms(jurisdiction)["party"].submitter("tỉnh").called == "Tỉnh ủy {name}"
    assert forms(jurisdiction)["party"].submitter("thành phố").called == "Thành ủy {name}"


def test_a_clause_is_read_as_the_file_says(jurisdiction):
    clause = forms(jurisdiction)["state"].clause

    assert clause.place("Điều 1 khoản 12") == (1, "12")
    assert clause.place("Điều 2, khoản 3a") == (2, "3a")
    assert clause.place("mục 4") is None
    assert Clause().place("Điều 1 khoản 12") is None


@pytest.mark.parametrize("name", ["scheme", "submission", "decision-1656-nq-ubtvqh15", "annexes"])
def test_every_paper_can_be_written_in_the_plain_form(package, made, monkeypatch, name):
    from tinhgon.reorganisation.papers import making

    monkeypatch.setattr(making, "form_of", lambda key: plain_form())

    paper = made("reform", name)

    assert pdf_bytes(paper).startswith(b"%PDF-")
    assert docx_bytes(paper).startswith(b"PK")
    assert paper.form.nation == ()

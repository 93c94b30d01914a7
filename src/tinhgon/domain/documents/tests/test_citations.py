"""Documents that a text names: at every place, with kind and year as far as they are said."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.domain.documents.citations import Registered, completed, find_citations

ARTICLE = Path(__file__).resolve().parents[5].parent / "shared" / "data" / "article.txt"
NAMED_IN_ARTICLE = [
    ("07-KH/BCĐ", "kế hoạch", "BCĐ", None),
    ("39-NQ/TW", "nghị quyết", "TW", None),
    ("18-NQ/TW", "nghị quyết", "TW", None),
    ("19-NQ/TW", "nghị quyết", "TW", None),
    ("39-NQ/TW", "nghị quyết", "TW", None),
    ("18-NQ/TW", "nghị quyết", "TW", None),
    ("19-NQ/TW", "nghị quyết", "TW", None),
    ("106-KH/TU", "kế hoạch", "TU", None),
    ("24/2014/NĐ-CP", "nghị định", "CP", 2014),
    ("34-KL/TW", "kết luận", "TW", None),
    ("16/2015/NĐ-CP", "nghị định", "CP", 2015),
    ("19-NQ/TW", "nghị quyết", "TW", None),
    ("27-NQ/TW", "nghị quyết", "TW", None),
]


def told(text: str) -> list[tuple[str, str | None, str, int | None]]:
    return [(str(c.number), c.kind, c.number.issuer, c.year) for c in find_citations(text)]


def numbers(text: str) -> list[str]:
    return [str(citation.number) for citation in find_citations(text)]


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not part of the repository")
def test_the_article_names_nine_documents_at_thirteen_places() -> None:
    assert told(ARTICLE.read_text(encoding="utf-8")) == NAMED_IN_ARTICLE


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not part of the repository")
def test_what_stands_at_a_place_of_the_article_is_the_number() -> None:
    text = ARTICLE.read_text(encoding="utf-8")

    stand = [citation.span.of(text) for citation in find_citations(text)]

    assert stand == [number for number, _kind, _issuer, _year in NAMED_IN_ARTICLE]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quy định số 80-QĐ/TW", "quy định"),
        ("Quyết định 3814-QĐ/TU", "quyết định"),
        ("theo 80-QĐ/TW", None),
        ("Luật số 72/2025/QH15", "luật"),
        ("Nghị quyết số 202/2025/QH15", "nghị quyết"),
        ("theo số 72/2025/QH15", None),
        ("Thông báo kết luận số 12/TB-VPCP", "thông báo"),
        ("Kế hoạch số 39-NQ/TW", "nghị quyết"),
        ("Công văn số 1747/UBND-NC", "công văn"),
    ],
)
def test_the_sentence_says_what_the_symbol_leaves_open(text: str, kind: str | None) -> None:
    assert [citation.kind for citation in find_citations(text)] == [kind]


def test_one_kind_is_said_for_several() -> None:
    text = "các Quy định số 80-QĐ/TW, số 65-QĐ/TW và 22-QĐ/TW"

    assert [citation.kind for citation in find_citations(text)] == ["quy định"] * 3


def test_numbers_that_share_a_symbol_are_written_out() -> None:
    text = "Nghị quyết số 18, 19-NQ/TW"

    found = find_citations(text)

    assert [str(one.number) for one in found] == ["18-NQ/TW", "19-NQ/TW"]
    assert [one.span.of(text) for one in found] == ["18", "19-NQ/TW"]


@pytest.mark.parametrize(
    ("text", "year", "issued"),
    [
        ("Kết luận số 34-KL/TW ngày 07/8/2018", 2018, date(2018, 8, 7)),
        ("Kết luận số 34-KL/TW ngày 7 tháng 8 năm 2018", 2018, date(2018, 8, 7)),
        ("Kết luận số 34-KL/TW (2018)", 2018, None),
        ("Kết luận số 34-KL/TW ngày 32/8/2018", None, None),
        ("Trong năm 2018, Kết luận số 34-KL/TW", None, None),
        ("Kết luận số 34-KL/TW của Bộ Chính trị năm 2018", None, None),
        ("Nghị định số 24/2014/NĐ-CP", 2014, None),
    ],
)
def test_a_year_is_given_or_there_is_none(text: str, year: int | None, issued: date | None) -> None:
    assert [(one.year, one.issued) for one in find_citations(text)] == [(year, issued)]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 4/6/2020 tại Hà Nội",
        "trực 24/7, tỷ lệ 1/2",
        "QCVN 102:2016/BTTTT",
        "xe 29A-123/HN",
        "1747/UBND-NC",
        "số 5/Hà Nội",
        "khóa 12-13/XY",
    ],
)
def test_what_is_no_document_is_none(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    "text",
    ["Nghị quyết số 39-\nNQ/TW", "Nghị quyết số 39 - NQ/TW", "Nghị quyết số 39–NQ/TW."],
)
def test_a_number_that_was_broken_is_put_together(text: str) -> None:
    assert numbers(text) == ["39-NQ/TW"]


def test_places_are_those_of_the_text_as_it_came() -> None:
    text = unicodedata.normalize("NFD", "Nghị định số 24/2014/NĐ-CP của Chính phủ")

    (found,) = find_citations(text)

    assert found.span.of(text) == "24/2014/NĐ-CP"
    assert found.kind == "nghị định"


def test_the_register_adds_what_nobody_says() -> None:
    found = find_citations("theo 18-NQ/TW và số 72/2025/QH15")
    known = {
        "18-NQ/TW": (Registered("nghị quyết", date(2017, 10, 25)),),
        "72/2025/QH15": (Registered("luật", date(2025, 6, 16)),),
    }

    assert [(c.kind, c.year) for c in completed(found, known)] == [
        ("nghị quyết", 2017),
        ("luật", 2025),
    ]


def test_of_several_registered_years_none_is_chosen() -> None:
    found = find_citations("Nghị quyết số 12/NQ-HĐND")
    known = {"12/NQ-HĐND": (Registered(None, date(2024, 5, 1)), Registered(None, date(2025, 5, 1)))}

    assert completed(found, known)[0].year is None


def test_a_day_in_the_text_chooses_among_them() -> None:
    found = find_citations("Nghị quyết số 12/NQ-HĐND ngày 01/5/2025")
    known = {
        "12/NQ-HĐND": (
            Registered("nghị quyết", date(2024, 5, 1)),
            Registered("nghị quyết", date(2025, 5, 1)),
        )
    }

    assert completed(found, known)[0].issued == date(2025, 5, 1)


@given(st.text(alphabet="0123456789./-– \nNQĐÐTWsốngày", max_size=60))
def test_whatever_a_text_holds_what_is_found_stands_in_it(text: str) -> None:
    found = find_citations(text)

    assert [one.span for one in found] == sorted(one.span for one in found)
    assert all(one.span.of(text)[0].isdigit() for one in found)

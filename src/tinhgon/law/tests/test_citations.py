"""Citations as data and in words, in both languages."""

from datetime import date

import pytest
from django.utils.translation import override

from tinhgon.law.citations import (
    Instrument,
    Unreadable,
    article_words,
    read_article,
    read_instrument,
)

DECREE = Instrument("150/2025/NĐ-CP", date(2025, 6, 12))


def test_an_instrument_is_its_number_and_its_day():
    assert read_instrument("150/2025/NĐ-CP of 2025-06-12", "here") == DECREE


def test_a_day_may_be_unknown_and_so_may_the_instrument():
    assert read_instrument("2034/BNV-TCBC of unknown", "here") == Instrument("2034/BNV-TCBC")
    assert read_instrument("unknown", "here") is None


@pytest.mark.parametrize(
    ("written", "code"), [("39-NQ/TW", "no-day"), ("39-NQ/TW of 2015-13-01", "bad-day")]
)
def test_a_number_without_a_day_is_refused(written, code):
    with pytest.raises(Unreadable) as refused:
        read_instrument(written, "here")

    assert refused.value.code == code


@pytest.mark.parametrize("written", ["art. 5", "5(2)(b)", "", "5-6"])
def test_an_article_has_one_form(written):
    with pytest.raises(Unreadable):
        read_article(written, "here")


@pytest.mark.parametrize(
    ("article", "vietnamese", "english"),
    [
        ("5(2)b", "điểm b khoản 2 Điều 5", "Article 5(2)(b)"),
        ("6(2)", "khoản 2 Điều 6", "Article 6(2)"),
        ("8", "Điều 8", "Article 8"),
        ("9(1)đ", "điểm đ khoản 1 Điều 9", "Article 9(1)(đ)"),
        (None, "chưa rõ điều", "article unknown"),
    ],
)
def test_an_article_is_told_as_lawyers_cite_it(article, vietnamese, english):
    with override("vi"):
        assert article_words(article) == vietnamese
    with override("en"):
        assert article_words(article) == english


def test_an_instrument_is_told_with_its_day():
    with override("vi"):
        assert DECREE.words == "150/2025/NĐ-CP ngày 12/06/2025"
    with override("en"):
        assert Instrument("2034/BNV-TCBC").words == "2034/BNV-TCBC (day unknown)"

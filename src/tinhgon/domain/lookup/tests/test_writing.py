"""How near two writings of a name are."""

import pytest

from tinhgon.domain.lookup.spelling import Speller, Spelling, read_spelling
from tinhgon.domain.lookup.tests.world import VIETNAM
from tinhgon.domain.lookup.words import cut
from tinhgon.domain.lookup.writing import (
    Rank,
    Step,
    Writing,
    compare,
    name_writing,
    one_letter_wrong,
    with_numeral,
)

VIETNAMESE = Speller(read_spelling(VIETNAM))


def written(text: str) -> Writing:
    return name_writing(text, VIETNAMESE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà", "Hòa"),
        ("Thuý", "Thúy"),
        ("Qui", "Quy"),
        ("Quình", "Quỳnh"),
        ("Mĩ", "Mỹ"),
        ("Lí", "Lý"),
        ("Đắc Tô", "Đăk Tô"),
        ("Xã 01", "Xã 1"),
        ("Xã II", "Xã 2"),
        ("Ðại Mỗ", "Đại Mỗ"),
        ("Thuận Thƣ", "Thuận Thư"),
    ],
)
def test_these_are_spellings_of_one_name(one: str, other: str) -> None:
    assert written(one).spelled == written(other).spelled


@pytest.mark.parametrize(("one", "other"), [("Thúy", "Thúi"), ("Ba Vi", "Ba 6"), ("Hòa", "Hóa")])
def test_these_are_not(one: str, other: str) -> None:
    assert written(one).spelled != written(other).spelled


@pytest.mark.parametrize("other", ["đại mỗ", "ĐẠI MỖ"])
def test_letter_case_is_set_aside(other: str) -> None:
    assert compare(written(other), written("Đại Mỗ")) == (Step.EXACT, Rank.SAME)


def test_marks_left_out_are_folded() -> None:
    assert compare(written("Dai Mo"), written("Đại Mỗ")) == (Step.FOLDED, Rank.FOLDED)


def test_one_mark_left_out_is_nearly_right() -> None:
    assert compare(written("Đai Mỗ"), written("Đại Mỗ")) == (Step.FOLDED, Rank.MARKS_NEARLY)


@pytest.mark.parametrize("said", ["Đại M", "Đại Mỗn", "Đại Nỗ", "Đạ iMỗ", "Đại ỗM"])
def test_one_letter_may_be_missing_too_much_another_or_swapped(said: str) -> None:
    assert one_letter_wrong(written(said), written("Đại Mỗ")) is Rank.SLIP


@pytest.mark.parametrize(("said", "name"), [("Đại", "Đại Mỗ"), ("31", "3"), ("Tổ 3", "Tổ 4")])
def test_more_than_a_letter_or_a_number_is_not(said: str, name: str) -> None:
    assert one_letter_wrong(written(said), written(name)) is None


@pytest.mark.parametrize(
    ("numeral", "number"), [("i", "1"), ("iv", "4"), ("ix", "9"), ("xviii", "18"), ("xxx", "30")]
)
def test_roman_numerals_are_numbers(numeral: str, number: str) -> None:
    words = with_numeral([VIETNAMESE.word(numeral)], VIETNAMESE)

    assert words == [VIETNAMESE.number(numeral, int(number))]


@pytest.mark.parametrize("word", ["iiii", "vx", "ixi", "mi", "xa"])
def test_other_words_are_none(word: str) -> None:
    assert with_numeral([VIETNAMESE.word(word)], VIETNAMESE) is None


def test_without_rules_marks_and_letter_case_are_folded() -> None:
    (word,) = [spoken.word for spoken in cut("Zürich", Speller(Spelling()))]

    assert (word.text, word.folded) == ("zürich", "zurich")

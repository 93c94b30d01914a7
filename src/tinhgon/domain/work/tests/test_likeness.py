"""Titles that ask for the same, however they are typed, and titles that do not."""

import unicodedata

import pytest

from tinhgon.domain.work.likeness import alike, is_alike

CENTRES = "Sắp xếp lại các trung tâm y tế khu vực"


@pytest.mark.parametrize(
    "other",
    [
        CENTRES.upper(),
        unicodedata.normalize("NFD", CENTRES),
        "Tiếp tục thực hiện việc sắp xếp lại trung tâm y tế khu vực",
        "Sắp xếp trung tâm y tế khu vực phía bắc",
    ],
)
def test_the_same_in_other_words_is_alike(other: str) -> None:
    assert is_alike(CENTRES, other)


@pytest.mark.parametrize(
    "other",
    [
        "Sắp xếp mạng lưới trường trung học phổ thông công lập",
        "Sắp xếp lại",
        "",
        "Tiếp tục thực hiện",
    ],
)
def test_another_matter_is_not(other: str) -> None:
    assert not is_alike(CENTRES, other)


def test_words_that_stand_in_every_task_make_nothing_alike() -> None:
    assert not is_alike("Chủ trì phối hợp thực hiện", "Chủ trì phối hợp thực hiện")


def test_three_words_of_five_are_enough_and_two_are_not() -> None:
    assert is_alike("báo cáo quý", "báo cáo quý một hai")
    assert not is_alike("báo cáo", "báo cáo")


def test_those_that_are_alike_are_told_by_key() -> None:
    others = [("a", "Sắp xếp trung tâm y tế khu vực"), ("b", "Tập huấn hộ tịch")]

    assert alike(CENTRES, others) == ["a"]

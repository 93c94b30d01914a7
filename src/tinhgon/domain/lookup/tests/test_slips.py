"""One letter or one kind wrong."""

import pytest

from tinhgon.domain.lookup.tests.world import DAI_MO, JULY, understood

MY_DINH = "Phường Mỹ Đình 1, Quận Nam Từ Liêm, Thành phố Hà Nội"


@pytest.mark.parametrize(
    "query",
    [
        "Phường Đại Nỗ, Nam Từ Liêm",
        "Phường Đạ Mỗ, Nam Từ Liêm",
        "Phường Đạii Mỗ, Nam Từ Liêm",
        "dai no, nam tu liem, ha noi",
        "phuong dai no quan nam tu liem",
        "Hà Nội, Nam Từ Liêm, Đại Nỗ",
    ],
)
def test_a_letter_of_a_ward_may_be_wrong_in_its_district(query: str) -> None:
    assert understood(query) == ("fuzzy", DAI_MO)


@pytest.mark.parametrize(
    "query", ["Phường Đại Mỗ, Nam Từ Liên", "Phường Đại Mỗ, Quận Nam Từ Liêm, Hà Nộj"]
)
def test_a_letter_of_a_parent_may_be_wrong(query: str) -> None:
    assert understood(query) == ("fuzzy", DAI_MO)


@pytest.mark.parametrize(
    "query", ["Phường Đại Nỗ", "Phường Đại Nỗ, Hà Nội", "Phường Đạj Nỗ, Nam Từ Liêm"]
)
def test_without_the_district_or_with_two_letters_wrong_nothing_is_meant(query: str) -> None:
    assert understood(query) == ("not_found",)


def test_where_two_names_are_a_letter_away_both_are_meant() -> None:
    assert understood("Xã Hoằng Qu, Hoằng Hóa") == (
        "ambiguous",
        "Xã Hoằng Quỳ, Huyện Hoằng Hóa, Tỉnh Thanh Hóa",
        "Xã Hoằng Quý, Huyện Hoằng Hóa, Tỉnh Thanh Hóa",
    )


def test_the_number_of_a_name_is_never_a_slip() -> None:
    assert understood("Phường Mỹ Đìn 1, Nam Từ Liêm") == ("fuzzy", MY_DINH)


@pytest.mark.parametrize(
    "query", ["Phường 31, Quận 3", "Phường 11, Gò Vấp", "Phường Mỹ Đình 3, Nam Từ Liêm"]
)
def test_another_number_means_nothing(query: str) -> None:
    assert understood(query) == ("not_found",)


def test_what_is_right_in_another_district_is_no_slip() -> None:
    """Ea Sol is a commune of another district of the province."""
    assert understood("Xã Ea Sol, Buôn Ma Thuột, Đắk Lắk") == ("not_found",)


def test_what_was_right_at_another_time_is_no_slip() -> None:
    assert understood("Phường Trung Văn, Nam Từ Liêm, Hà Nội", JULY) == ("not_found",)


@pytest.mark.parametrize(
    "query", ["Xã Đại Mỗ, Nam Từ Liêm", "Phường Đại Mỗ, Huyện Nam Từ Liêm, Hà Nội"]
)
def test_a_kind_may_be_wrong_where_a_neighbour_was_said(query: str) -> None:
    assert understood(query) == ("fuzzy", DAI_MO)


@pytest.mark.parametrize("query", ["Xã Đại Mỗ", "Xã Đại Mỗ, Hà Nội", "Tỉnh Hà Nội"])
def test_a_kind_may_not_be_wrong_elsewhere(query: str) -> None:
    assert understood(query) == ("not_found",)


def test_a_wrong_kind_does_not_choose_between_homonyms() -> None:
    assert understood("Phường Yên Viên, Gia Lâm") == ("not_found",)

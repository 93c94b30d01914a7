"""Addresses: what stands before the commune."""

import pytest

from tinhgon.domain.lookup.tests.world import DAI_MO, JULY, JUNE, index, understood

NAM_TU_LIEM = "Quận Nam Từ Liêm, Thành phố Hà Nội"


@pytest.mark.parametrize(
    "query",
    [
        "Số 12, ngõ 5 đường Tố Hữu, Phường Đại Mỗ, Quận Nam Từ Liêm",
        "12 Tố Hữu, Đại Mỗ, Nam Từ Liêm",
        "12/5/3 Tố Hữu - Đại Mỗ - Nam Từ Liêm",
        "12 Tố Hữu Đại Mỗ Nam Từ Liêm Hà Nội",
        "Số 12 đường Tố Hữu phường Đại Mỗ quận Nam Từ Liêm",
        "tổ dân phố 5, phường Đại Mỗ",
        "tổ 5 Đại Mỗ, Nam Từ Liêm",
        "Tố Hữu, Đại Mỗ, Nam Từ Liêm",
        "Chung cư Hoa Sen, Phường Đại Mỗ, Hà Nội",
        "Ủy ban nhân dân phường Đại Mỗ, Quận Nam Từ Liêm",
        "Hà Nội, Nam Từ Liêm, Đại Mỗ, số 12 Tố Hữu",
    ],
)
def test_house_street_and_village_may_stand_before_the_ward(query: str) -> None:
    assert understood(query) == ("exact", DAI_MO)


@pytest.mark.parametrize(
    "query",
    [
        "12 đường Trung Văn, Phường Đại Mỗ, Quận Nam Từ Liêm",
        "đường Ba Đình, Phường Đại Mỗ, Quận Nam Từ Liêm",
        "Trung Văn, Phường Đại Mỗ, Quận Nam Từ Liêm",
        "Thôn Yên Viên, Phường Đại Mỗ",
        "5 Bùi Hà Nội, Phường Đại Mỗ",
    ],
)
def test_a_street_or_village_named_like_a_unit_does_not_confuse(query: str) -> None:
    assert understood(query) == ("exact", DAI_MO)


def test_marks_may_be_missing_in_an_address() -> None:
    assert understood("so 12 duong to huu, phuong dai mo, ha noi") == ("folded", DAI_MO)


@pytest.mark.parametrize("query", ["12 Tố Hữu, Quận Nam Từ Liêm", "UBND quận Nam Từ Liêm"])
def test_an_address_that_names_no_ward_is_in_the_district(query: str) -> None:
    assert understood(query) == ("exact", NAM_TU_LIEM)


def test_a_name_right_after_the_word_for_a_street_is_a_street() -> None:
    assert understood("12 phố Đại Mỗ, Nam Từ Liêm") == ("exact", NAM_TU_LIEM)


@pytest.mark.parametrize("query", ["12 Đại Mỗ, Nam Từ Liêm", "12 Bùi Đại Mỗ, Nam Từ Liêm"])
def test_where_a_street_may_end_in_two_places_both_are_meant(query: str) -> None:
    assert understood(query) == ("ambiguous", DAI_MO, NAM_TU_LIEM)


@pytest.mark.parametrize(
    "query",
    [
        "Phường Xyz, Quận Nam Từ Liêm",
        "Số 5, Phường Xyz, Quận Nam Từ Liêm",
        "Số 5 phường Xyz, Quận Nam Từ Liêm",
        "P. Xyz, Q. Nam Từ Liêm, Hà Nội",
        "Phường Xyz, Phường Đại Mỗ, Quận Nam Từ Liêm",
        "Xyz, Quận Nam Từ Liêm",
        "12 Tố Hữu, Xyz, Quận Nam Từ Liêm",
        "to map, nam tu liem",
        "Đại Mỗ, đường Tố Hữu Bắc Từ Liêm, Hà Giang",
    ],
)
def test_what_is_not_understood_never_becomes_the_district_in_silence(query: str) -> None:
    assert understood(query) == ("not_found",)


def test_a_slip_behind_an_address_is_seen() -> None:
    assert understood("12 Tố Hữu, Đại Nỗ, Nam Từ Liêm") == ("fuzzy", DAI_MO)


def test_a_slip_is_not_taken_for_a_street_of_another_commune() -> None:
    """Thanh Xuân is a district and a commune elsewhere: Khương Trunh is no street in the latter."""
    assert understood("Khương Trunh, Thanh Xuân, Hà Nội") == (
        "fuzzy",
        "Phường Khương Trung, Quận Thanh Xuân, Thành phố Hà Nội",
    )


def test_an_old_address_is_not_taken_for_a_ward_named_after_the_district() -> None:
    assert understood("Trung Văn, Đống Đa, Hà Nội", JULY) == ("not_found",)


PHO_HUE = "Phường Phố Huế, Quận Hai Bà Trưng, Thành phố Hà Nội"
HAI_BA_TRUNG = "Quận Hai Bà Trưng, Thành phố Hà Nội"


@pytest.mark.parametrize(
    "query", ["ngõ 15 phố Huế", "15 phố Huế", "Số 15, Phố Huế", "ngo 15 pho hue", "12 phố Huế"]
)
def test_a_street_of_which_nothing_else_is_said_is_no_ward_of_that_name(query: str) -> None:
    assert understood(query) == ("not_found",)


@pytest.mark.parametrize(
    "query", ["phường Phố Huế", "ngõ 15, phường Phố Huế", "P. Phố Huế, Hai Bà Trưng"]
)
def test_with_its_kind_a_ward_named_like_a_street_is_meant(query: str) -> None:
    assert understood(query)[1:] == (PHO_HUE,)


@pytest.mark.parametrize(
    "query",
    [
        "15 phố Huế, Hai Bà Trưng",
        "ngõ 15, phố Huế, quận Hai Bà Trưng",
        "ngo 15 pho hue hai ba trung",
    ],
)
def test_after_a_house_it_may_be_the_street_in_the_district(query: str) -> None:
    assert understood(query) == ("ambiguous", PHO_HUE, HAI_BA_TRUNG)


@pytest.mark.parametrize("query", ["Phố Huế", "Phố Huế, Hai Bà Trưng", "Hai Bà Trưng, Phố Huế"])
def test_without_a_house_it_is_the_ward_with_a_caution(query: str) -> None:
    assert understood(query) == ("exact", PHO_HUE)
    assert index().understand(query, JUNE).may_be_street
    assert not index().understand("phường Phố Huế", JUNE).may_be_street


def test_what_was_left_out_is_told() -> None:
    assert index().understand("Số 12, tổ 5, Phường Đại Mỗ", JUNE).left_out
    assert index().understand("Đại Mỗ, số 12 Tố Hữu, Nam Từ Liêm", JUNE).left_out
    assert not index().understand("Phường Đại Mỗ, Nam Từ Liêm, Việt Nam", JUNE).left_out

"""What people write for a unit, in a small Viet Nam."""

import unicodedata

import pytest

from tinhgon.domain.lookup.tests.world import DAI_MO, JULY, JUNE, index, understood

YEN_VIEN = "Huyện Gia Lâm, Thành phố Hà Nội"


def test_a_ward_written_as_the_register_writes_it_is_exact() -> None:
    assert understood(DAI_MO) == ("exact", DAI_MO)


@pytest.mark.parametrize(
    "query",
    [
        DAI_MO.upper(),
        DAI_MO.lower(),
        unicodedata.normalize("NFD", DAI_MO),
        "  Phường\u00a0Đại   Mỗ ,\tQuận Nam Từ Liêm ,, Thành phố Hà Nội. ",
        "“Phường Đại Mỗ” (Quận Nam Từ Liêm)",
        "\ufeffPhường Đ\u00adại Mỗ, Quận Nam Từ Liêm",
        "Phường, Đại Mỗ, Quận, Nam Từ Liêm",
        f"{DAI_MO}, Việt Nam",
        "VN, Hà Nội, Nam Từ Liêm, Đại Mỗ",
        "Phường Đại Mỗ, Quận Nam Từ Liêm, Hà Nội 100000, Việt Nam",
    ],
)
def test_letter_case_encoding_space_punctuation_and_country_do_not_matter(query: str) -> None:
    assert understood(query) == ("exact", DAI_MO)


@pytest.mark.parametrize(
    "query",
    [
        "P. Đại Mỗ, Q. Nam Từ Liêm, TP. Hà Nội",
        "P.Đại Mỗ-Q.Nam Từ Liêm-T.P Hà Nội",
        "p Đại Mỗ, q Nam Từ Liêm, tp HN",
    ],
)
def test_kinds_may_be_shortened(query: str) -> None:
    assert understood(query) == ("spelling", DAI_MO)


@pytest.mark.parametrize(
    "query", ["P1, Q3, TPHCM", "P.1 Q.3 TP.HCM", "Phường 01/Quận 03", "p.I q3"]
)
def test_a_kind_may_touch_its_number_and_a_number_be_written_differently(query: str) -> None:
    assert understood(query) == ("spelling", "Phường 1, Quận 3, Thành phố Hồ Chí Minh")


@pytest.mark.parametrize(
    "query",
    [
        "Đại Mỗ, Nam Từ Liêm, Hà Nội",
        "Hà Nội, Nam Từ Liêm, Đại Mỗ",
        "Nam Từ Liêm; Đại Mỗ; Hà Nội",
        "Đại Mỗ Nam Từ Liêm Hà Nội",
        "Đại Mỗ | Nam Từ Liêm",
        "Đại Mỗ\nHà Nội",
        "phường Đại Mỗ quận Nam Từ Liêm",
    ],
)
def test_kinds_order_separators_and_parents_may_be_missing(query: str) -> None:
    assert understood(query) == ("exact", DAI_MO)


def test_where_several_wards_fit_all_are_given() -> None:
    assert understood("Phường 1, Thành phố Hồ Chí Minh") == (
        "ambiguous",
        "Phường 1, Quận Gò Vấp, Thành phố Hồ Chí Minh",
        "Phường 1, Quận 3, Thành phố Hồ Chí Minh",
    )


def test_a_name_that_several_levels_bear_means_all_of_them() -> None:
    assert understood("Ba Vì") == (
        "ambiguous",
        "Xã Ba Vì, Huyện Ba Vì, Thành phố Hà Nội",
        "Huyện Ba Vì, Thành phố Hà Nội",
    )


def test_a_name_said_twice_is_a_commune_in_its_district() -> None:
    assert understood("Ba Vì, Ba Vì") == ("exact", "Xã Ba Vì, Huyện Ba Vì, Thành phố Hà Nội")


def test_between_homonyms_of_one_district_the_kind_decides() -> None:
    assert understood("TT. Yên Viên, Gia Lâm") == ("spelling", f"Thị trấn Yên Viên, {YEN_VIEN}")


def test_homonyms_of_one_district_without_a_kind_are_both_meant() -> None:
    assert understood("Yên Viên, Gia Lâm") == (
        "ambiguous",
        f"Thị trấn Yên Viên, {YEN_VIEN}",
        f"Xã Yên Viên, {YEN_VIEN}",
    )


@pytest.mark.parametrize(
    ("query", "unit"),
    [
        ("Quận Nam Từ Liêm, Hà Nội", "Quận Nam Từ Liêm, Thành phố Hà Nội"),
        ("Tỉnh Hà Giang", "Tỉnh Hà Giang"),
        ("Bà Rịa-Vũng Tàu", "Tỉnh Bà Rịa - Vũng Tàu"),
    ],
)
def test_a_district_or_province_may_be_meant_itself(query: str, unit: str) -> None:
    assert understood(query) == ("exact", unit)


@pytest.mark.parametrize(
    ("query", "unit"),
    [
        ("Bà Rịa Vũng Tàu, BR-VT", ()),
        ("BRVT", ("Tỉnh Bà Rịa - Vũng Tàu",)),
        ("Thừa Thiên-Huế", ("Thành phố Huế",)),
        ("Ban Mê Thuột", ("Thành phố Buôn Ma Thuột, Tỉnh Đắk Lắk",)),
    ],
)
def test_other_names_of_the_file_are_understood(query: str, unit: tuple[str, ...]) -> None:
    assert understood(query)[1:] == unit


@pytest.mark.parametrize(
    ("query", "unit"),
    [
        ("Phường Mĩ Đình 1", "Phường Mỹ Đình 1, Quận Nam Từ Liêm, Thành phố Hà Nội"),
        ("Phường Mỹ Đình II", "Phường Mỹ Đình 2, Quận Nam Từ Liêm, Thành phố Hà Nội"),
        ("Phường Thuỵ Phương", "Phường Thụy Phương, Quận Bắc Từ Liêm, Thành phố Hà Nội"),
        ("Huyện Hoằng Hoá", "Huyện Hoằng Hóa, Tỉnh Thanh Hóa"),
        ("Tỉnh Đăk Lăk", "Tỉnh Đắk Lắk"),
        ("Phường 3, Vị Thanh", "Phường III, Thành phố Vị Thanh, Tỉnh Hậu Giang"),
    ],
)
def test_spellings_that_count_as_one_are_understood(query: str, unit: str) -> None:
    assert understood(query) == ("spelling", unit)


@pytest.mark.parametrize("query", ["Huyện Ea Hleo", "Huyện Ea H’Leo", "huyện ea h`leo"])
def test_apostrophes_may_differ(query: str) -> None:
    assert understood(query)[1:] == ("Huyện Ea H'Leo, Tỉnh Đắk Lắk",)


@pytest.mark.parametrize("query", ["Hanoi", "Daklak", "Buonmathuot"])
def test_words_may_be_run_together(query: str) -> None:
    assert understood(query)[0] == "folded"


@pytest.mark.parametrize(
    "query",
    ["phuong dai mo quan nam tu liem", "DAI MO, NAM TU LIEM", "p.dai mo", "Phường Đai Mô"],
)
def test_marks_may_be_missing(query: str) -> None:
    assert understood(query) == ("folded", DAI_MO)


def test_without_marks_all_that_fold_alike_are_meant() -> None:
    assert understood("xa hoang quy, huyen hoang hoa") == (
        "ambiguous",
        "Xã Hoằng Quỳ, Huyện Hoằng Hóa, Tỉnh Thanh Hóa",
        "Xã Hoằng Quý, Huyện Hoằng Hóa, Tỉnh Thanh Hóa",
    )


def test_with_marks_one_is_meant_even_where_others_fold_alike() -> None:
    assert understood("Xã Hoằng Quý, Hoằng Hóa") == (
        "exact",
        "Xã Hoằng Quý, Huyện Hoằng Hóa, Tỉnh Thanh Hóa",
    )


def test_marks_partly_written_decide_where_one_name_is_a_letter_away() -> None:
    assert understood("Xã Hoăng Quý, Hoằng Hóa") == (
        "folded",
        "Xã Hoằng Quý, Huyện Hoằng Hóa, Tỉnh Thanh Hóa",
    )


def test_a_name_that_begins_like_a_kind_is_no_kind() -> None:
    assert understood("phuong canh, nam tu liem") == (
        "folded",
        "Phường Phương Canh, Quận Nam Từ Liêm, Thành phố Hà Nội",
    )


@pytest.mark.parametrize(
    "query",
    [
        "Phường Đại Mỗ, Quận Bắc Từ Liêm",
        "Đại Mỗ, Bắc Từ Liêm, Hà Nội",
        "Thanh Hóa, Nam Từ Liêm, Đại Mỗ",
        "Phường Đại Mỗ, Tỉnh Thanh Hóa",
        "Phường Trung Văn, Phường Đại Mỗ, Nam Từ Liêm",
    ],
)
def test_what_contradicts_itself_means_nothing(query: str) -> None:
    assert understood(query) == ("not_found",)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        ",.;-/|()",
        "Việt Nam",
        "😀🎉",
        "=1+1",
        "=3+1",
        "=cmd|' /C calc'!A0",
        "@SUM(A1:B2)",
        "\x00",
        "a" * 10_000,
        "Đại Mỗ, " * 1_250,
        "(" * 10_000,
        "Phường " * 60,
    ],
)
def test_rubbish_is_not_found(query: str) -> None:
    assert understood(query) == ("not_found",)


def test_on_the_last_day_the_former_ward_is_meant() -> None:
    assert understood("Phường Đại Mỗ", JUNE) == ("exact", DAI_MO)


def test_on_the_next_day_the_present_ward_is_meant() -> None:
    assert understood("Phường Đại Mỗ", JULY) == ("exact", "Phường Đại Mỗ, Thành phố Hà Nội")


def test_without_a_day_units_of_all_times_are_meant() -> None:
    assert understood("Phường Đại Mỗ", None) == (
        "ambiguous",
        DAI_MO,
        "Phường Đại Mỗ, Thành phố Hà Nội",
    )


def test_without_a_day_a_parent_decides_between_former_and_present() -> None:
    assert understood("Phường Đại Mỗ, Nam Từ Liêm", None) == ("exact", DAI_MO)


def test_a_former_address_means_nothing_after_its_district_has_ended() -> None:
    assert understood("Phường Đại Mỗ, Nam Từ Liêm", JULY) == ("not_found",)


def test_another_name_never_beats_a_unit_of_that_name() -> None:
    assert understood("Sài Gòn", JULY) == (
        "ambiguous",
        "Phường Sài Gòn, Thành phố Hồ Chí Minh",
        "Thành phố Hồ Chí Minh",
    )


def test_what_is_found_tells_the_unit_and_its_path() -> None:
    (found,) = index().understand("Phường Đại Mỗ", JUNE).units

    assert (found.unit, [entry.level for entry in found.path]) == (
        "00634 old",
        ["commune", "district", "province"],
    )

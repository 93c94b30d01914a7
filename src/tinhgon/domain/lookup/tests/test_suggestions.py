"""Near misses."""

from tinhgon.domain.lookup.tests.world import DAI_MO, JULY, suggested


def test_where_parts_contradict_each_is_suggested() -> None:
    assert {DAI_MO, "Quận Bắc Từ Liêm, Thành phố Hà Nội"} <= {
        *suggested("Phường Đại Mỗ, Quận Bắc Từ Liêm")
    }


def test_names_like_the_one_not_understood_are_suggested_within_the_parent() -> None:
    assert DAI_MO in suggested("Phường Đạj Nỗ, Quận Nam Từ Liêm")


def test_other_numbers_of_the_district_are_suggested() -> None:
    assert "Phường 3, Quận 3, Thành phố Hồ Chí Minh" in suggested("Phường 31, Quận 3")


def test_the_unit_of_another_day_is_suggested_first() -> None:
    assert suggested("Phường Đại Mỗ, Quận Nam Từ Liêm", JULY)[0] == DAI_MO


def test_a_name_alone_with_a_letter_or_the_kind_wrong_is_suggested() -> None:
    assert suggested("Phường Đại Nỗ") == (DAI_MO,)
    assert suggested("Xã Đại Mỗ") == (DAI_MO,)


def test_there_are_never_more_than_five() -> None:
    assert len(suggested("Phường Xyz, Hà Nội")) <= 5


def test_nothing_is_suggested_for_rubbish() -> None:
    assert suggested("😀") == ()


def test_a_number_alone_suggests_no_unit_of_that_number() -> None:
    assert suggested('=HYPERLINK("http://x")') == ()
    assert suggested("1656/NQ-UBTVQH3") == ()

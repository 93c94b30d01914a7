"""Official codes, borne for a time."""

import pytest

from tinhgon.domain.lookup.tests.world import DAI_MO, JULY, suggested, understood


@pytest.mark.parametrize("query", ["00634", " mã 00634", "Code: 00634", "ma so 00634", "MÃ 00634."])
def test_a_code_means_who_bears_it(query: str) -> None:
    assert understood(query) == ("exact", DAI_MO)


def test_from_the_next_day_it_means_who_bears_it_then() -> None:
    assert understood("00634", JULY) == ("exact", "Phường Tây Mỗ, Thành phố Hà Nội")


def test_without_a_day_it_means_all_who_ever_bore_it() -> None:
    assert understood("00634", None) == (
        "ambiguous",
        DAI_MO,
        "Phường Tây Mỗ, Thành phố Hà Nội",
    )


def test_zeros_in_front_count() -> None:
    assert understood("01")[1:] == ("Thành phố Hà Nội",)
    assert understood("0634") == ("not_found",)


def test_who_bore_it_on_another_day_is_suggested() -> None:
    assert suggested("00637", JULY) == ("Phường Trung Văn, Quận Nam Từ Liêm, Thành phố Hà Nội",)

"""Official codes, borne for a time."""

import pytest

from tinhgon.domain.lookup import Entry, Index
from tinhgon.domain.lookup.tests.world import DAI_MO, JULY, VIETNAM, suggested, understood
from tinhgon.domain.periods import Period


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


def test_a_code_with_a_dash_is_known_as_it_is_written() -> None:
    towns = [Entry("a", "district", "quận", "A", "031-009", None, Period())]
    towns += [Entry("b", "district", "quận", "B", "03-21B", None, Period())]
    index = Index(towns, VIETNAM)

    found = {
        query: [found.unit for found in index.understand(query, JULY).units]
        for query in ("031-009", "031/009", "03-1009", "03-21B", "0321b", "031 00")
    }

    assert found == {
        "031-009": ["a"],
        "031/009": ["a"],
        "03-1009": [],
        "03-21B": ["b"],
        "0321b": ["b"],
        "031 00": [],
    }


def test_zeros_in_front_count() -> None:
    assert understood("01")[1:] == ("Thành phố Hà Nội",)
    assert understood("0634") == ("not_found",)


def test_who_bore_it_on_another_day_is_suggested() -> None:
    assert suggested("00637", JULY) == ("Phường Trung Văn, Quận Nam Từ Liêm, Thành phố Hà Nội",)

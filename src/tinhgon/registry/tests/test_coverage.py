"""From which day there are sources for what."""

from datetime import date

from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.coverage import Coverage, read_coverage
from tinhgon.registry.models import Register

HANOI = Unit("P01", "province", "thành phố", "Hà Nội")
HUE = Unit("P46", "province", "thành phố", "Huế")
DISTRICT = Unit("D019", "district", "quận", "Nam Từ Liêm", parent="P01")
WARD = Unit("DM", "commune", "phường", "Đại Mỗ", parent="D019")
COUNTRY = Structure([HANOI, HUE, DISTRICT, WARD])
EVE, HANOI_KNOWN, ALL_KNOWN = date(2024, 12, 30), date(2024, 12, 31), date(2025, 6, 30)
COVERAGE = Coverage({"P01": HANOI_KNOWN, None: ALL_KNOWN})


def test_a_register_that_states_nothing_has_sources_for_what_it_says():
    silent = Coverage({})

    assert silent.covers(["P46"], EVE)
    assert silent.parts(COUNTRY, None, EVE) == (None,)


def test_sources_for_a_unit_begin_on_their_day_and_hold_for_all_below_it():
    assert not COVERAGE.covers(["DM", "D019", "P01"], EVE)
    assert COVERAGE.covers(["DM", "D019", "P01"], HANOI_KNOWN)


def test_sources_for_the_whole_hold_for_every_unit():
    assert not COVERAGE.covers(["P46"], date(2025, 6, 29))
    assert COVERAGE.covers(["P46"], ALL_KNOWN)


def test_of_a_whole_without_all_sources_the_units_with_sources_are_named():
    assert COVERAGE.parts(COUNTRY, None, EVE) == ()
    assert COVERAGE.parts(COUNTRY, None, HANOI_KNOWN) == ("P01",)
    assert COVERAGE.parts(COUNTRY, None, ALL_KNOWN) == (None,)


def test_a_unit_below_one_with_sources_has_them_whole():
    assert COVERAGE.parts(COUNTRY, "D019", HANOI_KNOWN) == ("D019",)


def test_a_unit_beside_one_with_sources_has_none():
    assert COVERAGE.parts(COUNTRY, "P46", HANOI_KNOWN) == ()


def test_of_a_unit_with_sources_for_a_part_that_part_is_named():
    of_the_ward = Coverage({"DM": EVE, None: ALL_KNOWN})

    assert of_the_ward.parts(COUNTRY, "P01", EVE) == ("DM",)
    assert of_the_ward.parts(COUNTRY, "P46", EVE) == ()


def test_a_part_within_a_part_is_not_named_twice():
    nested = Coverage({"DM": EVE, "P01": EVE})

    assert nested.parts(COUNTRY, None, EVE) == ("P01",)


def test_it_is_read_from_the_register_where_the_root_means_the_whole():
    stated = [
        {"unit": "VN", "from": "2025-06-30"},
        {"unit": "P01", "from": "2025-01-01"},
        {"unit": "P01", "from": "2024-12-31"},
    ]

    read = read_coverage(Register(file='{"root": "VN"}', coverage=stated))

    assert read == COVERAGE

"""Two days side by side as values: Đại Mỗ is shared among three, Xuân Phương goes on."""

from datetime import date

import pytest

from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.lineage import Lineage
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.apparatus.compared import Compared, Sieve, in_order, sift
from tinhgon.registry.directory import Edge

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
LAND, BOTH = frozenset({Aspect.LAND}), frozenset({Aspect.LAND, Aspect.PEOPLE})
RANKS = {"province": 1, "district": 2, "commune": 3}


def ward(key, name, code, parent):
    return Unit(key, "commune", "phường", name, code, parent)


HANOI = Unit("P01", "province", "thành phố", "Hà Nội", "01")
BEFORE = Structure(
    [
        HANOI,
        Unit("D019", "district", "quận", "Nam Từ Liêm", "019", "P01"),
        ward("DM", "Đại Mỗ", "00634", "D019"),
        ward("TM", "Tây Mỗ", "00637", "D019"),
        ward("XP", "Xuân Phương", "00622", "D019"),
    ]
)
AFTER = Structure(
    [
        HANOI,
        ward("TM-new", "Tây Mỗ", "00634", "P01"),
        ward("DM-new", "Đại Mỗ", "00637", "P01"),
        ward("XP", "Xuân Phương", "00622", "P01"),
    ]
)


def edge(predecessor, successor, extent, carries=None, day=DAY):
    return Edge(day, predecessor, successor, extent, carries, False, "form", 1, "")


EDGES = (
    edge("DM", "TM-new", "part", LAND),
    edge("DM", "DM-new", "part"),
    edge("TM", "TM-new", "whole", BOTH),
)


def compared(vs=EVE, on=DAY, places=(None,), edges=EDGES, after=AFTER):
    return Compared(vs, on, BEFORE, after, Lineage(edges), places)


def changes(found, sieve=Sieve()):  # noqa: B008 - a sieve that lets all pass
    return [
        (one.shown, one.key) for one in sift(found.comparison.differences, sieve, RANKS).changes
    ]


def test_where_a_unit_went_is_told_with_what_was_carried():
    heirs = {heir.unit.key: heir for heir in compared().heirs("DM")}

    assert [*heirs] == ["DM-new", "TM-new"]
    assert heirs["TM-new"].carries == LAND
    assert not heirs["TM-new"].is_whole
    assert compared().heirs("TM")[0].is_whole


def test_a_level_that_ended_is_found_where_its_units_are():
    heirs = [heir.unit.key for heir in compared().heirs("D019")]

    assert heirs == ["DM-new", "TM-new", "XP"]


def test_where_a_unit_came_from_is_told_with_what_went_whole_first():
    assert [origin.unit.key for origin in compared().origins("TM-new")] == ["TM", "DM"]


def test_several_steps_between_two_days_are_followed_without_saying_how_much():
    steps = (edge("DM", "M", "whole", day=date(2025, 1, 1)), edge("M", "DM-new", "whole"))

    (heir,) = compared(vs=date(2024, 12, 31), edges=steps).heirs("DM")

    assert (heir.unit.key, heir.edges, heir.is_whole) == ("DM-new", (), None)


def test_what_happened_on_the_earlier_day_itself_is_not_between_the_days():
    assert compared(vs=DAY, on=date(2025, 7, 2)).edges("DM") == []
    assert len(compared(vs=EVE).edges("DM")) == 2


def test_of_one_day_twice_nothing_went_anywhere():
    assert compared(vs=DAY).heirs("D019") == []


def test_shared_are_those_of_which_several_have_something():
    assert compared().shared == {"DM": 2}


def test_one_that_went_whole_to_one_that_was_then_divided_is_shared():
    on = date(2025, 8, 1)
    further = (
        *EDGES,
        edge("TM-new", "DM-new", "part", day=on),
        edge("TM-new", "XP", "part", day=on),
    )

    assert compared(on=on, edges=further).shared["TM"] > 1


def test_a_code_borne_by_another_name_is_counted():
    assert compared().codes_passed_on == 2


def test_a_place_is_what_stands_below_it_and_what_that_came_from():
    found = compared(places=("TM-new",))

    assert {unit.key for unit in found.ended} == {"DM", "TM"}
    assert {unit.key for unit in found.begun} == {"TM-new"}


def test_a_place_that_ended_is_what_stood_below_it_and_what_that_became():
    found = compared(places=("D019",))

    assert {unit.key for unit in found.ended} == {"D019", "DM", "TM"}
    assert {unit.key for unit in found.begun} == {"DM-new", "TM-new"}


def test_a_unit_that_left_the_place_goes_on():
    moved = AFTER.having([Unit("P02", "province", "tỉnh", "Khác"), ward("XP", "X", "00622", "P02")])

    (change,) = compared(places=("P01",), after=moved).comparison.changed

    assert (change.key, change.attributes) == ("XP", ("name", "parent"))


def test_they_are_listed_by_what_became_of_them_then_by_level_and_code():
    assert changes(compared()) == [
        ("ended", "D019"),
        ("ended", "DM"),
        ("ended", "TM"),
        ("begun", "TM-new"),
        ("begun", "DM-new"),
        ("changed", "XP"),
    ]


@pytest.mark.parametrize(
    ("sieve", "keys"),
    [
        (Sieve(shown="begun"), ["TM-new", "DM-new"]),
        (Sieve(fact="parent"), ["XP"]),
        (Sieve(fact="kind"), []),
        (Sieve(level="district"), ["D019"]),
        (Sieve(several=True, shared={"DM"}), ["DM"]),
        (Sieve(fits=lambda unit: unit.name == "Tây Mỗ"), ["TM", "TM-new"]),
        (Sieve(shown="ended", level="commune"), ["DM", "TM"]),
    ],
)
def test_each_filter_leaves_what_it_names(sieve, keys):
    assert [key for _shown, key in changes(compared(), sieve)] == keys


def test_the_choices_of_one_filter_are_counted_within_the_other():
    sieve = Sieve(shown="ended", level="commune", shared={"DM"})

    found = sift(compared().comparison.differences, sieve, RANKS)

    assert found.by_shown == {"ended": 2, "begun": 2, "changed": 1}
    assert found.by_level == {"district": 1, "commune": 2}
    assert (found.by_fact, found.several) == ({"parent": 1}, 1)


def test_units_without_a_code_come_first():
    bare = Unit("x", "commune", "xã", "X")
    found = compared(after=AFTER.having([bare]))

    listed = in_order(
        sift(found.comparison.differences, Sieve(shown="begun"), RANKS).changes, RANKS
    )

    assert [one.key for one in listed] == ["x", "TM-new", "DM-new"]

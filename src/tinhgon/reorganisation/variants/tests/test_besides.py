"""A package beside another: units that differ, new ones matched, who takes what."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from tinhgon.domain.structure.tests.strategies import structures
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.directory import Edge
from tinhgon.reorganisation.variants.besides import Besides, Shown, Side
from tinhgon.reorganisation.variants.matching import matched, rekeyed

DAY = date(2025, 7, 1)
LAND, PEOPLE = frozenset({"land"}), frozenset({"people"})
CITY = Unit("P01", "province", "thành phố", "Hà Nội", "01")
WARD = Unit("a", "commune", "phường", "Tây Mỗ", "00634", "P01")


def structure(*units):
    return Structure([CITY, *units])


def edge(predecessor, successor, extent="whole", carries=None, main=False):
    return Edge(DAY, predecessor, successor, extent, carries, main, "form", None, "")


def rows(here, there, mine=(), theirs=()):
    found = Besides(Side(here, tuple(mine)), Side(there, tuple(theirs))).rows
    return [(row.shown, row.key) for row in found]


# --- Matching -------------------------------------------------------------------------------------


def test_a_new_unit_under_another_key_is_the_same():
    assert matched(structure(WARD), structure(replace(WARD, key="b"))) == {"b": "a"}


def test_of_another_name_kind_or_parent_it_is_not():
    here = structure(WARD)

    assert matched(here, structure(replace(WARD, key="b", name="Đại Mỗ"))) == {}
    assert matched(here, structure(replace(WARD, key="b", kind="xã"))) == {}
    assert matched(here, structure(replace(WARD, key="b", parent=None))) == {}


def test_where_two_answer_to_it_none_is_taken():
    twice = structure(replace(WARD, key="b"), replace(WARD, key="c"))

    assert matched(structure(WARD), twice) == {}


def test_what_stands_below_a_matched_unit_is_matched_too():
    school = Unit("s", "body", "trường", "Tây Mỗ A", None, "a")
    here = structure(WARD, school)
    there = structure(replace(WARD, key="b"), replace(school, key="t", parent="b"))

    assert matched(here, there) == {"b": "a", "t": "s"}
    assert rows(here, there) == []


def test_a_unit_that_stands_on_both_sides_is_matched_with_nothing():
    both = structure(WARD)

    assert matched(both, structure(WARD, replace(WARD, key="b"))) == {}


@settings(max_examples=25)
@given(structures())
def test_with_fresh_keys_for_all_everything_that_can_be_told_apart_is_found_again(here):
    there = rekeyed(here, {unit.key: f"{unit.key}-2" for unit in here})
    same = matched(here, there)

    assert all(own == f"{mine}-2" for own, mine in same.items())


# --- What differs ---------------------------------------------------------------------------------


def test_units_are_only_here_only_there_or_changed():
    other = Unit("b", "commune", "phường", "Mễ Trì", "00632", "P01")
    here, there = structure(WARD), structure(replace(WARD, code="00637"), other)

    assert rows(here, there) == [(Shown.THERE, "b"), (Shown.CHANGED, "a")]
    assert rows(there, here) == [(Shown.HERE, "b"), (Shown.CHANGED, "a")]


def test_who_is_formed_of_other_parts_differs():
    both = structure(WARD)
    mine, theirs = [edge("x", "a", "part"), edge("y", "a")], [edge("x", "a")]

    assert rows(both, both, mine, theirs) == [(Shown.OTHERWISE, "a")]
    (row,) = Besides(Side(both, tuple(mine)), Side(both, tuple(theirs))).rows
    assert [(one.unit, bool(one.here), bool(one.there)) for one in row.takings] == [
        ("x", True, True),
        ("y", True, False),
    ]


def test_the_main_one_is_told_apart():
    both = structure(WARD)

    assert rows(both, both, [edge("x", "a", main=True)], [edge("x", "a")])


def test_edges_of_matched_units_are_compared_under_one_key():
    here, there = structure(WARD), structure(replace(WARD, key="b"))

    assert rows(here, there, [edge("x", "a")], [edge("x", "b")]) == []


def test_land_here_and_people_there_are_taken_together():
    both = structure(WARD)
    apart = [edge("x", "a", carries=LAND), edge("x", "a", carries=PEOPLE)]
    whole = [edge("x", "a", carries=LAND | PEOPLE)]

    assert rows(both, both, apart, whole) == []


def test_where_nothing_has_passed_yet_all_that_is_taken_differs():
    both = structure(WARD)

    assert rows(both, both, [edge("x", "a")]) == [(Shown.OTHERWISE, "a")]


def test_only_what_stands_below_the_grounds_is_compared():
    other = Unit("P02", "province", "tỉnh", "Khác", "02")
    here = Structure([CITY, other, WARD, replace(WARD, key="c", parent="P02", name="C")])
    there = Structure([CITY, other])

    found = Besides(Side(here, ()), Side(there, ()), ("P02",)).rows

    assert [row.key for row in found] == ["c"]

"""The apparatus on a day as values: of three provinces two merge, one has sources earlier."""

from datetime import date

import pytest

from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.lineage import Lineage
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.apparatus.overview import Overview, Side
from tinhgon.registry.coverage import Coverage
from tinhgon.registry.directory import Edge

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
BOTH = frozenset({Aspect.LAND, Aspect.PEOPLE})


def province(key, name, kind="tỉnh", code=None):
    return Unit(key, "province", kind, name, code)


def commune(key, parent, kind="xã", **facts):
    return Unit(key, "commune", kind, key, parent=parent, **facts)


def edge(predecessor, successor, extent="whole"):
    return Edge(DAY, predecessor, successor, extent, BOTH, True, "form", None, "")


OLD = Structure(
    [
        province("yen-bai", "Yên Bái"),
        province("lao-cai", "Lào Cai"),
        province("hue", "Huế"),
        commune("a", "yen-bai"),
        commune("b", "lao-cai"),
        commune("c", "lao-cai", kind="thị trấn"),
        commune("d", "hue"),
    ]
)
NEW = Structure(
    [
        province("lao-cai-new", "Lào Cai"),
        province("hue", "Huế"),
        commune("ab", "lao-cai-new"),
        commune("c", "lao-cai-new", kind="phường"),
        commune("d", "hue"),
    ]
)
LINEAGE = Lineage(
    [
        edge("yen-bai", "lao-cai-new"),
        edge("lao-cai", "lao-cai-new"),
        edge("a", "ab"),
        edge("b", "ab"),
    ]
)


def overview(place=None, coverage=None, roots=(None,), new=NEW):
    stated = coverage or Coverage({})
    after = Side(DAY, new, (place,), stated)
    return Overview(place, after, Side(EVE, OLD, roots, stated), LINEAGE)


def rows(shown, basic="commune"):
    return {row.unit.key: row for row in shown.rows(basic)}


def test_levels_and_kinds_are_counted_on_both_days():
    shown = overview()

    assert (shown.before.count("commune"), shown.after.count("commune")) == (4, 3)
    assert shown.after.count_of("commune", "phường") == 1


def test_only_levels_at_which_anything_stands_are_shown():
    assert overview().levels(("province", "district", "commune")) == ["province", "commune"]
    assert overview("hue", roots=("hue",)).levels(("province", "commune")) == ["commune"]


def test_a_merged_province_is_counted_with_all_that_it_was_formed_from():
    row = rows(overview())["lao-cai-new"]

    assert [origin.name for origin in row.origins] == ["Lào Cai", "Yên Bái"]
    assert (row.before, row.count("commune"), row.state) == (3, 2, "merged")


def test_a_province_that_is_what_it_was_is_unchanged():
    row = rows(overview())["hue"]

    assert (row.before, row.count("commune"), row.state) == (1, 1, "unchanged")


def test_a_unit_of_another_kind_is_changed_and_one_under_another_is_not():
    below = rows(overview("lao-cai-new", roots=("yen-bai", "lao-cai")))

    assert (below["c"].state, below["ab"].state) == ("changed", "merged")


def test_a_unit_that_comes_from_nothing_is_formed():
    new = NEW.having([province("new", "Mới"), commune("n", "new")])

    row = rows(overview(new=new))["new"]

    assert (row.origins, row.before, row.state) == ((), None, "formed")


def test_what_went_several_ways_is_not_counted_for_one_of_them():
    new = NEW.having([province("other", "Khác")])
    shown = Overview(
        None,
        Side(DAY, new, (None,), Coverage({})),
        Side(EVE, OLD, (None,), Coverage({})),
        Lineage([edge("yen-bai", "lao-cai-new", "part"), edge("yen-bai", "other", "part")]),
    )

    assert rows(shown)["other"].before is None


def test_without_another_day_nothing_is_said_of_the_past():
    shown = Overview(None, Side(DAY, NEW, (None,), Coverage({})))

    assert (rows(shown)["hue"].origins, rows(shown)["hue"].state) == (None, "")


@pytest.mark.parametrize(("since", "count"), [(date(2025, 7, 2), None), (DAY, 3)])
def test_counts_are_given_from_the_first_day_with_sources(since, count):
    shown = overview(coverage=Coverage({None: since}))

    assert shown.after.count("commune") == count
    assert shown.before.count("commune") is None


def test_a_row_is_compared_where_that_unit_alone_has_sources_earlier():
    shown = rows(overview(coverage=Coverage({"hue": EVE, None: DAY})))

    assert (shown["hue"].before, shown["hue"].state) == (1, "unchanged")
    assert (shown["lao-cai-new"].before, shown["lao-cai-new"].state) == (None, "")


def test_only_rows_with_sources_are_listed():
    shown = overview(coverage=Coverage({"hue": DAY}))

    assert [*rows(shown)] == ["hue"]


def test_another_hierarchy_begins_with_those_that_stand_under_none_in_it():
    party = Structure(
        [
            Unit("committee", "province", "tỉnh", "Tỉnh ủy"),
            Unit("cell", "commune", "xã", "Chi bộ", ties=(("party", "committee"),)),
            Unit("alone", "commune", "xã", "Khác"),
        ]
    )
    side = Side(DAY, party, (None,), Coverage({}), "party")

    assert [unit.key for unit in side.children(None)] == ["committee"]
    assert side.count("commune") == 1


def test_a_circle_is_gone_round_once():
    circle = Structure([commune("x", "y"), commune("y", "x")])

    below = [*Side(DAY, circle, (None,), Coverage({})).below("x")]

    assert sorted(unit.key for unit in below) == ["y"]

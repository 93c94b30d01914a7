"""Bodies of a place gathered: Hà Nội and its new ward Đại Mỗ after the reform, and a sở."""

from datetime import date

import pytest

from tinhgon.conftest import BEFORE, DAY
from tinhgon.registry.bodies.gathered import Bodies
from tinhgon.registry.queries import jurisdiction, structure

EVE, SPRING = date(2025, 2, 28), date(2025, 3, 1)


@pytest.fixture
def gathered(bodies):
    def of(place, on=DAY):
        return Bodies(jurisdiction(), structure(on), place)

    return of


def names(nodes):
    return [(node.unit.kind, node.unit.name) for node in nodes]


def test_the_blocs_of_a_ward_stand_side_by_side(gathered):
    ward = gathered("DM-new")

    assert {bloc: names(nodes) for bloc, nodes in ward.by_bloc.items()} == {
        "party": [("đảng ủy", "phường Đại Mỗ")],
        "front": [("ủy ban Mặt trận Tổ quốc Việt Nam", "phường Đại Mỗ")],
        "state": [
            ("hội đồng nhân dân", "phường Đại Mỗ"),
            ("ủy ban nhân dân", "phường Đại Mỗ"),
        ],
    }


def test_an_office_belongs_to_the_bloc_of_the_body_above_it(gathered):
    city = gathered("P01")
    units = {unit.key: unit for unit in city.all}

    assert city.bloc(units["P01.party-office"]) == "party"
    assert city.bloc(units["P01.office"]) == "state"


def test_what_serves_the_public_is_counted_apart(gathered):
    assert gathered("P01").serving == 2


def test_bodies_of_all_areas_below_are_counted_with_the_place(gathered):
    assert gathered("P01").counted["front"] == 1 + 5 + 4
    assert gathered(None).counted == gathered("P01").counted


def test_the_party_hierarchy_grew_by_a_level_of_districts_before_the_reform(gathered):
    (before,) = gathered("P01", BEFORE).tops("party")
    (after,) = gathered("P01").tops("party")

    below = {node.unit.key: len(node.below) for node in before.below}
    assert below["D019.party-committee"] == 4
    assert "DM-new.party-committee" in {node.unit.key for node in after.below}
    assert "DM-new.party-committee" not in below


def test_a_body_governs_the_nearest_area_above_it(gathered):
    ward = gathered("DM-new")
    division = next(unit for unit in ward.all if unit.key == "DM-new.economy")

    assert ward.governed(division).key == "DM-new"


def test_the_way_up_in_the_party_passes_the_district_until_it_ends(gathered):
    before, after = gathered("XP", BEFORE), gathered("XP")
    ways = [
        [above.key for above in one.way_up(one.structure["XP.party-committee"], "party")]
        for one in (before, after)
    ]

    assert ways == [["D019.party-committee", "P01.party-committee"], ["P01.party-committee"]]


def test_departments_of_the_city_change_on_the_day_of_the_merger(gathered):
    kinds = [sum(unit.kind == "sở" for unit in gathered("P01", on).all) for on in (EVE, SPRING)]

    assert kinds == [18, 13]

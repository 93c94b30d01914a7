"""Which units are below one: those under it, and bodies of the areas below that it directs."""

from datetime import date

import pytest

from tinhgon.domain.standards import body_key
from tinhgon.registry.queries import NoSuchUnit
from tinhgon.work.custody.below import Sort, below, likely, picked, sorts

ON = date(2026, 11, 20)
COMMITTEE = body_key("P01", "people-committee")
WARDS = ["DM-new", "DN-new", "TM-new", "XP"]
OF_WARDS = [body_key(ward, "people-committee") for ward in WARDS]


def keys(found, sort):
    return sorted(one.key for one in found if sort.has(one))


def test_below_a_district_are_its_wards(works):
    assert keys(below("D019", ON), Sort("phường")) == ["DM", "MT", "TM", "XP"]
    assert below("DM", ON) == []
    assert below("no-unit", ON) == []


def test_below_the_committee_of_a_city_are_its_departments_and_those_of_the_wards(bodies):
    found = below(COMMITTEE, ON)

    assert keys(found, Sort("ủy ban nhân dân")) == OF_WARDS
    assert body_key("P01", "home-affairs") in keys(found, Sort("sở"))
    assert keys(found, Sort("phường")) == []
    assert not {body_key("P01", "people-committee"), "P01"} & {one.key for one in found}


def test_a_council_directs_no_area(bodies):
    assert not [one for one in below(body_key("P01", "council"), ON) if one.area]


def test_what_is_meant_if_nobody_says_another_is_the_kind_of_the_giver(bodies):
    assert likely(below(COMMITTEE, ON), COMMITTEE, ON) == Sort("ủy ban nhân dân")
    assert likely(below("P01", ON), "P01", ON) in sorts(below("P01", ON))


def test_a_sort_is_told_by_areas_only_where_those_differ(bodies):
    there = sorts(below(COMMITTEE, ON))

    assert there[Sort("ủy ban nhân dân")] == 4
    assert Sort("ủy ban nhân dân", "phường") not in there
    assert Sort.of("ủy ban nhân dân/phường") == Sort("ủy ban nhân dân", "phường")
    assert Sort("ủy ban nhân dân", "phường").code == "ủy ban nhân dân/phường"


def test_some_are_left_out_and_codes_name_units_too(works):
    alike = {"sort": Sort("phường"), "named": [], "without": ["DM", "00637"]}

    assert [unit.key for unit in picked("D019", ON, **alike)] == ["MT", "XP"]
    named = picked("D019", ON, sort=None, named=["00634", "TM", "DM"], without=["TM"])
    assert [unit.key for unit in named] == ["DM"]


def test_a_unit_that_is_none_is_told(works):
    with pytest.raises(NoSuchUnit):
        picked("D019", ON, sort=None, named=["DM", "nowhere"], without=[])

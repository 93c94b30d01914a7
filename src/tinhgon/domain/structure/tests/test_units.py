"""Units and the structure they form."""

from decimal import Decimal
from typing import Any

import pytest

from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.tests.world import World, ward
from tinhgon.domain.structure.units import Location, Structure, Unit


def keys(units: list[Unit]) -> set[str]:
    return {unit.key for unit in units}


def test_a_unit_stands_under_one_parent_in_each_hierarchy(world: World) -> None:
    assert world.structure["dai-mo"].parents == (
        ("administrative", "nam-tu-liem"),
        ("party", "nam-tu-liem"),
    )
    assert world.structure["ha-noi"].parents == ()


def test_ties_are_kept_in_order_however_they_are_said() -> None:
    said = ward("moi", ties=(("party", "b"), ("guidance", "a")))

    assert said.ties == (("guidance", "a"), ("party", "b"))
    assert said == ward("moi", ties=(("guidance", "a"), ("party", "b")))


@pytest.mark.parametrize("hierarchies", [("party", "party"), ("administrative", "party")])
def test_two_parents_in_one_hierarchy_are_one_too_many(hierarchies: tuple[str, str]) -> None:
    one, other = hierarchies

    with pytest.raises(Malformed, match="two-parents-in-one-hierarchy"):
        ward("moi", ties=((one, "a"), (other, "b")))


@pytest.mark.parametrize("member", ["key", "level", "kind", "name", "code", "parent"])
def test_a_unit_says_nothing_blank(member: str) -> None:
    facts: dict[str, Any] = {
        "key": "moi",
        "level": "commune",
        "kind": "xã",
        "name": "Mới",
        member: " ",
    }

    with pytest.raises(Malformed) as refused:
        Unit(**facts)

    assert (refused.value.code, refused.value.facts) == ("blank", {"member": member})


def test_a_location_that_says_nothing_is_none() -> None:
    assert ward("moi", location=Location()) == ward("moi", location=None)
    assert ward("moi", location=Location(area_km2=Decimal(0))).location is not None


def test_children_are_those_of_one_hierarchy(world: World) -> None:
    assert keys(world.structure.children("hoai-duc")) == {"an-khanh", "tram-troi"}
    assert keys(world.structure.children("nam-tu-liem", "party")) == {"dai-mo"}
    assert keys(world.structure.children(None)) == {"ha-noi"}
    assert world.structure.children("dai-mo") == []


def test_under_a_unit_stand_itself_and_all_below(world: World) -> None:
    below = list(world.structure.under("hoai-duc"))

    assert below[0].key == "hoai-duc"
    assert keys(below) == {"hoai-duc", "an-khanh", "tram-troi"}
    assert keys([*world.structure.under(None)]) == keys([*world.structure])
    assert list(world.structure.under("ghost")) == []


def test_the_path_leads_to_the_top(world: World) -> None:
    path = world.structure.path("an-khanh")

    assert [unit.key for unit in path] == ["an-khanh", "hoai-duc", "ha-noi"]
    assert world.structure.path("ghost") == []


def test_the_path_stops_where_a_parent_does_not_stand() -> None:
    orphan = ward("moi", parent="ghost")

    assert Structure([orphan]).path("moi") == [orphan]


def test_units_are_counted_at_each_level_in_all_or_below_one(world: World) -> None:
    assert world.structure.counts() == {"province": 1, "district": 2, "commune": 5, "body": 2}
    assert world.structure.counts("hoai-duc") == {"commune": 2}


def test_a_change_gives_another_structure(world: World) -> None:
    changed = world.structure.without(["dai-mo"]).having([ward("moi")])

    assert "dai-mo" in world.structure
    assert "moi" not in world.structure
    assert keys([*changed]) == keys([*world.structure]) - {"dai-mo"} | {"moi"}


def test_structures_of_the_same_units_are_equal_and_hash_alike(world: World) -> None:
    same = Structure(reversed([*world.structure]))

    assert same == world.structure
    assert hash(same) == hash(world.structure)
    assert same.without(["dai-mo"]) != world.structure
    assert repr(same) == "Structure(10 units)"

"""What differs between two structures."""

from dataclasses import replace

from tinhgon.domain.structure.compare import Comparison
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.tests.world import World, ward
from tinhgon.domain.structure.units import Location


def test_units_that_end_begin_or_change_differ_and_are_sorted(world: World) -> None:
    composition = world.composed(
        Absorb(into="tay-mo", absorbed=("dai-mo",)),
        Establish(unit=ward("moi")),
        Rename(unit="an-khanh", name="Mới"),
    )

    compared = Comparison(world.structure, composition.after)

    assert [difference.key for difference in compared.differences] == ["an-khanh", "dai-mo", "moi"]
    assert [unit.key for unit in compared.ended] == ["dai-mo"]
    assert [unit.key for unit in compared.begun] == ["moi"]
    assert [difference.key for difference in compared.changed] == ["an-khanh"]


def test_a_difference_names_the_facts_that_differ(world: World) -> None:
    after = world.composed(
        Rename(unit="tram-troi", name="Hoài Đức"),
        Reclassify(unit="tram-troi", kind="xã"),
        Move(unit="tram-troi", parent="ha-noi"),
        Move(unit="tram-troi", parent="ha-noi", hierarchy="party"),
    ).after

    (difference,) = Comparison(world.structure, after).differences

    assert difference.attributes == ("kind", "name", "parent", "ties")


def test_the_same_twice_does_not_differ(world: World) -> None:
    assert Comparison(world.structure, world.structure).differences == ()


def test_where_a_unit_lies_is_not_compared(world: World) -> None:
    surveyed = replace(world.structure["dai-mo"], location=Location())

    assert Comparison(world.structure, world.structure.having([surveyed])).differences == ()

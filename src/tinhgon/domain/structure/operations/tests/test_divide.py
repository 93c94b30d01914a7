"""Divide: Đại Mỗ ends, and two new wards share what it held."""

import pytest

from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations.divide import Divide
from tinhgon.domain.structure.tests.world import World, handed_on, ward

NORTH, SOUTH = ward("bac", name="Đại Mỗ Bắc"), ward("nam", name="Đại Mỗ Nam")


def test_the_unit_ends_and_the_last_of_the_new_ones_takes_the_rest(world: World) -> None:
    composition = world.composed(Divide(unit="dai-mo", into=(NORTH, SOUTH)))

    assert composition.ended == {"dai-mo"}
    assert handed_on(composition) == [("dai-mo", "bac", "part"), ("dai-mo", "nam", "rest")]
    assert world.blocked_by(Divide(unit="dai-mo", into=(NORTH, SOUTH))) == []


def test_the_main_one_takes_the_rest_wherever_it_stands(world: World) -> None:
    composition = world.composed(Divide(unit="dai-mo", into=(NORTH, SOUTH), main="bac"))

    assert handed_on(composition) == [("dai-mo", "bac", "rest"), ("dai-mo", "nam", "part")]
    assert composition.main_successor("dai-mo") == "bac"


def test_without_a_main_one_it_must_be_decided_who_takes_what_no_rule_places(
    world: World,
) -> None:
    composition = world.composed(Divide(unit="dai-mo", into=(NORTH, SOUTH)))

    assert composition.main_successor("dai-mo") is None


def test_the_main_one_must_be_among_the_new_ones() -> None:
    with pytest.raises(Malformed, match="main-not-among-successors"):
        Divide(unit="dai-mo", into=(NORTH, SOUTH), main="me-tri")


def test_there_must_be_two_and_neither_the_unit_itself() -> None:
    with pytest.raises(Malformed, match="too-few-units"):
        Divide(unit="dai-mo", into=(NORTH,))
    with pytest.raises(Malformed, match="unit-named-twice"):
        Divide(unit="dai-mo", into=(NORTH, NORTH))
    with pytest.raises(Malformed, match="unit-and-itself"):
        Divide(unit="bac", into=(NORTH, SOUTH))

"""Absorb: Mễ Trì takes everything that Đại Mỗ and Tây Mỗ held, and goes on."""

import pytest

from tinhgon.domain.structure.claims import EVERYTHING
from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.tests.world import World, handed_on


def test_the_absorbed_end_and_the_one_that_takes_them_goes_on(world: World) -> None:
    composition = world.composed(Absorb(into="me-tri", absorbed=("dai-mo", "tay-mo")))

    assert composition.ended == {"dai-mo", "tay-mo"}
    assert composition.after["me-tri"] == world.structure["me-tri"]
    assert handed_on(composition) == [
        ("dai-mo", "me-tri", "whole"),
        ("tay-mo", "me-tri", "whole"),
    ]


def test_the_one_that_goes_on_takes_everything_and_what_no_rule_places(world: World) -> None:
    composition = world.composed(Absorb(into="me-tri", absorbed=("dai-mo",)))

    (succession,) = composition.successions
    assert (succession.carries, succession.main) == (EVERYTHING, True)
    assert composition.main_successor("dai-mo") == "me-tri"


def test_absorbing_stops_nothing(world: World) -> None:
    assert world.blocked_by(Absorb(into="me-tri", absorbed=("dai-mo",))) == []


def test_a_unit_cannot_absorb_itself() -> None:
    with pytest.raises(Malformed, match="unit-and-itself"):
        Absorb(into="me-tri", absorbed=("dai-mo", "me-tri"))


def test_somebody_must_be_absorbed_and_nobody_twice() -> None:
    with pytest.raises(Malformed, match="too-few-units"):
        Absorb(into="me-tri", absorbed=())
    with pytest.raises(Malformed, match="unit-named-twice"):
        Absorb(into="me-tri", absorbed=("dai-mo", "dai-mo"))

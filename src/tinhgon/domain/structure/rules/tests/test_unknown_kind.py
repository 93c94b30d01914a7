"""Kinds have a time: townships until 1 July 2025, special zones from then on, districts until."""

from datetime import date

import pytest

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.tests.world import DAY, EVE, World, ward
from tinhgon.domain.structure.units import Unit


def test_a_kind_must_be_of_its_level(world: World) -> None:
    found = world.found("unknown-kind", Establish(unit=ward("moi", kind="quận")))

    facts = {"level": "commune", "kind": "quận"}
    assert found == [Finding(rule="unknown-kind", units=("moi",), facts=facts)]


def test_a_level_must_be_of_the_jurisdiction(world: World) -> None:
    hamlet = Establish(unit=Unit("thon", "hamlet", "thôn", "Ngọc Trục", parent="dai-mo"))

    assert [f.facts["level"] for f in world.found("unknown-kind", hamlet)] == ["hamlet"]


@pytest.mark.parametrize(
    ("kind", "day", "known"),
    [
        ("thị trấn", EVE, True),
        ("thị trấn", DAY, False),
        ("đặc khu", EVE, False),
        ("đặc khu", DAY, True),
    ],
)
def test_a_kind_must_be_known_on_the_day(world: World, kind: str, day: date, known: bool) -> None:
    found = world.found("unknown-kind", Establish(unit=ward("moi", kind=kind)), day=day)

    assert (found == []) is known


@pytest.mark.parametrize(("day", "known"), [(EVE, True), (DAY, False)])
def test_a_level_must_be_known_on_the_day(world: World, day: date, known: bool) -> None:
    district = Establish(unit=Unit("moi", "district", "quận", "Mới", "999", "ha-noi"))

    assert (world.found("unknown-kind", district, day=day) == []) is known


def test_a_township_that_nobody_touches_may_stand_on(world: World) -> None:
    assert world.found("unknown-kind", Rename(unit="dai-mo", name="Mới")) == []


def test_a_township_that_is_touched_must_become_something_else(world: World) -> None:
    moved = Move(unit="tram-troi", parent="ha-noi")

    assert [f.units for f in world.found("unknown-kind", moved)] == [("tram-troi",)]

"""Rename: Trạm Trôi bears another name from the day of effect."""

import pytest

from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.tests.history import History
from tinhgon.domain.structure.tests.world import DAY, EVE, World

HOAI_DUC = Rename(unit="tram-troi", name="Hoài Đức")


def test_the_unit_bears_the_name_from_the_day_and_not_before(world: World) -> None:
    history = History.of(world.structure).with_effect(world.composed(HOAI_DUC))

    assert history.on(EVE)["tram-troi"].name == "Trạm Trôi"
    assert history.on(DAY)["tram-troi"].name == "Hoài Đức"


def test_the_name_it_bears_already_is_no_change(world: World) -> None:
    composition = world.composed(Rename(unit="tram-troi", name="Trạm Trôi"))

    assert composition.changed == {}
    assert composition.after == world.structure


def test_a_name_must_say_something() -> None:
    with pytest.raises(Malformed, match="blank"):
        Rename(unit="tram-troi", name="  ")

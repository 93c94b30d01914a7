"""Reclassify: the township Trạm Trôi goes on as a commune."""

from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.tests.world import World


def test_the_unit_goes_on_as_another_kind(world: World) -> None:
    composition = world.composed(Reclassify(unit="tram-troi", kind="xã"))

    assert composition.after["tram-troi"].kind == "xã"
    assert composition.changed.keys() == {"tram-troi"}


def test_one_plan_may_reclassify_what_another_renames(world: World) -> None:
    plans = (
        [Reclassify(unit="tram-troi", kind="xã")],
        [Rename(unit="tram-troi", name="Hoài Đức")],
    )

    after = world.package(*plans).after["tram-troi"]

    assert (after.kind, after.name) == ("xã", "Hoài Đức")
    assert world.package_blocked_by(*plans) == []


def test_what_it_is_already_is_no_change(world: World) -> None:
    composition = world.composed(Reclassify(unit="tram-troi", kind="thị trấn"))

    assert composition.changed == {}


def test_the_kind_must_be_of_its_level(world: World) -> None:
    assert world.blocked_by(Reclassify(unit="tram-troi", kind="quận")) == ["unknown-kind"]

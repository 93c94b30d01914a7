"""Convert: the department of home affairs goes on as a body of another type."""

from tinhgon.domain.structure.operations.convert import Convert
from tinhgon.domain.structure.tests.world import World


def test_the_body_goes_on_as_another_type(world: World) -> None:
    composition = world.composed(Convert(unit="so-noi-vu", kind="chi cục"))

    assert composition.ended == frozenset()
    assert composition.after["so-noi-vu"].kind == "chi cục"
    assert composition.after["so-noi-vu"].name == "Nội vụ"


def test_it_must_be_a_type_that_bodies_have(world: World) -> None:
    assert world.blocked_by(Convert(unit="so-noi-vu", kind="trung tâm")) == []
    assert world.blocked_by(Convert(unit="so-noi-vu", kind="phường")) == ["unknown-kind"]

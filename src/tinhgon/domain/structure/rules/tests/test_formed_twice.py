"""Two units would begin under one key."""

import pytest

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.tests.world import World, ward


def test_two_plans_cannot_form_one_key(world: World) -> None:
    one, other = Establish(unit=ward("moi", name="Một")), Establish(unit=ward("moi", name="Hai"))

    found = world.found("formed-twice", one, other)

    assert found == [Finding(rule="formed-twice", units=("moi",))]


def test_a_key_that_stands_cannot_begin(world: World) -> None:
    again = Establish(unit=ward("dai-mo", name="Khác"))

    assert world.blocked_by(again) == ["formed-twice"]
    assert world.composed(again).after == world.structure


def test_a_key_that_ends_on_the_day_cannot_begin_either(world: World) -> None:
    again = Establish(unit=ward("dai-mo", name="Khác"))
    ended = Absorb(into="tay-mo", absorbed=("dai-mo",))

    assert world.blocked_by(again, ended) == ["formed-twice"]


@pytest.mark.parametrize("key", ["moi", "dai-mo-2"])
def test_a_key_that_nobody_bears_may_begin(world: World, key: str) -> None:
    assert world.found("formed-twice", Establish(unit=ward(key))) == []

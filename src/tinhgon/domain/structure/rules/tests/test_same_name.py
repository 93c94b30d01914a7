"""Two wards of one name under one district."""

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.tests.world import World

NAMESAKE = Rename(unit="me-tri", name="Tây Mỗ")


def test_a_namesake_must_be_explained(world: World) -> None:
    found = world.found("same-name", NAMESAKE)

    assert found == [
        Finding(
            rule="same-name",
            severity=Severity.EXPLAIN,
            units=("me-tri", "tay-mo"),
            facts={"kind": "phường", "name": "Tây Mỗ"},
        )
    ]


def test_a_namesake_elsewhere_or_of_another_kind_need_not(world: World) -> None:
    assert world.found("same-name", Rename(unit="an-khanh", name="Tây Mỗ")) == []
    assert world.found("same-name", Rename(unit="nam-tu-liem", name="Hà Nội")) == []


def test_the_name_of_one_that_ends_is_free(world: World) -> None:
    assert world.found("same-name", NAMESAKE, Absorb(into="me-tri", absorbed=("tay-mo",))) == []


def test_namesakes_that_stood_before_are_left_alone(world: World) -> None:
    with_namesakes = World(world.composed(NAMESAKE).after)

    assert with_namesakes.found("same-name", Rename(unit="dai-mo", name="Mới")) == []

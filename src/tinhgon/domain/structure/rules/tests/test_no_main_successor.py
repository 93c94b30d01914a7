"""Đại Mỗ is shared among two, and nobody is named to take what no rule places."""

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.tests.world import World


def shared(*, part_is_main: bool, rest_is_main: bool) -> tuple[Form, Form]:
    part = Source(unit="dai-mo", extent=Extent.PART, main=part_is_main)
    rest = Source(unit="dai-mo", extent=Extent.REST, main=rest_is_main)
    return Form(successor="tay-mo", sources=(part,)), Form(successor="me-tri", sources=(rest,))


def test_somebody_should_be_named(world: World) -> None:
    found = world.found("no-main-successor", *shared(part_is_main=False, rest_is_main=False))

    assert found == [
        Finding(rule="no-main-successor", severity=Severity.EXPLAIN, units=("dai-mo",))
    ]


def test_two_are_one_too_many(world: World) -> None:
    assert world.found("no-main-successor", *shared(part_is_main=True, rest_is_main=True))


def test_one_is_well(world: World) -> None:
    assert world.found("no-main-successor", *shared(part_is_main=True, rest_is_main=False)) == []


def test_who_takes_everything_need_not_be_named(world: World) -> None:
    whole = Form(successor="tay-mo", sources=(Source(unit="dai-mo"),))

    assert world.found("no-main-successor", whole) == []
    assert world.found("no-main-successor", Absorb(into="tay-mo", absorbed=("dai-mo",))) == []


def test_a_unit_that_goes_on_needs_nobody(world: World) -> None:
    assert (
        world.found("no-main-successor", *shared(part_is_main=False, rest_is_main=False)[:1]) == []
    )

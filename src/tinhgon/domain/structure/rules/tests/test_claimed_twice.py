"""Something of Đại Mỗ is taken twice."""

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import LAND, PEOPLE, World

WHOLE, PART = Source(unit="dai-mo"), Source(unit="dai-mo", extent=Extent.PART)
REST = Source(unit="dai-mo", extent=Extent.REST)


def test_the_whole_leaves_no_part_for_another(world: World) -> None:
    found = world.found(
        "claimed-twice",
        Form(successor="tay-mo", sources=(WHOLE,)),
        Form(successor="me-tri", sources=(PART,)),
    )

    facts = {"aspect": Aspect.LAND, "extent": "whole"}
    assert found[0] == Finding(
        rule="claimed-twice", units=("dai-mo", "me-tri", "tay-mo"), facts=facts
    )
    assert [finding.facts["aspect"] for finding in found] == [Aspect.LAND, Aspect.PEOPLE]


def test_there_is_one_rest(world: World) -> None:
    found = world.found(
        "claimed-twice",
        Form(successor="tay-mo", sources=(REST,)),
        Form(successor="me-tri", sources=(REST,)),
    )

    assert [finding.facts["extent"] for finding in found] == ["rest", "rest"]


def test_the_same_said_in_two_plans_is_taken_twice(world: World) -> None:
    part = TransferPart(source="dai-mo", to="tay-mo", carries=LAND)

    assert world.package_blocked_by([part], [part]) == ["claimed-twice"]
    assert len(world.package([part], [part]).successions) == 2


def test_the_same_said_twice_in_one_plan_is_found_though_it_is_one_succession(
    world: World,
) -> None:
    part = TransferPart(source="dai-mo", to="tay-mo", carries=LAND)

    assert world.blocked_by(part, part) == ["claimed-twice"]
    assert len(world.composed(part, part).successions) == 1


def test_parts_of_one_source_may_go_to_many(world: World) -> None:
    parts = (
        Form(successor="tay-mo", sources=(PART,)),
        Form(successor="me-tri", sources=(PART,)),
        Form(successor="an-khanh", sources=(REST,)),
    )

    assert world.found("claimed-twice", *parts) == []


def test_all_land_and_all_people_are_two_things(world: World) -> None:
    land, people = Source(unit="dai-mo", carries=LAND), Source(unit="dai-mo", carries=PEOPLE)

    parted = (
        Form(successor="tay-mo", sources=(land,)),
        Form(successor="me-tri", sources=(people,)),
    )

    assert world.found("claimed-twice", *parted) == []
    assert world.found("claimed-twice", *parted, Form(successor="an-khanh", sources=(PART,)))

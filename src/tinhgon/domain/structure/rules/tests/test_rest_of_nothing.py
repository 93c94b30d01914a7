"""The rest of Đại Mỗ is taken, but no part."""

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import LAND, PEOPLE, World

REST = Form(successor="me-tri", sources=(Source(unit="dai-mo", extent=Extent.REST),))


def test_there_is_no_rest_where_no_part_is_taken(world: World) -> None:
    found = world.found("rest-of-nothing", REST)

    assert found == [Finding(rule="rest-of-nothing", units=("dai-mo", "me-tri"))]


def test_the_rest_of_the_land_and_the_rest_of_the_people_leave_no_part_either(
    world: World,
) -> None:
    land = Source(unit="dai-mo", extent=Extent.REST, carries=LAND)
    people = Source(unit="dai-mo", extent=Extent.REST, carries=PEOPLE)

    found = world.found("rest-of-nothing", Form(successor="me-tri", sources=(land, people)))

    assert [finding.units for finding in found] == [("dai-mo", "me-tri")]


def test_there_is_a_rest_beside_any_part(world: World) -> None:
    part = TransferPart(source="dai-mo", to="tay-mo", carries=LAND)

    assert world.found("rest-of-nothing", REST, part) == []

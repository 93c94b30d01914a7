"""Two plans give one ward two names."""

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.tests.world import World


def test_a_fact_cannot_have_two_values(world: World) -> None:
    found = world.found(
        "changed-two-ways",
        Rename(unit="dai-mo", name="Tây Mỗ Đông"),
        Rename(unit="dai-mo", name="Đại Mỗ Tây"),
    )

    facts = {
        "attribute": "name",
        "hierarchy": "administrative",
        "values": ["Tây Mỗ Đông", "Đại Mỗ Tây"],
    }
    assert found == [Finding(rule="changed-two-ways", units=("dai-mo",), facts=facts)]


def test_to_change_it_and_to_leave_it_are_two_ways_as_well(world: World) -> None:
    renamed, left = Rename(unit="dai-mo", name="Mới"), Rename(unit="dai-mo", name="Đại Mỗ")

    assert world.blocked_by(renamed, left) == ["changed-two-ways"]


def test_the_same_may_be_said_twice_and_two_facts_may_change(world: World) -> None:
    renamed, reclassified = Rename(unit="dai-mo", name="Mới"), Reclassify(unit="dai-mo", kind="xã")

    assert world.package_blocked_by([renamed], [renamed, reclassified]) == []


def test_each_hierarchy_is_a_fact_of_its_own(world: World) -> None:
    party = Move(unit="dai-mo", parent="ha-noi", hierarchy="party")
    guidance = Move(unit="dai-mo", parent="hoai-duc", hierarchy="guidance")

    assert world.found("changed-two-ways", party, guidance) == []
    assert world.found(
        "changed-two-ways", party, Move(unit="dai-mo", parent=None, hierarchy="party")
    )

"""Transfer part: people of Đại Mỗ go to Tây Mỗ; both go on."""

import pytest

from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import PEOPLE, World, handed_on

PEOPLE_MOVE = TransferPart(source="dai-mo", to="tay-mo", carries=PEOPLE)


def test_both_go_on_and_the_succession_says_what_was_handed_over(world: World) -> None:
    composition = world.composed(PEOPLE_MOVE)

    assert composition.after == world.structure
    assert handed_on(composition) == [("dai-mo", "tay-mo", "part")]
    assert composition.successions[0].carries == PEOPLE
    assert world.blocked_by(PEOPLE_MOVE) == []


def test_who_gives_a_part_keeps_what_no_rule_places(world: World) -> None:
    assert world.composed(PEOPLE_MOVE).main_successor("dai-mo") == "dai-mo"


def test_two_may_give_each_other_a_part(world: World) -> None:
    back = TransferPart(source="tay-mo", to="dai-mo", carries=PEOPLE)

    assert world.package_blocked_by([PEOPLE_MOVE], [back]) == []


def test_it_must_carry_something_to_another() -> None:
    with pytest.raises(Malformed, match="carries-nothing"):
        TransferPart(source="dai-mo", to="tay-mo", carries=frozenset())
    with pytest.raises(Malformed, match="unit-and-itself"):
        TransferPart(source="dai-mo", to="dai-mo")

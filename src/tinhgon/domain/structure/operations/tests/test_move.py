"""Move: An Khánh goes on under Nam Từ Liêm; in each hierarchy for itself."""

import pytest

from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.tests.world import EVE, World
from tinhgon.domain.structure.units import Unit


def test_the_unit_stands_under_another_parent(world: World) -> None:
    composition = world.composed(Move(unit="an-khanh", parent="nam-tu-liem"))

    assert composition.after["an-khanh"].parent == "nam-tu-liem"
    assert composition.ended == frozenset()


def test_a_tie_in_another_hierarchy_is_added_replaced_and_taken_away(world: World) -> None:
    added = Move(unit="dai-mo", parent="ha-noi", hierarchy="guidance")
    replaced = Move(unit="dai-mo", parent="ha-noi", hierarchy="party")
    taken_away = Move(unit="dai-mo", parent=None, hierarchy="party")

    assert world.composed(added).after["dai-mo"].ties == (
        ("guidance", "ha-noi"),
        ("party", "nam-tu-liem"),
    )
    assert world.composed(replaced).after["dai-mo"].ties == (("party", "ha-noi"),)
    assert world.composed(taken_away).after["dai-mo"].ties == ()


def test_two_hierarchies_may_change_at_once(world: World) -> None:
    composition = world.package(
        [Move(unit="dai-mo", parent="hoai-duc")],
        [Move(unit="dai-mo", parent="ha-noi", hierarchy="party")],
    )

    assert composition.after["dai-mo"].parents == (
        ("administrative", "hoai-duc"),
        ("party", "ha-noi"),
    )


def test_a_hierarchy_called_like_a_fact_is_a_hierarchy_all_the_same(world: World) -> None:
    composition = world.composed(Move(unit="dai-mo", parent="ha-noi", hierarchy="name"))

    assert composition.after["dai-mo"].name == "Đại Mỗ"
    assert ("name", "ha-noi") in composition.after["dai-mo"].ties


def test_a_unit_may_move_under_one_that_begins(world: World) -> None:
    begins = Establish(unit=Unit("moi", "district", "quận", "Mới", "999", "ha-noi"))

    plans = ([Move(unit="an-khanh", parent="moi")], [begins])

    assert world.package_blocked_by(*plans, day=EVE) == []


def test_a_unit_cannot_stand_under_itself() -> None:
    with pytest.raises(Malformed, match="unit-and-itself"):
        Move(unit="an-khanh", parent="an-khanh")

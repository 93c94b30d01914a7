"""The apparatus over time: before a day of effect nothing ever changes."""

from datetime import date

import pytest

from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.tests.history import History, OutOfOrder
from tinhgon.domain.structure.tests.world import DAY, EVE, World, ward

NEXT_YEAR = date(2026, 1, 1)
ABSORBED = Absorb(into="tay-mo", absorbed=("dai-mo",))


def after(history: History, *operations: Operation, day: date) -> History:
    return history.with_effect(World(history.on(day)).composed(*operations, day=day))


def test_units_stand_from_the_day_a_history_begins(world: World) -> None:
    history = History.of(world.structure, since=EVE)

    assert len(history.on(date(2025, 6, 29))) == 0
    assert history.on(EVE) == world.structure


def test_a_unit_ends_and_another_begins_on_the_day_of_effect(world: World) -> None:
    history = after(History.of(world.structure), ABSORBED, Establish(unit=ward("moi")), day=DAY)

    assert ("dai-mo" in history.on(EVE), "dai-mo" in history.on(DAY)) == (True, False)
    assert ("moi" in history.on(EVE), "moi" in history.on(DAY)) == (False, True)
    assert {succession.successor for succession in history.successions} == {"tay-mo"}


def test_a_fact_holds_from_its_day_until_the_next(world: World) -> None:
    history = after(History.of(world.structure), Rename(unit="tay-mo", name="Một"), day=DAY)
    history = after(history, Rename(unit="tay-mo", name="Hai"), day=NEXT_YEAR)

    names = [history.on(day)["tay-mo"].name for day in (EVE, DAY, NEXT_YEAR)]

    assert names == ["Tây Mỗ", "Một", "Hai"]


def test_a_second_package_of_one_day_takes_the_place_of_the_first(world: World) -> None:
    history = after(History.of(world.structure), Establish(unit=ward("moi")), day=DAY)
    history = after(history, Absorb(into="tay-mo", absorbed=("moi",)), day=DAY)

    assert "moi" not in history.on(DAY)
    assert history.on(EVE) == world.structure


def test_a_key_used_again_leaves_the_past_as_it_was(world: World) -> None:
    """The register refuses it; the answers about the past hold all the same."""
    history = after(History.of(world.structure), ABSORBED, day=DAY)

    history = after(history, Establish(unit=ward("dai-mo", name="Khác")), day=NEXT_YEAR)

    assert history.on(EVE)["dai-mo"].name == "Đại Mỗ"
    assert "dai-mo" not in history.on(DAY)
    assert history.on(NEXT_YEAR)["dai-mo"].name == "Khác"


def test_a_package_composed_upon_another_structure_is_refused(world: World) -> None:
    history = after(History.of(world.structure), Rename(unit="tay-mo", name="Một"), day=DAY)
    stale = world.composed(ABSORBED, day=NEXT_YEAR)

    with pytest.raises(OutOfOrder) as refused:
        history.with_effect(stale)

    assert refused.value.facts == {"day": NEXT_YEAR}


@pytest.mark.parametrize("later", [Rename(unit="tay-mo", name="Một"), ABSORBED])
def test_a_package_before_a_later_change_is_refused(world: World, later: Operation) -> None:
    history = after(History.of(world.structure), later, day=NEXT_YEAR)

    with pytest.raises(OutOfOrder):
        after(history, Rename(unit="me-tri", name="Hai"), day=DAY)


def test_a_package_without_plans_never_takes_effect(world: World) -> None:
    history = History.of(world.structure)

    assert history.with_effect(world.package()) == history

"""A rehearsal tells what will happen, and nothing of it happens."""

import pytest

from tinhgon.conftest import reloaded
from tinhgon.registry.queries import counts
from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.due.rehearsing import rehearse


@pytest.fixture
def before(committed, enacted, world):
    """The reform, enacted, as other connections see it."""
    return enacted


def test_it_says_what_will_move_and_be_left(before, world, operator):
    found = rehearse(before, by=operator, on=world.eve)

    assert (found.hanging, found.faults) == (0, 0)
    assert found.counts["accounts.Grant.unit"] == 1
    assert found.levels["commune"] == (5, 4)


def test_nothing_of_it_happens_here(before, world, operator):
    rehearse(before, by=operator, on=world.eve)

    assert reloaded(before).state == "enacted"
    assert world.lan.grants.count() == 1
    assert counts(world.eve)["commune"] == 5


def test_what_may_not_take_effect_is_not_rehearsed(committed, draft, world, operator):
    from tinhgon.domain.structure.operations.rename import Rename

    package = draft("own", Rename(unit="MT", name="Mễ"), instrument=None)

    with pytest.raises(workflow.Refused):
        rehearse(package, by=operator, on=world.eve)

"""Consolidate: Đại Mỗ and Tây Mỗ end, and a new ward begins."""

import pytest

from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.tests.world import World, handed_on, ward

NEW = ward("moi", code="00634")
BOTH = Consolidate(sources=("dai-mo", "tay-mo"), successor=NEW)


def test_the_sources_end_and_the_new_unit_begins(world: World) -> None:
    composition = world.composed(BOTH)

    assert composition.ended == {"dai-mo", "tay-mo"}
    assert composition.after["moi"] == NEW
    assert handed_on(composition) == [("dai-mo", "moi", "whole"), ("tay-mo", "moi", "whole")]


def test_the_new_unit_may_bear_the_code_of_one_that_ends(world: World) -> None:
    assert world.blocked_by(BOTH) == []


def test_one_unit_alone_cannot_be_consolidated() -> None:
    with pytest.raises(Malformed, match="too-few-units"):
        Consolidate(sources=("dai-mo",), successor=NEW)


def test_what_begins_cannot_be_among_what_ends() -> None:
    with pytest.raises(Malformed, match="unit-and-itself"):
        Consolidate(sources=("dai-mo", "moi"), successor=NEW)

"""Recode: Đại Mỗ bears another official code."""

import pytest

from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations.recode import Recode
from tinhgon.domain.structure.tests.world import World


def test_the_unit_bears_another_code(world: World) -> None:
    composition = world.composed(Recode(unit="dai-mo", code="00640"))

    assert composition.after["dai-mo"].code == "00640"


def test_a_code_may_be_taken_away(world: World) -> None:
    composition = world.composed(Recode(unit="dai-mo", code=None))

    assert composition.after["dai-mo"].code is None


def test_two_units_may_exchange_their_codes(world: World) -> None:
    exchange = (Recode(unit="dai-mo", code="00628"), Recode(unit="tay-mo", code="00634"))

    assert world.composed(*exchange).after["tay-mo"].code == "00634"
    assert world.blocked_by(*exchange) == []


def test_a_blank_is_no_code() -> None:
    with pytest.raises(Malformed, match="blank"):
        Recode(unit="dai-mo", code="")

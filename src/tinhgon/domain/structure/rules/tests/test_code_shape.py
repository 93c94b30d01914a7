"""Codes of communes have five digits here."""

import pytest

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.recode import Recode
from tinhgon.domain.structure.tests.world import World


@pytest.mark.parametrize("code", ["0634", "006340", "0063A", "٠٠٦٣٤", "００６３４", "00634\n"])
def test_a_code_has_the_shape_of_its_level(world: World, code: str) -> None:
    found = world.found("code-shape", Recode(unit="dai-mo", code=code))

    facts = {"code": code, "level": "commune"}
    assert found == [Finding(rule="code-shape", units=("dai-mo",), facts=facts)]


def test_a_code_of_that_shape_or_none_is_well(world: World) -> None:
    assert world.found("code-shape", Recode(unit="dai-mo", code="00640")) == []
    assert world.found("code-shape", Recode(unit="dai-mo", code=None)) == []


def test_a_level_without_a_shape_takes_any(world: World) -> None:
    assert world.found("code-shape", Recode(unit="so-noi-vu", code="H26.01")) == []

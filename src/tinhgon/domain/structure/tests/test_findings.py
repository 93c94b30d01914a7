"""What the rules say together, and how much it weighs."""

import pytest

from tinhgon.domain.structure.findings import Malformed, Severity, no_blanks
from tinhgon.domain.structure.operations.divide import Divide
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.rules import blocks, findings
from tinhgon.domain.structure.tests.world import World, ward
from tinhgon.domain.structure.units import Location

SHARED = Divide(unit="dai-mo", into=(ward("a"), ward("b")))
NAMESAKE = Rename(unit="me-tri", name="Tây Mỗ")
UNKNOWN = Rename(unit="ghost", name="Mới")


def test_findings_come_the_heaviest_first(world: World) -> None:
    found = findings(world.composed(SHARED, NAMESAKE, UNKNOWN))

    assert [(finding.severity, finding.rule) for finding in found] == [
        (Severity.BLOCK, "unknown-unit"),
        (Severity.EXPLAIN, "no-main-successor"),
        (Severity.EXPLAIN, "same-name"),
        (Severity.NOTE, "split"),
    ]


def test_only_the_heaviest_stop_a_package(world: World) -> None:
    assert [finding.rule for finding in blocks(findings(world.composed(NAMESAKE, UNKNOWN)))] == [
        "unknown-unit"
    ]
    assert blocks(findings(world.composed(SHARED, NAMESAKE))) == []


def test_what_is_malformed_tells_why_and_about_what() -> None:
    wrong = Malformed("too-few-units", least=2, given=1)

    assert (wrong.code, wrong.facts) == ("too-few-units", {"least": 2, "given": 1})
    assert str(wrong) == "too-few-units {'least': 2, 'given': 1}"


def test_a_blank_is_found_whatever_the_record() -> None:
    no_blanks(Location())
    no_blanks(UNKNOWN)

    with pytest.raises(Malformed) as refused:
        Rename(unit="\t", name="Mới")
    assert refused.value.facts == {"member": "unit"}

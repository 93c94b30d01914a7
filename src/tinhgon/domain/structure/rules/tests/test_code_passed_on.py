"""The new Tây Mỗ bears the code that Đại Mỗ bore, as it came to be in 2025."""

from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.recode import Recode
from tinhgon.domain.structure.tests.world import World, ward


def test_it_is_noted_that_a_code_means_another_unit_afterwards(world: World) -> None:
    new = ward("moi", name="Tây Mỗ", code="00634")

    found = world.found("code-passed-on", Form(successor=new, sources=(Source(unit="dai-mo"),)))

    assert found == [
        Finding(
            rule="code-passed-on",
            severity=Severity.NOTE,
            units=("moi",),
            facts={"count": 1, "renamed": 1},
        )
    ]


def test_a_new_unit_of_the_old_name_is_counted_apart(world: World) -> None:
    new = ward("moi", name="Đại Mỗ", code="00634")

    found = world.found("code-passed-on", Form(successor=new, sources=(Source(unit="dai-mo"),)))

    assert [finding.facts for finding in found] == [{"count": 1, "renamed": 0}]


def test_a_code_that_nobody_bore_is_not_passed_on(world: World) -> None:
    assert world.found("code-passed-on", Recode(unit="dai-mo", code="00640")) == []


def test_a_code_that_two_have_already_does_not_pass(world: World) -> None:
    two = World(world.structure.having([ward("khac", name="Khác", code="00634")]))

    assert two.found("code-passed-on", Recode(unit="dai-mo", code="00634")) == []

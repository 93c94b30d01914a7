"""What all operations share: a clause, the units they read, and what none of them may say."""

import pytest

from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations import verbs
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.base import differ, several
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.recode import Recode
from tinhgon.domain.structure.tests.examples import EXAMPLES
from tinhgon.domain.structure.tests.world import ward


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_no_operation_takes_a_blank_for_a_clause(verb: str) -> None:
    said = {**vars(EXAMPLES[verb]), "clause": "   "}

    with pytest.raises(Malformed, match="blank"):
        verbs()[verb](**said)


def test_an_operation_reads_the_units_it_speaks_of() -> None:
    assert Absorb(into="me-tri", absorbed=("dai-mo",)).reads() == {"me-tri", "dai-mo"}
    assert Move(unit="dai-mo", parent="ha-noi").reads() == {"dai-mo", "ha-noi"}
    assert Recode(unit="dai-mo", code="00640").reads() == {"dai-mo"}


def test_it_reads_the_parents_of_what_begins_in_every_hierarchy() -> None:
    begins = ward("moi", parent="ha-noi", ties=(("party", "nam-tu-liem"),))

    assert Establish(unit=begins).reads() == {"moi", "ha-noi", "nam-tu-liem"}


def test_a_list_of_units_is_long_enough_and_names_none_twice() -> None:
    several(("dai-mo", "tay-mo"), least=2)

    with pytest.raises(Malformed) as refused:
        several(("dai-mo",), least=2)
    assert refused.value.facts == {"least": 2, "given": 1}


def test_a_unit_is_refused_beside_itself() -> None:
    differ("dai-mo", "tay-mo")

    with pytest.raises(Malformed) as refused:
        differ("dai-mo", "dai-mo")
    assert refused.value.facts == {"unit": "dai-mo"}

"""A commune has no division that the standard does not know."""

from tinhgon.domain.norms.tests.city import City
from tinhgon.domain.norms.verdicts import Severity
from tinhgon.domain.structure.units import Unit

PARENT = "dai-mo.people-committee"
JUSTICE = Unit("phong-tu-phap", "agency", "phòng", "Tư pháp", parent=PARENT)


def test_the_divisions_of_the_standard_are_known(city: City) -> None:
    assert city.found("body-not-in-standard") == []


def test_another_division_is_found(city: City) -> None:
    (found,) = city.having(JUSTICE).found("body-not-in-standard")

    assert (found.severity, found.units, found.answers) == (
        Severity.WARN,
        ("phong-tu-phap",),
        PARENT,
    )


def test_a_plan_may_not_set_it_up(city: City) -> None:
    (found,) = city.having(JUSTICE).found("body-not-in-standard", new=frozenset({"phong-tu-phap"}))

    assert found.severity is Severity.BLOCK


def test_a_school_may_be_there(city: City) -> None:
    school = Unit("truong", "subordinate", "trường", "Đại Mỗ", parent=PARENT)

    assert city.having(school).found("body-not-in-standard") == []

"""A sub-department with few divisions has one deputy; with none, or with four, it may have two."""

from tinhgon.domain.norms.tests.city import City, deputies
from tinhgon.domain.norms.verdicts import Severity
from tinhgon.domain.structure.units import Unit

TWO = deputies("chi-cuc", 2)
MORE = tuple(
    Unit(f"phong-{name}", "division", "phòng", name, parent="chi-cuc") for name in ("A", "B", "C")
)


def test_with_one_division_two_deputies_are_one_too_many(city: City) -> None:
    (found,) = city.found("subdepartment-deputies", leaders=TWO)

    assert (found.severity, found.limit) == (Severity.OVER, 1)
    assert found.inputs == {"divisions": 1}


def test_with_three_as_well(city: City) -> None:
    (found,) = city.having(*MORE[:2]).found("subdepartment-deputies", leaders=TWO)

    assert found.inputs == {"divisions": 3}


def test_with_four_two_may_be(city: City) -> None:
    assert city.having(*MORE).found("subdepartment-deputies", leaders=TWO) == []


def test_without_divisions_too(city: City) -> None:
    assert city.without("phong-chi-cuc").found("subdepartment-deputies", leaders=TWO) == []

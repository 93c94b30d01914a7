"""A public service unit has deputies by who is above it and how large it is."""

from tinhgon.domain.norms.tests.city import City, deputies, employees
from tinhgon.domain.norms.verdicts import Severity
from tinhgon.domain.structure.units import Unit

DIRECT = Unit("benh-vien", "subordinate", "bệnh viện", "Đống Đa", parent="ubnd")
THREE = deputies("benh-vien", 3)


def test_under_the_committee_twenty_employees_allow_two(city: City) -> None:
    posts = employees(benh_vien=20)

    (found,) = city.having(DIRECT).found("public-unit-deputies", posts=posts, leaders=THREE)

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 3, 2)


def test_twenty_one_allow_three(city: City) -> None:
    posts = employees(benh_vien=21)

    assert city.having(DIRECT).found("public-unit-deputies", posts=posts, leaders=THREE) == []


def test_under_a_department_two_whatever_its_size(city: City) -> None:
    (found,) = city.found("public-unit-deputies", posts=employees(benh_vien=21), leaders=THREE)

    assert found.inputs["unit_parent"] == "department"

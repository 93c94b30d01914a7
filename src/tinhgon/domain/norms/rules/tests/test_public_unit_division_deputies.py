"""A division of a public service unit has deputies by its size."""

from tinhgon.domain.norms.tests.city import City, deputies, employees
from tinhgon.domain.norms.verdicts import Severity

TWO = deputies("khoa-noi", 2)


def test_nine_employees_allow_one(city: City) -> None:
    posts = employees(khoa_noi=9)

    (found,) = city.found("public-unit-division-deputies", posts=posts, leaders=TWO)

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 2, 1)


def test_ten_allow_two(city: City) -> None:
    posts = employees(khoa_noi=10)

    assert city.found("public-unit-division-deputies", posts=posts, leaders=TWO) == []

"""A division of a public service unit needs its least number of staff."""

from tinhgon.domain.norms.tests.city import City, employees
from tinhgon.domain.norms.verdicts import Severity


def test_6_posts_are_one_too_few(city: City) -> None:
    (found,) = city.found("public-unit-division-too-small", posts=employees(khoa_noi=6))

    assert (found.severity, found.found, found.limit) == (Severity.WARN, 6, 7)


def test_7_are_enough(city: City) -> None:
    assert city.found("public-unit-division-too-small", posts=employees(khoa_noi=7)) == []

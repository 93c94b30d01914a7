"""A division of a sub-department needs its least number of posts."""

from tinhgon.domain.norms.tests.city import City, civil_servants
from tinhgon.domain.norms.verdicts import Severity


def test_4_posts_are_one_too_few(city: City) -> None:
    (found,) = city.found("subdepartment-division-too-small", posts=civil_servants(phong_chi_cuc=4))

    assert (found.severity, found.found, found.limit) == (Severity.WARN, 4, 5)


def test_5_are_enough(city: City) -> None:
    assert (
        city.found("subdepartment-division-too-small", posts=civil_servants(phong_chi_cuc=5)) == []
    )

"""A sub-department needs its least number of posts, divisions counted in."""

from tinhgon.domain.norms.tests.city import City, civil_servants
from tinhgon.domain.norms.verdicts import Severity


def test_11_posts_are_one_too_few(city: City) -> None:
    (found,) = city.found("subdepartment-too-small", posts=civil_servants(chi_cuc=11))

    assert (found.severity, found.found, found.limit) == (Severity.WARN, 11, 12)


def test_12_are_enough(city: City) -> None:
    assert city.found("subdepartment-too-small", posts=civil_servants(chi_cuc=12)) == []


def test_posts_of_its_divisions_count(city: City) -> None:
    posts = civil_servants(chi_cuc=2, phong_chi_cuc=10)

    assert city.found("subdepartment-too-small", posts=posts) == []

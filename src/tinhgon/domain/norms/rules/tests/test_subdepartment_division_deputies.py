"""A division of a sub-department may have as many deputies as its posts allow."""

from tinhgon.domain.norms.tests.city import City, civil_servants, deputies
from tinhgon.domain.norms.verdicts import Severity

TWO = deputies("phong-chi-cuc", 2)


def test_nine_posts_allow_one(city: City) -> None:
    posts = civil_servants(phong_chi_cuc=9)

    (found,) = city.found("subdepartment-division-deputies", posts=posts, leaders=TWO)

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 2, 1)


def test_ten_allow_two(city: City) -> None:
    posts = civil_servants(phong_chi_cuc=10)

    assert city.found("subdepartment-division-deputies", posts=posts, leaders=TWO) == []

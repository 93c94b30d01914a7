"""The office of a department needs its least number of posts."""

from tinhgon.domain.norms.tests.city import City, civil_servants
from tinhgon.domain.norms.verdicts import Severity


def test_6_posts_are_one_too_few(city: City) -> None:
    (found,) = city.found("office-too-small", posts=civil_servants(vp_so=6))

    assert (found.severity, found.found, found.limit) == (Severity.WARN, 6, 7)


def test_7_are_enough(city: City) -> None:
    assert city.found("office-too-small", posts=civil_servants(vp_so=7)) == []

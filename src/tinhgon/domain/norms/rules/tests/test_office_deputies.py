"""The office of a department may have as many deputies as its posts allow."""

from tinhgon.domain.norms.tests.city import City, civil_servants, deputies
from tinhgon.domain.norms.verdicts import Severity

NINE = civil_servants(vp_so=9)


def test_two_deputies_are_one_too_many_for_nine_posts(city: City) -> None:
    (found,) = city.found("office-deputies", posts=NINE, leaders=deputies("vp-so", 2))

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 2, 1)


def test_one_may_be(city: City) -> None:
    assert city.found("office-deputies", posts=NINE, leaders=deputies("vp-so", 1)) == []

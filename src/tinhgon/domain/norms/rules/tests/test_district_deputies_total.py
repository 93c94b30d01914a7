"""The divisions of a district shared their deputies, while there were districts."""

from tinhgon.domain.norms.rules.tests.test_district_division_too_small import DISTRICT
from tinhgon.domain.norms.tests.city import City, deputies
from tinhgon.domain.norms.verdicts import Severity


def test_three_deputies_of_one_division_are_one_too_many(city: City) -> None:
    three = deputies("phong-tu-phap", 3)

    (found,) = city.having(*DISTRICT).found("district-deputies-total", leaders=three)

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 3, 2)


def test_two_may_be(city: City) -> None:
    two = deputies("phong-tu-phap", 2)

    assert city.having(*DISTRICT).found("district-deputies-total", leaders=two) == []

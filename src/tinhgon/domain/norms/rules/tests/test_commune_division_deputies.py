"""A division of a commune has one deputy, while each has its own most."""

from tinhgon.domain.norms.tests.city import Book, City, deputies
from tinhgon.domain.norms.verdicts import Severity


def test_two_are_one_too_many(city: City) -> None:
    (found,) = city.found("commune-division-deputies", leaders=deputies("phong-kinh-te", 2))

    assert (found.severity, found.units) == (Severity.OVER, ("phong-kinh-te",))


def test_one_may_be(city: City) -> None:
    assert city.found("commune-division-deputies", leaders=deputies("phong-kinh-te", 1)) == []


def test_once_an_average_takes_its_place_it_is_not_judged(city: City) -> None:
    figures = Book().without("commune_division_deputies")

    (found,) = city.found(
        "commune-division-deputies", leaders=deputies("phong-kinh-te", 2), figures=figures
    )

    assert found.severity is Severity.UNJUDGED

"""The divisions of a commune and its centre share their deputies, once an average counts."""

from tinhgon.domain.norms.tests.city import Book, City, deputies
from tinhgon.domain.norms.verdicts import Severity

AVERAGE = Book().without("commune_division_deputies")


def test_six_over_three_units_may_be_however_they_are_shared(city: City) -> None:
    six = (*deputies("phong-kinh-te", 4), *deputies("trung-tam", 2))

    assert city.found("commune-deputies-total", leaders=six, figures=AVERAGE) == []


def test_a_seventh_is_one_too_many(city: City) -> None:
    seven = (
        *deputies("phong-kinh-te", 3),
        *deputies("phong-van-hoa", 2),
        *deputies("trung-tam", 2),
    )

    (found,) = city.found("commune-deputies-total", leaders=seven, figures=AVERAGE)

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 7, 6)
    assert found.units == ("dai-mo.people-committee",)
    assert found.inputs == {"divisions": 2, "centres": 1}


def test_while_each_division_has_its_own_most_the_total_says_nothing(city: City) -> None:
    seven = deputies("phong-kinh-te", 7)

    assert city.found("commune-deputies-total", leaders=seven) == []

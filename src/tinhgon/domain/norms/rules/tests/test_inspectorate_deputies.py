"""The inspectorate of a department had as many deputies as its posts allowed."""

from datetime import date

from tinhgon.domain.norms.tests.city import City, civil_servants, deputies
from tinhgon.domain.norms.verdicts import Severity
from tinhgon.domain.structure.units import Unit

INSPECTORATE = Unit("thanh-tra-so", "division", "thanh tra", "Sở Nội vụ", parent="so-noi-vu")
TWO = deputies("thanh-tra-so", 2)
DAY = date(2024, 1, 1)


def test_two_deputies_are_one_too_many_for_seven_posts(city: City) -> None:
    posts = civil_servants(thanh_tra_so=7)

    (found,) = city.having(INSPECTORATE).found(
        "inspectorate-deputies", posts=posts, leaders=TWO, on=DAY
    )

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 2, 1)


def test_eight_posts_allow_two(city: City) -> None:
    posts = civil_servants(thanh_tra_so=8)

    found = city.having(INSPECTORATE).found(
        "inspectorate-deputies", posts=posts, leaders=TWO, on=DAY
    )

    assert found == []

"""A province has as many departments as its class allows."""

from tinhgon.domain.norms.tests.city import City
from tinhgon.domain.norms.verdicts import Remedy, Severity
from tinhgon.domain.structure.units import Unit

THIRD = Unit("so-tu-phap", "agency", "sở", "Tư pháp", parent="ubnd")


def test_two_departments_may_be(city: City) -> None:
    assert city.found("too-many-departments") == []


def test_a_third_is_one_too_many(city: City) -> None:
    (found,) = city.having(THIRD).found("too-many-departments")

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 3, 2)
    assert found.remedies == (Remedy("remove-units", 1),)


def test_a_service_centre_is_not_counted(city: City) -> None:
    kind = "trung tâm phục vụ hành chính công"
    centre = Unit("trung-tam-tp", "subordinate", kind, "Hà Nội", parent="ubnd")

    assert city.having(centre).found("too-many-departments") == []

"""A unit has one head."""

from tinhgon.domain.norms.tests.city import City
from tinhgon.domain.norms.verdicts import Remedy, Severity
from tinhgon.domain.norms.world import Leader

LAN = Leader("lan", "phong-to-chuc", "head")


def test_two_heads_are_one_too_many(city: City) -> None:
    (found,) = city.found("several-heads", leaders=(LAN, Leader("hung", "phong-to-chuc", "head")))

    assert (found.severity, found.found) == (Severity.OVER, 2)
    assert found.remedies == (Remedy("remove-heads", 1),)


def test_one_may_be(city: City) -> None:
    assert city.found("several-heads", leaders=(LAN,)) == []


def test_one_that_a_plan_forms_of_two_is_warned(city: City) -> None:
    two = (LAN, Leader("hung", "phong-to-chuc", "head"))

    (found,) = city.found("several-heads", leaders=two, new=frozenset({"phong-to-chuc"}))

    assert found.severity is Severity.WARN

"""A deputy director of a department does not head another unit as well."""

from tinhgon.domain.norms.tests.city import Book, City
from tinhgon.domain.norms.verdicts import Severity
from tinhgon.domain.norms.world import Leader

DEPUTY = Leader("lan", "so-noi-vu", "deputy")


def test_whoever_heads_a_division_as_well_is_found(city: City) -> None:
    both = (DEPUTY, Leader("lan", "phong-to-chuc", "head"))

    (found,) = city.found("deputy-director-heads-another", leaders=both)

    assert found.severity is Severity.OVER
    assert found.units == ("so-noi-vu", "phong-to-chuc")


def test_another_person_may_head_it(city: City) -> None:
    two = (DEPUTY, Leader("hung", "phong-to-chuc", "head"))

    assert city.found("deputy-director-heads-another", leaders=two) == []


def test_without_a_provision_it_is_not_judged(city: City) -> None:
    both = (DEPUTY, Leader("lan", "phong-to-chuc", "head"))
    figures = Book().without("departments.deputy_directors.may_head_a_unit")

    (found,) = city.found("deputy-director-heads-another", leaders=both, figures=figures)

    assert found.severity is Severity.UNJUDGED

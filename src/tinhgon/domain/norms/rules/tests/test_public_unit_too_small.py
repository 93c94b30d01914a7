"""A public service unit needs its least number of staff."""

from tinhgon.domain.norms.tests.city import City, employees
from tinhgon.domain.norms.verdicts import Severity

CLASSES = {("benh-vien", "autonomy_group"): "group_4", ("benh-vien", "basic_service"): "false"}


def test_14_posts_are_one_too_few(city: City) -> None:
    (found,) = city.found("public-unit-too-small", posts=employees(benh_vien=14), classes=CLASSES)

    assert (found.severity, found.found, found.limit) == (Severity.WARN, 14, 15)


def test_15_are_enough(city: City) -> None:
    assert city.found("public-unit-too-small", posts=employees(benh_vien=15), classes=CLASSES) == []


def test_a_hospital_supplies_a_basic_service_unless_somebody_says_otherwise(city: City) -> None:
    assert city.found("public-unit-too-small", posts=employees(benh_vien=3)) == []


def test_a_unit_of_which_the_group_is_unknown_is_not_judged(city: City) -> None:
    known = {("benh-vien", "basic_service"): "false"}

    (found,) = city.found("public-unit-too-small", posts=employees(benh_vien=3), classes=known)

    assert found.severity is Severity.UNJUDGED
    assert found.facts["about"] == "autonomy_group"

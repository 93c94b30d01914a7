"""A sub-department may have as many divisions as its posts can fill."""

from tinhgon.domain.norms.tests.city import City, civil_servants
from tinhgon.domain.norms.verdicts import Remedy, Severity
from tinhgon.domain.structure.units import Unit

TWELVE = civil_servants(chi_cuc=12)
SECOND, THIRD = (
    Unit(f"phong-{name}", "division", "phòng", name, parent="chi-cuc") for name in ("B", "C")
)


def test_twelve_posts_hold_two(city: City) -> None:
    assert city.having(SECOND).found("subdepartment-divisions", posts=TWELVE) == []


def test_a_third_is_one_too_many(city: City) -> None:
    (found,) = city.having(SECOND, THIRD).found("subdepartment-divisions", posts=TWELVE)

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 3, 2)
    assert found.remedies == (Remedy("remove-units", 1),)

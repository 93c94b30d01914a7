"""No unit has given more posts to those below than it was given itself."""

from tinhgon.domain.norms.tests.city import City, civil_servants
from tinhgon.domain.norms.verdicts import Severity


def test_an_account_below_zero_is_found(city: City) -> None:
    posts = civil_servants(so_noi_vu=-2, phong_to_chuc=9)

    (found,) = city.found("units-hold-more-than-given", posts=posts)

    assert (found.severity, found.units, found.found) == (Severity.OVER, ("so-noi-vu",), -2)


def test_one_that_gave_all_it_had_is_not(city: City) -> None:
    posts = civil_servants(so_noi_vu=0, phong_to_chuc=9)

    assert city.found("units-hold-more-than-given", posts=posts) == []

"""Only the total of deputy directors is bound, never that of one department."""

from datetime import date

from tinhgon.domain.norms.tests.city import City, deputies
from tinhgon.domain.norms.verdicts import Severity

SIX = (*deputies("so-noi-vu", 5), *deputies("so-y-te", 1))


def test_five_in_one_department_may_be_while_the_total_is_kept(city: City) -> None:
    assert city.found("deputy-directors-total", leaders=SIX) == []


def test_one_more_is_over(city: City) -> None:
    seven = (*deputies("so-noi-vu", 5), *deputies("so-y-te", 2))

    (found,) = city.found("deputy-directors-total", leaders=seven)

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 7, 6)
    assert found.units == ("ubnd",)


def test_the_latest_rearrangement_of_a_department_gives_time(city: City) -> None:
    seven = (*deputies("so-noi-vu", 5), *deputies("so-y-te", 2))
    rearranged = {"so-noi-vu": date(2025, 6, 20), "so-y-te": date(2025, 6, 30)}

    (found,) = city.found("deputy-directors-total", leaders=seven, rearranged=rearranged)

    assert (found.severity, found.until) == (Severity.WARN, date(2030, 6, 30))

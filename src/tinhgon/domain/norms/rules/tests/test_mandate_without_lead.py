"""Each function of an area has somebody who leads it."""

from tinhgon.domain.norms.tests.city import City
from tinhgon.domain.norms.verdicts import Severity
from tinhgon.domain.norms.world import Mandate


def test_one_that_nobody_leads_is_found(city: City) -> None:
    nobody = Mandate(function="tourism", area="P01", others=("so-noi-vu",))

    (found,) = city.found("mandate-without-lead", mandates=(nobody,))

    assert (found.severity, found.units, found.about) == (
        Severity.WARN,
        ("P01", "so-noi-vu"),
        "tourism",
    )


def test_one_that_somebody_leads_is_not(city: City) -> None:
    led = Mandate(function="tourism", area="P01", leads=("so-noi-vu",))

    assert city.found("mandate-without-lead", mandates=(led,)) == []

"""Each function of an area has one who leads it, and no second."""

from tinhgon.domain.norms.tests.city import City
from tinhgon.domain.norms.verdicts import Severity
from tinhgon.domain.norms.world import Mandate

TWO = Mandate(function="tourism", area="P01", leads=("so-y-te", "so-noi-vu"))


def test_two_leads_are_found(city: City) -> None:
    (found,) = city.found("mandate-with-two-leads", mandates=(TWO,))

    assert (found.severity, found.found) == (Severity.WARN, 2)
    assert found.units == ("P01", "so-noi-vu", "so-y-te")


def test_a_new_body_may_not_come_as_second(city: City) -> None:
    new = frozenset({"so-y-te"})

    (found,) = city.found("mandate-with-two-leads", mandates=(TWO,), new=new)

    assert found.severity is Severity.BLOCK


def test_one_may_be(city: City) -> None:
    one = Mandate(function="tourism", area="P01", leads=("so-y-te",), others=("so-noi-vu",))

    assert city.found("mandate-with-two-leads", mandates=(one,)) == []

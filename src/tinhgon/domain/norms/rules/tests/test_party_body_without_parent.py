"""A Party organisation stands under another one; the committee at the top under nobody here."""

from dataclasses import replace

from tinhgon.domain.norms.tests.city import UNITS, City
from tinhgon.domain.norms.verdicts import Severity

KEY = "dai-mo.party-committee"
COMMITTEE = next(unit for unit in UNITS if unit.key == KEY)


def test_one_under_the_city_committee_is_well(city: City) -> None:
    assert city.found("party-body-without-parent") == []


def test_one_that_nobody_named_a_parent_of_is_found(city: City) -> None:
    (found,) = city.having(replace(COMMITTEE, ties=())).found("party-body-without-parent")

    assert (found.severity, found.units) == (Severity.WARN, (KEY,))


def test_one_whose_parent_has_ended_is_found(city: City) -> None:
    (found,) = city.without("thanh-uy").found("party-body-without-parent")

    assert found.facts["ended"] == "thanh-uy"


def test_a_plan_may_not_leave_a_new_one_so(city: City) -> None:
    changed = city.having(replace(COMMITTEE, ties=()))

    (found,) = changed.found("party-body-without-parent", new=frozenset({KEY}))

    assert found.severity is Severity.BLOCK

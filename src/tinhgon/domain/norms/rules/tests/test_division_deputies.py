"""A division of a department may have as many deputies as its posts allow."""

from datetime import date

from tinhgon.domain.norms.tests.city import City, civil_servants, deputies
from tinhgon.domain.norms.verdicts import Remedy, Severity

REARRANGED = {"phong-to-chuc": date(2025, 6, 20)}
TWELVE = civil_servants(phong_to_chuc=12)
THREE = deputies("phong-to-chuc", 3)


def test_nine_posts_allow_one_deputy(city: City) -> None:
    two = deputies("phong-to-chuc", 2)

    (found,) = city.found("division-deputies", posts=civil_servants(phong_to_chuc=9), leaders=two)

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 2, 1)
    assert found.remedies == (Remedy("remove-deputies", 1),)
    assert found.until is None


def test_ten_allow_two(city: City) -> None:
    two = deputies("phong-to-chuc", 2)

    found = city.found("division-deputies", posts=civil_servants(phong_to_chuc=10), leaders=two)

    assert found == []


def test_fifteen_allow_three(city: City) -> None:
    posts = civil_servants(phong_to_chuc=15)

    assert city.found("division-deputies", posts=posts, leaders=THREE) == []


def test_after_a_rearrangement_it_is_a_warning_up_to_the_last_day_of_grace(city: City) -> None:
    last = date(2030, 6, 20)

    (found,) = city.found(
        "division-deputies", posts=TWELVE, leaders=THREE, rearranged=REARRANGED, on=last
    )

    assert (found.severity, found.found, found.limit) == (Severity.WARN, 3, 2)
    assert found.until == last
    assert found.inputs["rearranged_on"] == date(2025, 6, 20)


def test_the_day_after_it_is_over_by_one(city: City) -> None:
    after = date(2030, 6, 21)

    (found,) = city.found(
        "division-deputies", posts=TWELVE, leaders=THREE, rearranged=REARRANGED, on=after
    )

    assert found.severity is Severity.OVER
    assert found.remedies == (Remedy("remove-deputies", 1),)


def test_it_is_the_same_finding_before_and_after(city: City) -> None:
    facts = {"posts": TWELVE, "leaders": THREE, "rearranged": REARRANGED}

    (before,) = city.found("division-deputies", **facts, on=date(2030, 6, 20))
    (after,) = city.found("division-deputies", **facts, on=date(2030, 6, 21))

    assert before.identifier == after.identifier


def test_a_division_that_a_plan_establishes_may_not_begin_so(city: City) -> None:
    new = frozenset({"phong-to-chuc"})

    (found,) = city.found("division-deputies", posts=TWELVE, leaders=THREE, new=new)

    assert found.severity is Severity.BLOCK


def test_one_that_a_rearrangement_forms_has_its_time(city: City) -> None:
    facts = {"posts": TWELVE, "leaders": THREE, "rearranged": REARRANGED}

    (found,) = city.found("division-deputies", **facts, new=frozenset({"phong-to-chuc"}))

    assert (found.severity, found.until) == (Severity.WARN, date(2030, 6, 20))

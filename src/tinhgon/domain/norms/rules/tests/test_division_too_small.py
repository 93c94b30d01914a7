"""A division of a department needs its least number of posts."""

from datetime import date

from tinhgon.domain.norms.tests.city import City, civil_servants
from tinhgon.domain.norms.verdicts import Remedy, Severity


def test_six_posts_are_one_too_few(city: City) -> None:
    (found,) = city.found("division-too-small", posts=civil_servants(phong_to_chuc=6))

    assert found.severity is Severity.WARN
    assert found.units == ("phong-to-chuc",)
    assert (found.found, found.limit) == (6, 7)
    assert found.remedies == (Remedy("add-posts", 1), Remedy("merge-unit"))
    assert found.answers == "so-noi-vu"
    assert found.inputs == {"province_class": "special"}
    assert [one.instrument for one in found.provisions] == ["150/2025/NĐ-CP"]


def test_seven_are_enough(city: City) -> None:
    assert city.found("division-too-small", posts=civil_servants(phong_to_chuc=7)) == []


def test_a_new_division_may_not_come_about_so(city: City) -> None:
    few = civil_servants(phong_to_chuc=6)

    (found,) = city.found("division-too-small", posts=few, new=frozenset({"phong-to-chuc"}))

    assert found.severity is Severity.BLOCK


def test_before_the_law_says_so_it_is_not_judged(city: City) -> None:
    few = civil_servants(phong_to_chuc=6)

    (found,) = city.found("division-too-small", posts=few, on=date(2025, 6, 15))

    assert found.severity is Severity.UNJUDGED
    assert found.facts["reason"] == "no-provision"
    assert found.facts["day"] == date(2025, 6, 16)


def test_a_division_of_which_no_posts_are_recorded_is_not_judged(city: City) -> None:
    (found,) = city.found("division-too-small")

    assert found.severity is Severity.UNJUDGED
    assert (found.facts["reason"], found.facts["about"]) == ("unknown", "posts")
    assert found.facts["examples"] == ["phong-to-chuc"]


def test_other_kinds_of_staff_do_not_count(city: City) -> None:
    both = {"phong-to-chuc": {"civil-servant": 6, "contract-111": 3}}

    (found,) = city.found("division-too-small", posts=both)

    assert found.found == 6

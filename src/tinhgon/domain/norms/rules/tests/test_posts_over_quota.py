"""Nobody is in a post for which the unit has none allotted."""

from tinhgon.domain.norms.tests.city import City, civil_servants
from tinhgon.domain.norms.verdicts import Remedy, Severity

SEVEN = civil_servants(phong_to_chuc=7)


def test_eight_people_in_seven_posts_are_one_too_many(city: City) -> None:
    filled = civil_servants(phong_to_chuc=8)

    (found,) = city.found("posts-over-quota", posts=SEVEN, filled=filled)

    assert (found.severity, found.found, found.limit) == (Severity.OVER, 8, 7)
    assert (found.about, found.remedies) == ("civil-servant", (Remedy("vacate-posts", 1),))


def test_seven_may_be(city: City) -> None:
    assert city.found("posts-over-quota", posts=SEVEN, filled=SEVEN) == []


def test_frozen_posts_may_not_be_filled(city: City) -> None:
    frozen = civil_servants(phong_to_chuc=2)

    (found,) = city.found("posts-over-quota", posts=SEVEN, filled=SEVEN, frozen=frozen)

    assert (found.found, found.limit) == (7, 5)


def test_people_of_a_unit_without_an_account_use_the_posts_above(city: City) -> None:
    filled = civil_servants(phong_to_chuc=5, vp_so=3)

    (found,) = city.found("posts-over-quota", posts=civil_servants(so_noi_vu=7), filled=filled)

    assert (found.units, found.found) == (("so-noi-vu",), 8)


def test_where_no_posts_were_allotted_at_all_nothing_is_said(city: City) -> None:
    assert city.found("posts-over-quota", filled=SEVEN) == []

"""Posts of a unit that has ended wait to be moved."""

from tinhgon.domain.norms.tests.city import City, civil_servants


def test_posts_of_a_unit_that_stands_no_more_are_found(city: City) -> None:
    (found,) = city.without("phong-to-chuc").found(
        "posts-of-ended-unit", posts=civil_servants(phong_to_chuc=3)
    )

    assert (found.units, found.found) == (("phong-to-chuc",), 3)


def test_of_one_that_stands_they_are_not(city: City) -> None:
    assert city.found("posts-of-ended-unit", posts=civil_servants(phong_to_chuc=3)) == []

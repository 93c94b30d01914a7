"""An area has the bodies that its level has by standard."""

from tinhgon.domain.norms.tests.city import City
from tinhgon.domain.norms.verdicts import Severity


def missing(city: City, area: str, **changes: object) -> set[str]:
    found = city.found("standard-body-missing", **changes)
    return {one.about for one in found if one.units == (area,)}


def test_a_commune_lacks_what_nobody_set_up(city: City) -> None:
    assert missing(city, "dai-mo") == {"front", "council", "office"}


def test_one_alike_under_another_key_counts(city: City) -> None:
    assert "economy" not in missing(city, "dai-mo")


def test_it_lacks_one_that_ends(city: City) -> None:
    assert "economy" in missing(city.without("phong-kinh-te"), "dai-mo")


def test_a_new_area_may_not_come_about_without(city: City) -> None:
    found = city.found("standard-body-missing", new=frozenset({"dai-mo"}))

    assert {one.severity for one in found if one.units == ("dai-mo",)} == {Severity.BLOCK}


def test_of_an_area_without_any_body_nothing_is_said(city: City) -> None:
    bare = city.without(*(unit.key for unit in city.units if unit.key not in ("P01", "dai-mo")))

    assert bare.found("standard-body-missing") == []

"""Each body has working regulations in force."""

from datetime import date

from tinhgon.domain.norms.tests.city import City

COMMITTEE = "dai-mo.people-committee"


def units(city: City, **changes: object) -> set[str]:
    return {one.units[0] for one in city.found("no-working-regulations", **changes)}


def test_who_has_none_is_found(city: City) -> None:
    assert {"so-noi-vu", COMMITTEE} <= units(city)


def test_who_has_one_is_not(city: City) -> None:
    assert "so-noi-vu" not in units(city, regulated=frozenset({"so-noi-vu"}))


def test_divisions_and_areas_need_none(city: City) -> None:
    assert {"phong-to-chuc", "dai-mo"}.isdisjoint(units(city))


def test_a_peoples_committee_is_bound_by_the_model_from_its_day(city: City) -> None:
    eve, day = (city.found("no-working-regulations", on=date(2025, 12, d)) for d in (7, 8))

    assert [v.provisions for v in eve if v.units == (COMMITTEE,)] == [()]
    assert [len(v.provisions) for v in day if v.units == (COMMITTEE,)] == [1]

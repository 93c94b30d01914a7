"""Each body has working regulations in force."""

from datetime import date

from tinhgon.domain.norms.tests.city import City
from tinhgon.domain.norms.verdicts import Severity

COMMITTEE = "dai-mo.people-committee"


KEPT = frozenset({"so-y-te", "dai-mo.party-committee"})
"""In the city and in its ward somebody records such regulations."""


def units(city: City, regulated: frozenset[str] = KEPT, **changes: object) -> set[str]:
    found = city.found("no-working-regulations", regulated=regulated, **changes)
    return {unit for one in found for unit in one.units}


def test_who_has_none_is_found(city: City) -> None:
    assert {"so-noi-vu", COMMITTEE} <= units(city)


def test_who_has_one_is_not(city: City) -> None:
    assert "so-noi-vu" not in units(city, regulated=KEPT | {"so-noi-vu"})


def test_divisions_and_areas_need_none(city: City) -> None:
    assert {"phong-to-chuc", "dai-mo"}.isdisjoint(units(city))


def test_a_peoples_committee_is_bound_by_the_model_from_its_day(city: City) -> None:
    eve, day = (
        city.found("no-working-regulations", on=date(2025, 12, d), regulated=KEPT) for d in (7, 8)
    )

    assert [v.provisions for v in eve if v.units == (COMMITTEE,)] == [()]
    assert [len(v.provisions) for v in day if v.units == (COMMITTEE,)] == [1]


def test_where_nobody_records_any_it_is_not_known_and_not_wrong(city: City) -> None:
    ward, nowhere = frozenset({"dai-mo.party-committee"}), frozenset[str]()

    (unjudged,) = city.found("no-working-regulations", regulated=nowhere)

    assert (unjudged.severity, unjudged.units) == (Severity.UNJUDGED, ())
    assert COMMITTEE in units(city, regulated=ward)
    assert "so-noi-vu" not in units(city, regulated=ward)


def test_a_body_that_a_plan_forms_is_told_of_in_any_case(city: City) -> None:
    found = units(city, regulated=frozenset(), new=frozenset({"so-noi-vu"}))

    assert found == {"so-noi-vu"}

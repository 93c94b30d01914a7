"""Standard bodies: phường Trúc Bạch of quận Ba Đình in Hà Nội, and the ward that came after it."""

from dataclasses import replace
from datetime import date
from importlib import resources
from typing import Any

import pytest
import yaml

from tinhgon.domain.jurisdiction_file import Unreadable
from tinhgon.domain.jurisdictions import read_jurisdiction
from tinhgon.domain.standards import Body, Standards, governance_on, standard_bodies
from tinhgon.domain.structure.units import Unit

CITY = Unit(key="P01", level="province", kind="thành phố", name="Hà Nội")
DISTRICT = Unit(key="D001", level="district", kind="quận", name="Ba Đình", parent="P01")
WARD = Unit(key="C00004", level="commune", kind="phường", name="Trúc Bạch", parent="D001")
COMMUNE = Unit(key="C09661", level="commune", kind="xã", name="Minh Châu", parent="D271")
RURAL = Unit(key="D271", level="district", kind="huyện", name="Ba Vì", parent="P01")
NEW_WARD = Unit(key="C00004@b", level="commune", kind="phường", name="Ba Đình", parent="P01")
OTHER_CITY = replace(CITY, key="P48", name="Đà Nẵng")


@pytest.fixture(scope="module")
def vietnam() -> dict[str, Any]:
    file = resources.files("tinhgon.statutes") / "jurisdictions" / "vn.yaml"
    parsed: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return parsed


@pytest.fixture(scope="module")
def standards(vietnam: dict[str, Any]) -> Standards:
    return read_jurisdiction(vietnam).standards


def roles(bodies: list[Body]) -> set[str]:
    return {body.role for body in bodies}


def named(bodies: list[Body], role: str) -> Unit:
    return next(body.unit for body in bodies if body.role == role)


HEADS = {"party-committee", "people-committee", "front"}


@pytest.mark.parametrize(
    ("on", "has"),
    [
        (date(2020, 6, 1), True),
        (date(2021, 6, 30), True),
        (date(2021, 7, 1), False),
        (date(2023, 1, 1), False),
        (date(2025, 6, 30), False),
    ],
)
def test_a_ward_of_hanoi_had_no_council_during_the_pilot(
    standards: Standards, on: date, has: bool
) -> None:
    found = standard_bodies(WARD, [DISTRICT, CITY], on, standards)

    assert ("council" in roles(found)) is has
    assert roles(found) >= HEADS


def test_the_new_ward_has_a_council_from_the_first_day(standards: Standards) -> None:
    found = standard_bodies(NEW_WARD, [CITY], date(2025, 7, 1), standards)

    assert named(found, "council").name == "phường Ba Đình"
    assert next(b for b in found if b.role == "council").source == "72/2025/QH15"


def test_a_rural_commune_always_had_one(standards: Standards) -> None:
    before = standard_bodies(COMMUNE, [RURAL, CITY], date(2023, 1, 1), standards)
    after = standard_bodies(COMMUNE, [CITY], date(2025, 7, 1), standards)

    assert "council" in roles(before) & roles(after)


def test_the_pilot_is_that_of_hanoi_alone(standards: Standards) -> None:
    found = standard_bodies(WARD, [OTHER_CITY], date(2023, 1, 1), standards)

    assert "council" in roles(found)


def test_the_model_of_a_ward_says_its_source_and_that_it_is_a_pilot(standards: Standards) -> None:
    model = governance_on(WARD, [DISTRICT, CITY], date(2021, 7, 1), standards)

    assert model is not None
    assert (model.source, model.pilot, model.mark) == ("97/2019/QH14", True, "K")


def test_whether_a_special_zone_has_a_council_is_not_known(standards: Standards) -> None:
    zone = replace(NEW_WARD, kind="đặc khu", name="Cô Tô")

    model = governance_on(zone, [OTHER_CITY], date(2025, 7, 1), standards)

    assert model is not None
    assert model.council is None
    assert "council" not in roles(standard_bodies(zone, [CITY], date(2025, 7, 1), standards))


def test_commune_divisions_begin_with_the_two_levels(standards: Standards) -> None:
    eve = standard_bodies(NEW_WARD, [CITY], date(2025, 6, 30), standards)
    day = standard_bodies(NEW_WARD, [CITY], date(2025, 7, 1), standards)

    assert roles(day) - roles(eve) >= {"office", "economy", "culture-and-society", "service-centre"}


def test_the_division_of_economy_is_another_in_a_ward_than_in_a_commune(
    standards: Standards,
) -> None:
    ward = standard_bodies(NEW_WARD, [CITY], date(2025, 7, 1), standards)
    commune = standard_bodies(COMMUNE, [CITY], date(2025, 7, 1), standards)

    assert named(ward, "economy").name == "Kinh tế, Hạ tầng và Đô thị"
    assert named(commune, "economy").name == "Kinh tế"


def test_keys_are_made_of_the_area_and_the_role(standards: Standards) -> None:
    found = standard_bodies(NEW_WARD, [CITY], date(2025, 7, 1), standards)

    body = named(found, "culture-and-society")
    assert (body.key, body.parent) == (
        "C00004@b.culture-and-society",
        "C00004@b.people-committee",
    )


def test_the_party_committee_stands_under_that_of_the_next_level(standards: Standards) -> None:
    before = standard_bodies(WARD, [DISTRICT, CITY], date(2025, 6, 30), standards)
    after = standard_bodies(NEW_WARD, [CITY], date(2025, 7, 1), standards)

    assert named(before, "party-committee").ties == (("party", "D001.party-committee"),)
    assert named(after, "party-committee").ties == (("party", "P01.party-committee"),)


def test_a_division_is_guided_by_the_department_of_the_province(standards: Standards) -> None:
    found = standard_bodies(NEW_WARD, [CITY], date(2025, 7, 1), standards)

    assert named(found, "culture-and-society").ties == (("guidance", "P01.culture"),)


def test_a_district_has_its_own_party_committee_until_the_level_ends(standards: Standards) -> None:
    eve = standard_bodies(DISTRICT, [CITY], date(2025, 6, 30), standards)
    day = standard_bodies(DISTRICT, [CITY], date(2025, 7, 1), standards)

    assert named(eve, "party-committee").kind == "quận ủy"
    assert day == []


FAULTS = [
    ({"level": "commune"}, "level", "unknown-level"),
    ({"kind": "sở"}, "kind", "unknown-body-kind"),
    ({"ties": {"church": "x"}}, "ties", "unknown-hierarchy"),
    ({"name": "{place}"}, "name", "no-name-in-form"),
    ({"mark": "Z"}, "mark", "unknown-mark"),
    ({"under": "nobody"}, "", "unknown-role"),
]


@pytest.mark.parametrize(("wrong", "member", "code"), FAULTS)
def test_a_wrong_body_is_refused_with_its_place(
    vietnam: dict[str, Any], wrong: dict[str, Any], member: str, code: str
) -> None:
    seat = {"role": "council", "level": "authority", "kind": "hội đồng nhân dân", "name": "{unit}"}
    document = vietnam | {"standards": [{"key": "x", "bodies": [seat | wrong]}]}

    with pytest.raises(Unreadable) as refused:
        read_jurisdiction(document)

    place = ".".join(filter(None, ["standards.0.bodies.0", member]))
    assert (refused.value.path, refused.value.code) == (place, code)

"""The bodies of Hà Nội as data/hanoi-bodies has them: both sides of each merger."""

from datetime import date

import pytest

from tinhgon.registry.models import Succession, Version
from tinhgon.registry.queries import structure, unit_on

EVE, SPRING = date(2025, 2, 28), date(2025, 3, 1)
SUMMER_EVE, SUMMER = date(2026, 8, 9), date(2026, 8, 10)


def departments(day):
    """The sở, inspectorate and office that count as specialised agencies on a day."""
    kinds, office = ("sở", "thanh tra"), "P01.office"
    return [
        unit
        for unit in structure(day)
        if unit.parent == "P01.people-committee" and (unit.kind in kinds or unit.key == office)
    ]


def test_fifteen_specialised_agencies_are_left_of_twenty(bodies):
    assert len(departments(EVE)) == 20
    assert len(departments(SPRING)) == 15


@pytest.mark.parametrize(
    ("gone", "heir"),
    [
        ("labour", "home-affairs"),
        ("planning-and-investment", "finance"),
        ("transport", "construction"),
        ("information", "science-and-technology"),
        ("agriculture", "agriculture-and-environment"),
        ("natural-resources", "agriculture-and-environment"),
        ("ethnic-board", "ethnic-and-religious-affairs"),
    ],
)
def test_a_department_that_ended_is_followed_by_its_heir(bodies, gone, heir):
    (edge,) = Succession.objects.filter(predecessor__key=f"P01.{gone}")

    assert unit_on(f"P01.{gone}", EVE) is not None
    assert unit_on(f"P01.{gone}", SPRING) is None
    assert (edge.successor.key, edge.day, edge.evidence) == (f"P01.{heir}", SPRING, "knowledge")


def test_planning_and_architecture_went_into_construction_in_summer(bodies):
    (edge,) = Succession.objects.filter(predecessor__key="P01.planning-and-architecture")

    assert unit_on("P01.planning-and-architecture", SUMMER_EVE) is not None
    assert unit_on("P01.planning-and-architecture", SUMMER) is None
    assert (edge.evidence, edge.instrument) == ("single-source", None)
    assert len(departments(SUMMER)) == 14


def test_the_organisations_of_the_front_stand_under_it_with_the_two_levels(bodies):
    assert unit_on("P01.women", date(2025, 6, 30)).parent == "P01"
    assert unit_on("P01.women", date(2025, 7, 1)).parent == "P01.front"


def test_no_instrument_is_named_that_nobody_has_read_of(bodies):
    city = Version.objects.filter(unit__key__startswith="P01.")

    assert not city.exclude(instrument=None).exists()
    assert {*city.values_list("source", flat=True)} == {"knowledge", "single-source"}

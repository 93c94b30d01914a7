"""Functions by bodies: led once, by nobody, or by several over areas that contain one another."""

from datetime import date

import pytest

from tinhgon.domain.functions import Function
from tinhgon.domain.jurisdiction_file import Words
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.mandate.held import Held
from tinhgon.registry.mandate.matrix import Matrix, State

DAY = date(2026, 1, 1)
TREES, LAMPS = (Function(key=key, title=Words({"en": (key, key)})) for key in ("trees", "lamps"))
CITY = Unit(key="city", level="province", kind="thành phố", name="Hà Nội")
WARD = Unit(key="ward", level="commune", kind="phường", name="Đại Mỗ", parent="city")
OTHER = Unit(key="other", level="commune", kind="phường", name="Tây Mỗ", parent="city")


def held(unit, function, area, role="lead"):
    return Held(0, unit, function, area, role, Period(DAY), None, None, "")


@pytest.fixture
def matrix():
    def of(area, *mandates):
        return Matrix(Structure([CITY, WARD, OTHER]), area, [TREES, LAMPS], mandates)

    return of


def states(found):
    return [row.state for row in found.rows]


def test_what_nobody_leads_is_a_gap(matrix):
    found = matrix("city", held("parks", "trees", "city"))

    assert states(found) == [State.LED, State.GAP]
    assert [row.function.key for row in found.gaps] == ["lamps"]


def test_taking_part_fills_no_gap(matrix):
    assert states(matrix("city", held("parks", "trees", "city", "takes-part")))[0] is State.GAP


def test_the_lead_of_the_city_covers_its_ward(matrix):
    assert states(matrix("ward", held("parks", "trees", "city")))[0] is State.LED


def test_two_leads_over_areas_that_contain_one_another_are_doubled(matrix):
    both = held("parks", "trees", "city"), held("ward-office", "trees", "ward")

    assert states(matrix("city", *both))[0] is State.DOUBLED
    assert states(matrix("ward", *both))[0] is State.DOUBLED
    assert states(matrix("other", *both))[0] is State.LED


def test_one_body_that_leads_over_both_is_not_doubled(matrix):
    both = held("parks", "trees", "city"), held("parks", "trees", "ward")

    assert states(matrix("city", *both))[0] is State.LED


def test_the_nearest_lead_comes_first(matrix):
    found = matrix("ward", held("parks", "trees", "city"), held("ward-office", "trees", "ward"))

    assert found.rows[0].lead.unit == "ward-office"


def test_who_leads_is_not_told_to_take_part(matrix):
    found = matrix(
        "city", held("parks", "trees", "city"), held("parks", "trees", "city", "takes-part")
    )

    assert found.rows[0].parts == ()
    assert found.rows[0].role_of("parks") == "lead"
    assert found.units == ["parks"]

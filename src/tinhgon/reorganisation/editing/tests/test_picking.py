"""Which unit is meant by what is typed for the day of a draft."""

from dataclasses import replace

import pytest

from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.editing.drafted import Bearings
from tinhgon.reorganisation.editing.picking import meant, suggestions

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("DM", ["DM"]),
        ("00632", ["MT"]),
        ("00634", ["DM", "TM-new"]),
        ("Phường Mễ Trì", ["MT"]),
        ("me tri", ["MT"]),
        ("Đại Mỗ, quận Nam Từ Liêm", ["DM"]),
        ("Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội", ["DM"]),
        ("Phường Đại Mỗ, Thành phố Hà Nội", ["DM-new"]),
        ("Đại Mỗ", ["DM-new", "DM"]),
        ("Q. Nam Từ Liêm", ["D019"]),
        ("tay mo nam tu liem", ["TM"]),
        ("phuong dai mo nam tu liem ha noi", ["DM"]),
        ("tay mo ha dong", []),
        ("Sa Pa", []),
        ("", []),
        ("  ", []),
        ("\x00", []),
    ],
)
def test_what_is_typed_means(draft, typed, keys):
    assert [unit.key for unit in meant(draft, typed)] == keys


def test_what_begins_so_is_suggested_before_what_only_has_the_words(draft):
    assert [draft.full(unit) for unit in suggestions(draft, "ha")] == [
        "Quận Hà Đông",
        "Thành phố Hà Nội",
    ]


def test_what_is_said_of_the_units_above_narrows_it_down(draft):
    assert [unit.key for unit in suggestions(draft, "Đại Mỗ, Nam Từ")] == ["DM"]


@pytest.mark.parametrize("typed", ["dai mo nam tu liem", "phuong dai mo quan nam t"])
def test_so_does_what_stands_behind_the_name_without_a_comma(draft, typed):
    assert [unit.key for unit in suggestions(draft, typed)] == ["DM"]


def test_a_unit_is_called_by_as_little_as_tells_it_from_others(draft):
    assert draft.called("MT") == "Phường Mễ Trì, Quận Nam Từ Liêm"
    assert draft.called("P01") == "Thành phố Hà Nội"


def test_what_it_is_called_means_it(draft):
    assert [[u.key for u in meant(draft, draft.called(key))] for key in ("DM", "DM-new")] == [
        ["DM"],
        ["DM-new"],
    ]


CULTURE = Unit(
    key="culture", level="agency", kind="sở", name="Văn hóa, Thể thao và Du lịch", parent="P01"
)
OFFICE = Unit(key="office", level="division", kind="văn phòng", name="Sở Du lịch", parent="tourism")
TOURISM = Unit(key="tourism", level="agency", kind="sở", name="Du lịch", parent="P01")


@pytest.fixture
def departments(draft):
    """The draft with a department that has a comma in its name, and one with an office."""
    standing = draft.before.having([CULTURE, TOURISM, OFFICE])
    return replace(draft, bearings=Bearings(standing))


def test_a_comma_may_stand_in_the_name_itself(departments):
    typed = "Sở Văn hóa, Thể thao và Du lịch"

    assert [unit.key for unit in suggestions(departments, typed)] == ["culture"]
    assert [unit.key for unit in meant(departments, f"{typed}, Hà Nội")] == ["culture"]


def test_a_department_is_likelier_than_the_office_that_bears_its_name(departments):
    assert [unit.key for unit in suggestions(departments, "Sở Du lịch")] == ["tourism", "office"]

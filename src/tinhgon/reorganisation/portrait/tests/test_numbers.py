"""How many units before and after: areas by level with their kinds, bodies by kind."""

from collections import Counter

import pytest
from django.utils.translation import override

from tinhgon.registry.directory import directory
from tinhgon.reorganisation.portrait.numbers import concerned, table

WARDS = Counter({("commune", "phường"): 2})
BODIES = Counter({("agency", "sở"): 12, ("division", "phòng"): 85, ("division", "tổ"): 14})
AFTER = Counter({("agency", "sở"): 11, ("division", "phòng"): 85, ("division", "tổ"): 13})


@pytest.fixture
def jurisdiction(register):
    with override("vi"):
        yield directory().jurisdiction


def told(rows):
    return [(row.label, row.before, row.after, row.is_level) for row in rows]


def test_bodies_are_told_by_kind_and_not_by_level(jurisdiction):
    assert told(table((BODIES, AFTER), jurisdiction)) == [
        ("Sở", 12, 11, False),
        ("Phòng", 85, 85, False),
        ("Tổ", 14, 13, False),
    ]


def test_beside_areas_bodies_are_told_by_level(jurisdiction):
    rows = table((BODIES + WARDS, AFTER + WARDS), jurisdiction)

    assert [row.before for row in rows if row.is_level] == [2, 12, 99]


def test_what_is_rearranged_is_told_in_short(jurisdiction):
    assert concerned((BODIES, AFTER), jurisdiction) == ["12 → 11 sở", "85 → 85 phòng", "14 → 13 tổ"]
    assert len(concerned((BODIES + WARDS, AFTER + WARDS), jurisdiction)) == 3


def test_what_is_nothing_has_no_rows(jurisdiction):
    assert table((Counter(), Counter()), jurisdiction) == []

"""Which unit is meant by what somebody types into the box of a unit."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tinhgon.staff.fields import understood

DAY = date(2026, 6, 1)
WARD = "DM-new"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Phường Đại Mỗ, Hà Nội", WARD),
        ("Đảng ủy phường Đại Mỗ", f"{WARD}.party-committee"),
        ("UBND phường Đại Mỗ", f"{WARD}.people-committee"),
        ("Ủy ban nhân dân thành phố Hà Nội", "P01.people-committee"),
        ("Hà Nội", "P01"),
        ("Sở Nội vụ", "P01.home-affairs"),
        ("P01.home-affairs", "P01.home-affairs"),
        ("Sở Nội vụ (P01.home-affairs)", "P01.home-affairs"),
    ],
)
def test_a_body_is_never_taken_for_the_area_that_its_name_has_in_it(bodies, world, typed, key):
    assert understood(typed, DAY).key == key


@pytest.mark.parametrize("typed", ["Phòng Không Có, phường Đại Mỗ", "Đảng ủy phường Sa Pa", "xyz"])
def test_what_is_no_unit_is_refused(bodies, world, typed):
    with pytest.raises(ValidationError) as refused:
        understood(typed, DAY)

    assert refused.value.code == "unknown"


def test_of_several_called_so_each_is_told_with_the_one_above(bodies, world):
    with pytest.raises(ValidationError) as refused:
        understood("Phòng Văn hóa - Xã hội", DAY)

    assert refused.value.code == "several"
    assert "Phòng Văn hóa - Xã hội, Ủy ban nhân dân phường Đại Mỗ" in refused.value.messages[0]

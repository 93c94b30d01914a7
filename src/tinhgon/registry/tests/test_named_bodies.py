"""Bodies by the names that texts give them."""

from datetime import date

import pytest

from tinhgon.documents.units import register_on as asked_below
from tinhgon.domain.documents.directions.drafts import nobody
from tinhgon.registry.named_bodies import register_on
from tinhgon.registry.queries import NoSuchUnit

AFTER = date(2025, 7, 1)


def keys(name, unit="P01", on=AFTER):
    return [one.key for one in register_on(on, unit)(name)]


@pytest.mark.parametrize(
    "name",
    [
        "Ủy ban nhân dân thành phố Hà Nội",
        "Ủy ban nhân dân Thành phố",
        "Uỷ ban nhân dân thành phố",
        "Ủy ban nhân dân Hà Nội",
    ],
)
def test_a_body_of_the_city_is_known_by_what_its_texts_call_it(bodies, name):
    assert "P01.people-committee" in keys(name)


def test_a_department_is_known_with_and_without_its_city(bodies):
    assert keys("Sở Nội vụ") == keys("Sở Nội vụ Thành phố Hà Nội") == ["P01.home-affairs"]


def test_what_stands_elsewhere_is_not_meant(bodies):
    ward = keys("Ủy ban nhân dân phường Đại Mỗ")

    assert ward
    assert keys("Sở Nội vụ", unit=ward[0]) == []


def test_a_body_is_meant_as_long_as_it_stands(bodies):
    assert keys("Ban Dân vận Thành ủy", on=date(2025, 2, 28)) == ["P01.party-mass-mobilisation"]
    assert keys("Ban Dân vận Thành ủy", on=date(2025, 3, 1)) == []


def test_a_unit_that_is_not_there_is_told(bodies):
    with pytest.raises(NoSuchUnit):
        register_on(AFTER, "nowhere")


@pytest.mark.django_db
def test_before_a_register_is_loaded_nobody_is_known():
    assert register_on(AFTER) is nobody


def test_modules_below_ask_the_register(bodies):
    assert asked_below(AFTER, "P01")("Sở Nội vụ")

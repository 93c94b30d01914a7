"""Which units the law means is read from the jurisdiction file."""

import pytest

from tinhgon.domain.jurisdiction_file import Unreadable
from tinhgon.domain.norms.sorts import Norms, read_norms
from tinhgon.domain.norms.tests.city import City

SORTS = {
    "ubnd": "province_committee",
    "so-noi-vu": "department",
    "phong-to-chuc": "division",
    "vp-so": "office",
    "chi-cuc": "subdepartment",
    "phong-chi-cuc": "subdepartment_division",
    "benh-vien": "public_unit",
    "khoa-noi": "public_unit_division",
    "phong-kinh-te": "commune_division",
    "trung-tam": "commune_centre",
    "thanh-uy": None,
    "dai-mo": None,
}


@pytest.mark.parametrize(("key", "sort"), SORTS.items())
def test_each_unit_is_of_the_sort_that_the_law_means(
    key: str, sort: str | None, city: City
) -> None:
    world = city.world()

    assert world.sorting.sort(world.structure[key]) == sort


def test_a_body_without_a_bloc_of_its_own_has_that_of_the_one_above(city: City) -> None:
    world = city.world()

    blocs = [world.sorting.bloc(world.structure[key]) for key in ("phong-to-chuc", "thanh-uy")]

    assert blocs == ["state", "party"]


def test_a_file_without_norms_has_none() -> None:
    assert read_norms({"jurisdiction": "XX"}) == Norms()


def test_what_is_no_list_is_told_with_its_place() -> None:
    with pytest.raises(Unreadable) as wrong:
        read_norms({"norms": {"sorts": {"division": {"kinds": "phòng"}}}})

    assert wrong.value.path == "norms.sorts.division.kinds"

"""Lists by name: the words of a reader find what the register writes otherwise."""

import pytest

from tinhgon.domain.jurisdictions import read_jurisdiction
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.name_search import MOST_COMMAS, Names, readings

HOA_BINH = Unit("HB", "commune", "xã", "Hòa Bình", "04921")


@pytest.fixture
def names(vietnam):
    return Names(read_jurisdiction(vietnam))


@pytest.mark.parametrize(
    "query", ["Hòa Bình", "hoà bình", "hoa binh", "xã hòa", "bình", "049", "HÒA  BÌNH"]
)
def test_a_unit_is_found_by_its_words_without_marks_or_by_its_code(names, query):
    assert names.search(query)(HOA_BINH)


@pytest.mark.parametrize("query", ["oa", "phường hòa", "9210", "hòa an"])
def test_a_unit_is_not_found_inside_a_word_or_code(names, query):
    assert not names.search(query)(HOA_BINH)


@pytest.mark.parametrize("query", ["", "  ", "!?"])
def test_without_words_nothing_is_searched_for(names, query):
    assert names.search(query) is None


def test_names_stand_in_order_without_regard_to_marks(names):
    units = [Unit(name, "commune", "xã", name) for name in ("Đông", "Dương", "Ân", "An")]

    assert [unit.name for unit in sorted(units, key=names.order)] == ["An", "Ân", "Đông", "Dương"]


def test_a_name_with_commas_is_one_before_it_is_several():
    assert [*readings("Sở Văn hóa, Thể thao, Hà Nội")] == [
        ("Sở Văn hóa, Thể thao, Hà Nội", ""),
        ("Sở Văn hóa, Thể thao", "Hà Nội"),
        ("Sở Văn hóa", "Thể thao, Hà Nội"),
    ]


def test_however_many_commas_are_typed_few_names_are_looked_for():
    assert len([*readings(",".join("x" * 200))]) == MOST_COMMAS + 1

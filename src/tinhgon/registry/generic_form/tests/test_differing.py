"""A folder beside the register: where they do not say the same of a day."""

from tinhgon.conftest import BEFORE, DAY, SMALL_WORLD
from tinhgon.registry.generic_form.differing import differences
from tinhgon.registry.generic_form.folder import read_folder
from tinhgon.registry.queries import structure


def differing(day):
    return list(differences(read_folder(SMALL_WORLD, "VN", 1), day, structure(day)))


def test_a_difference_is_told_by_unit_and_fact(register):
    found = differing(DAY)

    assert ("DM-new", "stands", "True", "False") in found
    assert ("DM", "stands", "False", "True") in found
    assert ("XP", "parent", "P01", "D019") in found


def test_before_the_day_there_is_none(register):
    assert differing(BEFORE) == []

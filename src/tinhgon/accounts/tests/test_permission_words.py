"""What a permission allows, in words, and for which unit."""

import pytest
from django.utils.translation import override

from tinhgon.accounts.permission_words import WORDS, told
from tinhgon.accounts.roles import every_permission
from tinhgon.ui.actors import EVERYWHERE


def test_every_permission_that_a_role_gives_has_words_and_nothing_else_has():
    assert {*WORDS} == every_permission()


@pytest.mark.parametrize(
    ("unit", "english", "vietnamese"),
    [
        (None, "enact plans", "ban hành phương án"),
        ("DM", "enact plans, for Phường Đại Mỗ", "ban hành phương án, đối với Phường Đại Mỗ"),
        (EVERYWHERE, "enact plans, for the whole country", "ban hành phương án, đối với cả nước"),
        ("no-unit", "enact plans", "ban hành phương án"),
    ],
)
def test_the_unit_is_named_where_it_is_known(world, unit, english, vietnamese):
    with override("en"):
        assert told("plan.enact", unit) == english
    with override("vi"):
        assert told("plan.enact", unit) == vietnamese


def test_of_a_permission_that_nobody_knows_nothing_is_said(world):
    assert told("tea.make", "DM") == ""

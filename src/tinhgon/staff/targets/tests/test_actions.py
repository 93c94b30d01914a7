"""Targets are set and withdrawn on some ground, for one unit or one bloc."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from tinhgon.audit.models import Entry
from tinhgon.staff.conftest import MAY, NEW_YEAR
from tinhgon.staff.models import Target
from tinhgon.staff.targets import actions


@pytest.fixture
def given(books):
    return {
        "by": books.by,
        "titles": {"vi": "Giảm 10%"},
        "counts": "officials",
        "percent": 10,
        "base_day": NEW_YEAR,
        "due_day": date(2030, 1, 1),
        "reason": "thử",
        "unit": books.district,
    }


def test_a_target_is_in_force_from_its_base_day_until_it_is_withdrawn(given):
    made = actions.set_target("t", **given)

    actions.withdraw(made, by=given["by"], on=MAY, reason="thay chỉ tiêu")

    assert not Target.objects.on(date(2024, 12, 31)).exists()
    assert Target.objects.on(date(2025, 4, 30)).exists()
    assert not Target.objects.on(MAY).exists()
    acts = Entry.objects.filter(chain="target:t").order_by("place")
    assert [entry.act for entry in acts] == ["target.set", "target.withdrawn"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"counts": "all"}, "There is no such base"),
        ({"unit": None}, "Name a unit or a bloc"),
        ({"bloc": "party"}, "Name a unit or a bloc"),
        ({"unit": None, "bloc": "army"}, "There is no such bloc"),
        ({"due_day": NEW_YEAR}, "It is due after its base day."),
        ({"reason": " "}, "Say under which instrument"),
        ({"percent": 101}, "less than or equal to 100"),
    ],
)
def test_a_target_must_be_possible(given, wrong, said):
    with override("en"), pytest.raises(ValidationError) as refused:
        actions.set_target("t", **{**given, **wrong})

    with override("en"):
        assert said in " ".join(refused.value.messages)
    assert not Target.objects.exists()


def test_two_targets_of_one_name_are_not_in_force_together(given):
    made = actions.set_target("t", **given)

    with pytest.raises(ValidationError):
        actions.set_target("t", **given)
    actions.withdraw(made, by=given["by"], on=MAY, reason="thay")
    assert actions.set_target("t", **given).pk

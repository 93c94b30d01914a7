"""Under which instruments units became otherwise, and why they were corrected."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tinhgon.documents.models import Instrument
from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.facts.grounds import corrections, grounds, instruments

WARDS, LEVEL = "1656/NQ-UBTVQH15", "203/2025/QH15"


@pytest.fixture
def numbers(in_effect):
    return dict(Instrument.objects.values_list("id", "number"))


def named(found, key, numbers):
    return [numbers[id] for id in found.get(key, ())]


def test_what_ended_began_or_moved_is_told_with_its_instrument(world, numbers):
    found = grounds(world.eve, world.day, None)

    assert named(found, "DM", numbers) == [WARDS]
    assert named(found, "TM-new", numbers) == [WARDS]
    assert named(found, "XP", numbers) == [WARDS]
    assert named(found, "D019", numbers) == [LEVEL]


def test_what_happened_on_the_earlier_day_itself_is_not_among_it(world, numbers):
    assert grounds(world.day, world.day + timedelta(1), None) == {}


def test_only_some_units_may_be_asked_about(world, numbers):
    assert {*grounds(world.eve, world.day, None, ["DM", "XP"])} == {"DM", "XP"}


def test_what_was_not_known_yet_has_no_grounds(world, numbers):
    long_ago = timezone.now() - timedelta(days=1)

    assert grounds(world.eve, world.day, long_ago) == {}


def test_it_is_four_queries_for_one_unit_as_for_all(world, numbers, django_assert_num_queries):
    with django_assert_num_queries(4):
        grounds(world.eve, world.day, None)
    with django_assert_num_queries(4):
        grounds(world.eve, world.day, None, ["DM"])


def test_a_correction_is_told_with_its_time_and_reason(world, operator):
    before = timezone.now()
    actions.correct(
        world.unit("MT"),
        by=operator,
        reason="Viết sai tên",
        period=Period(),
        facts={"name": "Mễ Trì Hạ", "code": "00633"},
    )

    (correction,) = corrections(["MT", "DM"], before, None)["MT"]

    assert correction.reason == "Viết sai tên"
    assert before < correction.at < timezone.now()


def test_a_correction_outside_the_time_asked_about_is_not_told(world, operator):
    before = timezone.now()
    actions.correct(
        world.unit("MT"), by=operator, reason="Sai", period=Period(), facts={"name": "Mễ"}
    )
    after = timezone.now()

    assert corrections(["MT"], after, None) == {}
    assert corrections(["MT"], None, before) == {}
    assert [*corrections(["MT"], None, after)] == ["MT"]


def test_instruments_are_named_with_their_pages(numbers):
    (id,) = [id for id, number in numbers.items() if number == WARDS]

    assert instruments([id]) == {id: (WARDS, f"/instruments/{id}/")}
    assert len(instruments(None)) == len(numbers)

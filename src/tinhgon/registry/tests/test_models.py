"""What the database refuses, and the sentence that people are given for it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from tinhgon.conftest import DAY
from tinhgon.registry.models import Code, Contact, Register, Succession, Tie, Unit, Version

SPRING = date(2025, 3, 1)


@pytest.fixture
def row(world):
    """A row of a model about a unit of the small world, not yet written."""

    def make(model, unit="DM", **facts):
        given = {"recorded_from": timezone.now()} if model is not Contact else {}
        return model(unit=world.unit(unit), **given, **facts)

    return make


def refusal(row) -> list[str]:
    """The sentences by which a row is refused; the database refuses it, too."""
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        row.full_clean()
    return refused.value.messages


VERSION = {"level": "commune", "kind": "phường", "name": "Đại Mỗ"}


def test_a_unit_has_one_name_and_kind_a_day(row):
    assert refusal(row(Version, **VERSION, valid_from=SPRING)) == [
        "The unit already has a name and kind in this period."
    ]


def test_a_unit_has_one_code_a_day(row):
    assert refusal(row(Code, code="00001", valid_from=SPRING)) == [
        "The unit already has a code in this period."
    ]


def test_a_code_has_one_bearer_a_day(row, world):
    Unit.objects.create(id=99, key="X")

    assert refusal(row(Code, "X", code="00634", valid_from=SPRING)) == [
        "Another unit bears this code in this period."
    ]


def test_a_unit_stands_under_one_other_a_day_in_a_hierarchy(row, world):
    assert refusal(row(Tie, parent=world.unit("D268"), valid_from=SPRING)) == [
        "The unit already stands under another in this period."
    ]
    row(Tie, parent=world.unit("D268"), hierarchy="party").save()


def test_a_unit_is_reached_in_one_way_a_day(row):
    row(Contact, telephone="024 1", valid_to=DAY).save()

    assert refusal(row(Contact, telephone="024 2", valid_from=SPRING)) == [
        "The unit already has a contact in this period."
    ]
    row(Contact, telephone="024 2", valid_from=DAY).save()


def test_no_unit_stands_under_itself(row, world):
    with pytest.raises(IntegrityError), transaction.atomic():
        row(Tie, hierarchy="party", parent=world.unit("DM")).save()


def test_no_unit_succeeds_itself(world):
    handed = Succession(
        predecessor=world.unit("DM"),
        successor=world.unit("DM"),
        day=DAY,
        extent="whole",
        verb="form",
        recorded_from=timezone.now(),
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        handed.save()


@pytest.mark.parametrize("end", [SPRING, date(2025, 2, 28)])
def test_a_period_ends_after_it_starts(row, end):
    with pytest.raises(IntegrityError), transaction.atomic():
        row(Contact, telephone="024 1", valid_from=SPRING, valid_to=end).save()


def test_there_is_one_register(world):
    with pytest.raises(IntegrityError), transaction.atomic():
        Register.objects.create(id=2, file="{}")


@pytest.mark.parametrize("key", ["DM", "Đại.Mỗ_1@2025-07:a~b+c", "_", "x" * 64])
def test_a_key_may_stand_in_an_address(db, key):
    Unit(id=99, key=key).full_clean()


@pytest.mark.parametrize("key", ["", "a/b", "a b", "a?b", "-a", "a\n", "x" * 65])
def test_a_key_that_may_not_is_refused(db, key):
    with pytest.raises(ValidationError):
        Unit(id=99, key=key).full_clean()


@pytest.mark.parametrize(
    "hours", ["Mo-Fr 08:00-17:00", "Mo 08:00-11:30,13:30-17:00; Sa 08:00-11:00", ""]
)
def test_hours_that_can_be_read_are_kept(row, hours):
    row(Contact, telephone="024 1", hours=hours).full_clean()


def test_hours_that_cannot_be_read_are_told_with_the_part_that_is_wrong(row):
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        row(Contact, hours="Mo-Fr 08:00-17:00; Sat 9-12").full_clean()

    with translation.override("en"):
        assert refused.value.messages == [
            "“Sat 9-12” cannot be read: write Mo-Fr 08:00-11:30,13:30-17:00; Sa 08:00-11:30."
        ]

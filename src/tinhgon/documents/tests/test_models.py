"""Instruments: one for each number and day, with the days between binding and working."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import override

from tinhgon.documents.models import Instrument, Mark
from tinhgon.domain.jurisdiction_file import MARKS

NUMBER = "1656/NQ-UBTVQH15"
ISSUED, OPERATIVE = date(2025, 6, 16), date(2025, 7, 1)


@pytest.mark.django_db
def test_a_number_is_used_again_in_another_year():
    Instrument.objects.create(number="12/NQ-HĐND", issued=date(2024, 5, 1))

    assert Instrument.objects.create(number="12/NQ-HĐND", issued=date(2025, 5, 1)).pk


@pytest.mark.django_db
def test_a_number_is_used_once_a_day():
    Instrument.objects.create(number=NUMBER, issued=ISSUED)

    with pytest.raises(IntegrityError):
        Instrument.objects.create(number=NUMBER, issued=ISSUED)


@pytest.mark.django_db
def test_a_number_without_a_day_is_used_once():
    Instrument.objects.create(number=NUMBER)

    with pytest.raises(IntegrityError):
        Instrument.objects.create(number=NUMBER)


@pytest.mark.django_db
def test_a_number_may_be_known_both_with_and_without_its_day():
    Instrument.objects.create(number=NUMBER)

    assert Instrument.objects.create(number=NUMBER, issued=ISSUED).pk


def test_its_title_is_in_the_readers_language():
    instrument = Instrument(titles={"vi": "Sắp xếp", "en": "Rearrangement"})

    with override("vi"):
        assert instrument.title == "Sắp xếp"
    with override("en"):
        assert instrument.title == "Rearrangement"


def test_where_the_language_is_lacking_the_title_is_in_the_one_there_is():
    with override("en"):
        assert Instrument(titles={"vi": "Sắp xếp"}).title == "Sắp xếp"


def test_without_a_title_it_has_none():
    assert Instrument().title == ""


def test_it_is_called_by_its_number():
    assert str(Instrument(number=NUMBER)) == NUMBER


def test_between_binding_and_working_old_and_new_both_exist():
    instrument = Instrument(in_force=ISSUED, operative=OPERATIVE)

    assert instrument.gap() == (ISSUED, OPERATIVE)


@pytest.mark.parametrize(
    ("in_force", "operative"),
    [(OPERATIVE, OPERATIVE), (OPERATIVE, ISSUED), (None, OPERATIVE), (ISSUED, None), (None, None)],
)
def test_where_no_day_lies_between_there_is_no_gap(in_force, operative):
    assert Instrument(in_force=in_force, operative=operative).gap() is None


def test_what_nobody_verified_is_said_not_to_be():
    assert Instrument().mark == Mark.KNOWLEDGE


def test_marks_are_those_of_the_jurisdiction_file_the_surest_first():
    assert "".join(Mark.values) == MARKS


@pytest.mark.parametrize("mark", Mark)
def test_a_mark_is_told_in_both_languages(mark):
    with override("en"):
        english = str(mark.label)
    with override("vi"):
        assert str(mark.label) != english


@pytest.mark.django_db
def test_another_mark_is_refused():
    with pytest.raises(ValidationError) as wrong:
        Instrument(number=NUMBER, titles={"vi": "x"}, mark="X").full_clean()

    assert [*wrong.value.error_dict] == ["mark"]

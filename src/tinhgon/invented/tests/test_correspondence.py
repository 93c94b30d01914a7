"""Two books of the city's people's committee, made up for the year of a day."""

from datetime import date

import pytest

from tinhgon.audit.models import Entry
from tinhgon.directives.models import Book, BookEntry, Forwarding
from tinhgon.domain.standards import body_key
from tinhgon.invented.correspondence import invent_books
from tinhgon.registry.models import Unit

TODAY = date(2026, 11, 20)


@pytest.fixture
def committee(bodies):
    return Unit.objects.get(key=body_key("P01", "people-committee"))


def test_what_came_in_and_what_went_out_stand_in_two_books_that_say_so(committee, operator):
    made = invent_books(committee, by=operator, on=TODAY)

    assert made == BookEntry.objects.count() == 30
    assert {one.direction for one in Book.objects.all()} == {"incoming", "outgoing"}
    assert all("số liệu minh họa" in one.name and one.year == 2026 for one in Book.objects.all())


def test_some_are_passed_on_some_want_an_answer_and_one_is_cancelled(committee, operator):
    invent_books(committee, by=operator, on=TODAY)

    passed = {*Forwarding.objects.values_list("entry", flat=True)}
    assert 0 < len(passed) < 15
    assert BookEntry.objects.filter(due__lt=TODAY).exists()
    assert BookEntry.objects.filter(due__gte=TODAY).exists()
    assert BookEntry.objects.exclude(cancelled_at=None).get().book.is_outgoing


@pytest.mark.parametrize("on", [date(2026, 1, 1), date(2026, 1, 20), date(2025, 12, 31)])
def test_on_any_day_they_are_of_its_year_and_none_is_of_a_later_day(committee, operator, on):
    invent_books(committee, by=operator, on=on)

    days = [one.received or one.issued for one in BookEntry.objects.order_by("book", "serial")]
    assert {day.year for day in days} == {on.year}
    assert max(days) <= on
    assert days[:15] == sorted(days[:15])
    assert days[15:] == sorted(days[15:])


def test_a_second_time_nothing_is_done(committee, operator):
    invent_books(committee, by=operator, on=TODAY)
    before = Entry.objects.count()

    assert invent_books(committee, by=operator, on=TODAY) == 0
    assert Entry.objects.count() == before

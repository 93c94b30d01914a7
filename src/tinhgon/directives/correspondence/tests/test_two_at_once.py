"""Two who register in the same moment get two numbers, whatever the database."""

from tinhgon.audit.record import verify
from tinhgon.directives.models import Book


def test_several_who_register_at_once_get_a_number_each(for_several, keeping, at_once):
    book = keeping.open_outgoing()

    told = at_once(*(lambda: keeping.send(book).number for _one in range(6)))

    assert sorted(told) == [f"0{serial}/QĐ-UBND" for serial in range(1, 7)]
    assert list(verify()) == []


def test_of_two_books_of_a_unit_one_alone_gives_a_number_at_once(for_several, keeping, at_once):
    one, other = keeping.open_outgoing(name="Chung"), keeping.open_outgoing(name="Quyết định")

    told = at_once(lambda: keeping.send(one).number, lambda: keeping.send(other).number)

    assert sorted(getattr(outcome, "code", outcome) for outcome in told) == [
        *("01/QĐ-UBND", "number-given")
    ]
    assert sum(book.entries.count() for book in Book.objects.all()) == 1

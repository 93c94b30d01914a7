"""Two who register in the same moment get two numbers, whatever the database."""

from tinhgon.audit.record import verify
from tinhgon.directives.correspondence.conftest import at
from tinhgon.directives.correspondence.exchange.actions import bring
from tinhgon.directives.correspondence.exchange.reading import read
from tinhgon.directives.correspondence.exchange.tests.world import OUTGOING, csv, went
from tinhgon.directives.models import Book
from tinhgon.ui.exchange.faults import Faulty


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


def test_what_is_registered_while_a_table_is_brought_in_comes_before_or_after_it(
    for_several, keeping, at_once
):
    book, lines = keeping.open_outgoing(), [went(1), went(2)]

    def brought():
        said = read(csv(lines, OUTGOING), book)
        return bring(said, by=keeping.by, at=at(31, 12), book=book).following

    told = at_once(brought, lambda: keeping.send(book, at(31, 12)).serial)

    assert told[1] == 3 or isinstance(told[0], Faulty)
    assert [one.serial for one in book.entries.order_by("serial")] in ([1, 2, 3], [1])
    assert list(verify()) == []

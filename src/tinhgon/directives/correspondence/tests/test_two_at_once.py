"""Two who register in the same moment get two numbers, whatever the database."""

from contextlib import nullcontext
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from tinhgon.audit.record import verify
from tinhgon.directives.models import Book
from tinhgon.temporal.copying import on_a_copy


@pytest.fixture
def for_several(committed):
    """A database that several connections see; one in memory is put into a file for that."""
    with nullcontext() if connection.vendor == "postgresql" else on_a_copy():
        yield


@pytest.fixture
def at_once():
    """Let several act at the same moment, each in a connection of their own: what came of each."""

    def carried_out(*acts):
        told, start = [None] * len(acts), Barrier(len(acts))
        own = connections["default"]

        def act(place, function):
            connections["default"] = type(own)({**own.settings_dict}, "default")
            start.wait()
            try:
                told[place] = function()
            except Exception as refused:  # what it was is looked at by the test
                told[place] = refused
            finally:
                connection.close()

        threads = [Thread(target=act, args=pair) for pair in enumerate(acts)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return told

    return carried_out


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

"""Who sees and keeps books: the clerk, whoever sees the work, and after a reform the successor."""

from datetime import date

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.directives.correspondence import actions
from tinhgon.directives.correspondence.conftest import at
from tinhgon.directives.correspondence.entitlement import keeps, predecessors, sees, successors
from tinhgon.directives.correspondence.listing import books_of
from tinhgon.directives.correspondence.naming import book_known
from tinhgon.directives.correspondence.refusals import Refused
from tinhgon.directives.models import Direction
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation import actions as plans
from tinhgon.reorganisation.conftest import draft  # noqa: F401 - fixture
from tinhgon.ui.errors import NotHere

NEW = Unit("DMTM", "commune", "phường", "Đại Tây", "00640", "D019")
TODAY = date(2025, 6, 10)


def test_the_clerk_keeps_the_books_of_the_unit_and_sees_no_others(keeping, clerk):
    assert keeps("DM", clerk, on=TODAY)
    assert sees("DM", clerk, on=TODAY)
    assert not sees("TM", clerk, on=TODAY)


def test_whoever_sees_the_work_sees_the_books_and_keeps_none(keeping, world):
    assert sees("DM", world.hung, on=TODAY)
    assert not keeps("DM", world.hung, on=TODAY)


def test_for_others_there_is_nothing(keeping, world):
    book = keeping.open()

    with pytest.raises(NotHere) as hidden:
        book_known(book.pk, world.lan, on=TODAY)
    with pytest.raises(NotHere) as missing:
        book_known(book.pk + 1, world.lan, on=TODAY)

    assert hidden.value.sentence.replace(str(book.pk), "") == missing.value.sentence.replace(
        str(book.pk + 1), ""
    )


@pytest.fixture
def merged(keeping, clerk, draft, operator, world):  # noqa: F811
    """Đại Mỗ and Tây Mỗ became one ward on the day, after each had kept a book."""
    books = [keeping.open(), keeping.open(unit=world.unit("TM"))]
    keeping.receive(books[0])
    package = draft("merged", Consolidate(sources=("DM", "TM"), successor=NEW))
    plans.enact(package, by=operator, on=package.day)
    return books


def test_books_of_units_that_ended_are_read_by_the_successor(merged, clerk, world, operator):
    book, _other = merged
    after = date(2025, 7, 2)
    reader = world.an
    accounts.grant(reader, by=operator, role="clerk", on=after, unit=world.unit("DMTM"))

    assert successors("DM") == ["DMTM"]
    assert predecessors("DMTM") == ["DM", "TM"]
    assert book_known(book.pk, reader, on=after) == book
    assert [one.unit.key for one in books_of("DMTM")] == ["DM", "TM"]
    assert not keeps("DM", reader, on=after)
    assert not sees("XP", reader, on=after)


def test_the_successor_opens_a_book_of_its_own_and_the_old_one_takes_nothing_more(
    merged, keeping, world
):
    after = at(2, 7)

    with pytest.raises(Refused) as closed:
        keeping.receive(merged[0], after)
    own = actions.open_book(
        *("Chung",),
        by=keeping.by,
        at=after,
        unit=world.unit("DMTM"),
        direction=Direction.INCOMING,
        year=2025,
    )

    assert closed.value.code == "not-standing"
    assert keeping.receive(own, after).serial == 1
    assert merged[0].entries.count() == 1

"""Books of Đại Mỗ into which tables are brought, on the last day of 2025."""

import pytest

from tinhgon.directives.correspondence.conftest import at
from tinhgon.directives.correspondence.exchange import actions
from tinhgon.directives.correspondence.exchange.reading import read
from tinhgon.directives.correspondence.exchange.words import FAULT_WORDS
from tinhgon.ui.exchange.faults import Faulty

NEW_YEARS_EVE = at(31, 12)


@pytest.fixture
def incoming(keeping):
    """The book of what comes in; nothing stands in it yet."""
    return keeping.open()


@pytest.fixture
def outgoing(keeping):
    """The book of what goes out."""
    return keeping.open_outgoing()


@pytest.fixture
def bring(keeping):
    """Bring a file into a book."""

    def brought(book, files, **more):
        given = {"by": keeping.by, "at": NEW_YEARS_EVE, "book": book}
        return actions.bring(read(files, book), **{**given, **more})

    return brought


@pytest.fixture
def faults(bring):
    """What is found wrong with a file: (cell, code); each has a sentence."""

    def found(book, files, **more):
        with pytest.raises(Faulty) as wrong:
            bring(book, files, **more)
        assert all(FAULT_WORDS.sentence(one) for one in wrong.value.faults)
        return [(one.cell, one.code) for one in wrong.value.faults]

    return found

"""A file as rows of documents: the first sheet of XLSX with some of the columns, or CSV."""

from collections.abc import Iterable

from tinhgon.directives.correspondence.exchange.columns import book_table
from tinhgon.directives.models import Book
from tinhgon.ui.exchange import reading
from tinhgon.ui.exchange.reading import Said

MOST_ROWS = 50_000
"""So many documents stand in a book at most; a city's office registers some tens of thousands."""


def read(files: Iterable[tuple[str, bytes]], book: Book) -> Said:
    """What files of a name and content say of a book. Raises `Faulty` where they cannot be read."""
    return reading.read(files, [book_table(book)], MOST_ROWS)

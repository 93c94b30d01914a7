"""A file as rows of works: the first sheet of XLSX with some of the columns, or CSV."""

from collections.abc import Iterable
from datetime import date

from tinhgon.ui.exchange import reading
from tinhgon.ui.exchange.reading import Said
from tinhgon.work.exchange.columns import work_table

MOST_ROWS = 10_000
"""So many works are given at once; a city gives some hundreds."""


def read(files: Iterable[tuple[str, bytes]], on: date) -> Said:
    """What files of a name and content say of works. Raises `Faulty` where they cannot be read."""
    return reading.read(files, [work_table(on).table], MOST_ROWS)

"""A file as rows of texts by table: XLSX with a sheet for each, or CSV with one."""

from collections.abc import Iterable

from tinhgon.staff.exchange.columns import TABLES
from tinhgon.ui.exchange import reading
from tinhgon.ui.exchange.reading import Said


def read(files: Iterable[tuple[str, bytes]]) -> Said:
    """What several files of a name and content say of officers, posts and assignments.

    Raises `Faulty` where they cannot be read.
    """
    return reading.read(files, TABLES)

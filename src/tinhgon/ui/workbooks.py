"""Workbooks (XLSX) that somebody sends: their sheets, read without trusting the file.

openpyxl is imported where it is used: it takes a tenth of a second, which only those should wait
who send a workbook.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any

Row = tuple[Any, ...]
"""The cells of a row, blank ones at its end left out."""

MOST_BYTES = 100_000_000
"""Unpacked: a small file may hold very much."""
MOST_ROWS = 1_048_576
"""So many rows a sheet may have; a file may say that it has more."""
MOST_COLUMNS = 256
"""Columns that are read; what stands beyond is not."""

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, SyntaxError, OSError, EOFError),
    *(LookupError, ValueError, TypeError, AttributeError, RuntimeError),
)
"""What a file that only looks like XLSX may come to; faults of XML are a SyntaxError."""


class NotXlsx(Exception):
    """A file that is no workbook, or is broken inside."""


class TooMuch(Exception):
    """A workbook that unpacks to more than is read."""

    limit_mb = MOST_BYTES // 1_000_000


class TooManyRows(Exception):
    """A sheet with more rows than are read, blank ones counted."""


def sheet_rows(file: IO[bytes], most: int = MOST_ROWS) -> Iterator[Row]:
    """Each row of the first sheet, blank ones too. Raises `NotXlsx`, `TooMuch`, `TooManyRows`."""
    yield from _checked(_first(file), most)


def named_sheets(file: IO[bytes], most: int = MOST_ROWS) -> Iterator[tuple[str, Iterator[Row]]]:
    """Every sheet by its name, with its rows as `sheet_rows` gives them; raises what that does."""
    try:
        sheets = _sheets(file)
    except BROKEN:
        raise NotXlsx from None
    for sheet in sheets:
        yield sheet.title, _checked(_rows(sheet), most)


def _checked(rows: Iterator[Row], most: int) -> Iterator[Row]:
    """Rows of a sheet as long as it is sound and not too long."""
    for _ in range(most):
        try:
            row = next(rows)
        except StopIteration:
            return
        except BROKEN:
            raise NotXlsx from None
        yield row
    raise TooManyRows


def code_in(cell: Any) -> str | None:
    """The code that a cell shows as a number with zeros in front, as its format `00000` says."""
    shown = cell.number_format or ""
    is_code = isinstance(cell.value, int) and re.fullmatch("0{2,}", shown)
    return f"{cell.value:0{len(shown)}}" if is_code else None


def _first(file: IO[bytes]) -> Iterator[Row]:
    yield from _rows(_sheets(file)[0])


def _sheets(file: IO[bytes]) -> Any:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _check_size(file)
    try:
        return load_workbook(file, read_only=True).worksheets
    except InvalidFileException:
        raise NotXlsx from None


def _rows(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    blank: Any = None  # the library gives the same one again for each that is not in the file
    for row in sheet.iter_rows(max_col=MOST_COLUMNS):
        kept = () if row is blank else _without_blanks(row)
        blank = blank if kept else row
        yield kept


def _check_size(file: IO[bytes]) -> None:
    with zipfile.ZipFile(file) as packed:
        if sum(one.file_size for one in packed.infolist()) > MOST_BYTES:
            raise TooMuch
    file.seek(0)


def _without_blanks(row: Row) -> Row:
    last = max((place for place, cell in enumerate(row, 1) if cell.value is not None), default=0)
    return row[:last]

"""XLSX read as the lines of a table: codes keep their zeros, formulas stay what they are."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from tinhgon.domain.structure.plan_tables.faults import Fault, Faulty

MOST_BYTES = 100_000_000
"""Unpacked: a small file may hold very much."""
MOST_ROWS = 100_000
MOST_COLUMNS = 60

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, SyntaxError, OSError, EOFError),
    *(LookupError, ValueError, TypeError, AttributeError, RuntimeError),
)
"""What a file that only looks like XLSX may come to; faults of XML are a SyntaxError."""


def sheet_records(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet with their numbers; empty ones left out. Raises `Faulty`."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        _check_size(content)
        sheet = load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
        for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
            if number > MOST_ROWS:
                raise Faulty([Fault(number, None, "too-many-rows", {"most": MOST_ROWS})])
            cells = [_text(cell) for cell in row]
            if any(cells):
                yield number, cells
    except Faulty:
        raise
    except (InvalidFileException, *BROKEN):
        raise Faulty([Fault(None, None, "not-xlsx")]) from None


def _check_size(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(one.file_size for one in packed.infolist()) > MOST_BYTES:
            raise Faulty([Fault(None, None, "too-much", {"limit": MOST_BYTES // 1_000_000})])


def _text(cell: Any) -> str:
    """What a cell says. A number shown with zeros in front, as `00000` says, is a code."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return str(value) if str(value).startswith("=") else "=…"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and re.fullmatch("0{2,}", cell.number_format or ""):
        return f"{value:0{len(cell.number_format)}}"
    return str(value)

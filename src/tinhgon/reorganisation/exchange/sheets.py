"""XLSX read as the lines of a table: codes keep their zeros, formulas stay what they are."""

import io
from collections.abc import Iterator
from typing import Any

from tinhgon.domain.structure.plan_tables.faults import Fault, Faulty
from tinhgon.ui.workbooks import NotXlsx, TooManyRows, TooMuch, code_in, sheet_rows

MOST_ROWS = 100_000


def sheet_records(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet with their numbers; empty ones left out. Raises `Faulty`."""
    try:
        for number, row in enumerate(sheet_rows(io.BytesIO(content), MOST_ROWS), 1):
            cells = [_text(cell) for cell in row]
            if any(cells):
                yield number, cells
    except NotXlsx:
        raise Faulty([Fault(None, None, "not-xlsx")]) from None
    except TooMuch:
        raise Faulty([Fault(None, None, "too-much", {"limit": TooMuch.limit_mb})]) from None
    except TooManyRows:
        raise Faulty([Fault(MOST_ROWS, None, "too-many-rows", {"most": MOST_ROWS})]) from None


def _text(cell: Any) -> str:
    """What a cell says."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return str(value) if str(value).startswith("=") else "=…"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return code_in(cell) or str(value)

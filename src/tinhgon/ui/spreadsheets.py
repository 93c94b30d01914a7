"""Tables for spreadsheets: CSV and XLSX, nothing in them a formula, codes kept as text.

openpyxl is imported where it is used: it takes a tenth of a second, which only those should wait
who want a spreadsheet.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import IO, Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from tinhgon.domain.structure.plan_tables.cells import FORMULA
from tinhgon.ui.writing import printable

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BYTE_ORDER_MARK = "\ufeff"
"""Tells spreadsheets that a file is UTF-8."""

TABLES = ("csv", "xlsx")
"""The kinds of file that a page may be asked for: `?format=csv`."""


LINE_END = "\r\n"


class NotCsv(ValueError):
    """A file that is not CSV from a line on: a quotation mark there has no pair."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def read_csv(file: IO[str]) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line on which it begins, blank lines left out. Raises `NotCsv`.

    Cells are parted by commas, or by what a spreadsheet writes where the comma is the decimal mark.
    """
    reader = csv.reader(file, delimiter=_separator(file.readline()), strict=True)
    file.seek(0)
    line = 1
    try:
        for cells in reader:
            if "".join(cells).strip():
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise NotCsv(line) from None


def _separator(header: str) -> str:
    return next((mark for mark in (",", ";", "\t") if mark in header), ",")


def write_csv(out: IO[str], header: Iterable[Any], rows: Iterable[Iterable[Any]]) -> None:
    """A table as CSV, nothing in it a formula."""
    out.writelines(_csv_lines(header, rows))


def xlsx_bytes(header: Iterable[Any], rows: Iterable[Iterable[Any]]) -> bytes:
    """A table as XLSX, nothing in it a formula; codes stay text."""
    return workbook_bytes({None: (header, rows)})


Table = tuple[Iterable[Any], Iterable[Iterable[Any]]]
"""The header of a table and its rows."""


def workbook_bytes(tables: Mapping[str | None, Table]) -> bytes:
    """Tables as the sheets of one XLSX file, by their names; as safe as one table alone."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, (header, rows) in tables.items():
        sheet = book.create_sheet(name)
        for row in chain([header], rows):
            sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def download(
    name: str, header: Iterable[Any], rows: Iterable[Iterable[Any]], kind: str
) -> HttpResponse | StreamingHttpResponse:
    """A table as a file to keep: `kind` is csv (streamed, with a mark for spreadsheets) or xlsx."""
    header = [str(cell) for cell in header]
    response: HttpResponse | StreamingHttpResponse
    if kind == "xlsx":
        response = HttpResponse(xlsx_bytes(header, rows), content_type=XLSX)
    else:
        lines = chain([BYTE_ORDER_MARK], _csv_lines(header, rows))
        response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    named = content_disposition_header(as_attachment=True, filename=f"{name}.{kind}")
    response["Content-Disposition"] = named
    return response


def _csv_lines(header: Iterable[Any], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """CSV a line at a time.

    The writer puts in quotation marks what holds one of the characters of its own line end: so it
    ends lines with both, and one of them is taken away.
    """
    line = io.StringIO()
    writer = csv.writer(line, lineterminator=LINE_END)
    for row in chain([header], rows):
        writer.writerow([_harmless(cell) for cell in row])
        yield f"{line.getvalue().removesuffix(LINE_END)}\n"
        line.seek(0)
        line.truncate()


def _harmless(cell: Any) -> Any:
    """A cell that no spreadsheet carries out: an apostrophe goes before what would be a formula."""
    text = isinstance(cell, str) and cell.startswith(FORMULA)
    return f"'{cell}" if text else cell


def _cell(sheet: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if value == "":
        return None  # what is empty needs no cell
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value=value)
    cell = WriteOnlyCell(sheet, value=printable(value))
    cell.data_type = "s"
    return cell

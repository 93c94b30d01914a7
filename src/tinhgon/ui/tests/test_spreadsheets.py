"""Tables for spreadsheets carry nothing out and keep codes as text."""

import csv
import io

import pytest
from openpyxl import load_workbook

from tinhgon.ui.spreadsheets import download, write_csv, xlsx_bytes

ROWS = [("00634", "=1+1", 3), ("00637", "@SUM(A1)", None)]


def body(response):
    return b"".join(response.streaming_content).decode()


def test_what_a_spreadsheet_would_carry_out_is_written_as_text():
    out = io.StringIO()

    write_csv(out, ["code", "name", "count"], ROWS)

    assert out.getvalue() == "code,name,count\n00634,'=1+1,3\n00637,'@SUM(A1),\n"


def test_cells_of_a_workbook_are_no_formulas_and_codes_keep_their_zeros():
    sheet = load_workbook(io.BytesIO(xlsx_bytes(["code", "name", "count"], ROWS))).active

    assert [cell.value for cell in sheet[2]] == ["00634", "=1+1", 3]
    assert [cell.data_type for cell in sheet[2]] == ["s", "s", "n"]


def test_a_download_as_csv_tells_spreadsheets_that_it_is_utf_8():
    response = download("units", ["Tên"], [["Đại Mỗ"]], "csv")

    assert body(response) == "\ufeffTên\nĐại Mỗ\n"
    assert response["Content-Disposition"] == 'attachment; filename="units.csv"'


def test_a_download_as_csv_is_made_line_by_line():
    made = []
    rows = ([made.append(number) or str(number)] for number in range(3))

    lines = iter(download("units", ["n"], rows, "csv").streaming_content)
    next(lines)
    next(lines)

    assert made == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_download_names_its_kind(kind):
    assert download("units", ["n"], [], kind)["Content-Disposition"].endswith(f'units.{kind}"')


def test_a_line_end_within_a_cell_ends_no_line():
    out = io.StringIO()

    write_csv(out, ["name"], [["Đại\rMỗ"], ["Tây\nMỗ"]])

    assert [*csv.reader(io.StringIO(out.getvalue(), newline=""))] == [
        ["name"],
        ["Đại\rMỗ"],
        ["Tây\nMỗ"],
    ]


def test_a_character_that_no_workbook_holds_is_left_out():
    sheet = load_workbook(io.BytesIO(xlsx_bytes(["name"], [["Đại\x0b Mỗ\x00"]]))).active

    assert sheet["A2"].value == "Đại Mỗ"

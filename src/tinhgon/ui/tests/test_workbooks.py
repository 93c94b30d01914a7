"""Workbooks that somebody sends are read without trusting what they say of themselves."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from tinhgon.ui.workbooks import MOST_ROWS, NotXlsx, TooManyRows, TooMuch, code_in, sheet_rows

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def book():
    """A workbook of one sheet: a code shown with zeros, a blank, a name."""
    made = Workbook()
    made.active.append([634, None, "Đại Mỗ", None])
    made.active["A1"].number_format = "00000"
    out = io.BytesIO()
    made.save(out)
    return out


def altered(book, part, old, new):
    """The same workbook, but that one part of it says something else once."""
    out = io.BytesIO()
    with zipfile.ZipFile(book) as sound, zipfile.ZipFile(out, "w") as packed:
        for name in sound.namelist():
            held = sound.read(name)
            packed.writestr(name, held.replace(old, new, 1) if name == part else held)
    return out


def test_a_row_is_read_without_the_blanks_at_its_end(book):
    ((code, blank, name),) = sheet_rows(book)

    assert (code_in(code), blank.value, name.value) == ("00634", None, "Đại Mỗ")
    assert code_in(name) is None


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/workbook.xml", b"<sheets>", b"<sheets"),
        ("xl/workbook.xml", b"activeTab", b"tabActive"),
        (SHEET, b"<row", b"<row <"),
    ],
)
def test_what_is_broken_inside_is_no_workbook(book, part, old, new):
    with pytest.raises(NotXlsx):
        list(sheet_rows(altered(book, part, old, new)))


def test_all_rows_are_read_whatever_the_file_says_of_its_size(book):
    small = altered(book, SHEET, b'<dimension ref="A1:D1"/>', b'<dimension ref="A1"/>')

    assert [len(row) for row in sheet_rows(small)] == [3]


def test_rows_that_are_only_said_to_be_there_come_to_an_end(book):
    far = altered(book, SHEET, b'<row r="1"', b'<row r="99999999999"')

    with pytest.raises(TooManyRows):
        list(sheet_rows(far, 50))
    assert MOST_ROWS < 99999999999


def test_a_small_file_that_unpacks_to_very_much_is_not_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 101_000_000)

    with pytest.raises(TooMuch):
        next(sheet_rows(out))

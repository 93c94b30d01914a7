"""A book is searched by words, by the other side and by days, and taken along whole."""

import csv
import io

import pytest
from openpyxl import load_workbook

from tinhgon.directives.correspondence import actions
from tinhgon.directives.correspondence.conftest import JUNE, at
from tinhgon.directives.correspondence.listing import Wish, entries, registered_twice, wish_of
from tinhgon.directives.correspondence.table import header, lines
from tinhgon.ui.spreadsheets import download


@pytest.fixture
def book(keeping):
    """Three documents that came in, one of them cancelled."""
    kept = keeping.open()
    keeping.receive(kept)
    keeping.receive(
        kept,
        number="07-KH/BCĐ",
        abstract="Tinh giản biên chế",
        sender="Ban Chỉ đạo",
        issued=JUNE[1],
        received=JUNE[5],
    )
    third = keeping.receive(kept, number="12/TB-UBND", abstract="Họp giao ban", received=JUNE[10])
    actions.cancel(third, by=keeping.by, at=at(), reason="Nhầm sổ")
    return kept


def found(book, **asked):
    return [one.serial for one in entries(book, wish_of(asked))]


@pytest.mark.parametrize(
    ("asked", "serials"),
    [
        ({}, [3, 2, 1]),
        ({"q": "BIÊN chế"}, [2]),
        ({"q": "bien che"}, [2]),
        ({"q": "86/kh-ubnd"}, [1]),
        ({"q": "văn hóa rà"}, [1]),
        ({"party": "chỉ đạo"}, [2]),
        ({"party": "biên chế"}, []),
        ({"since": "09/06/2025"}, [3, 1]),
        ({"until": "09/06/2025"}, [2, 1]),
        ({"since": "06/06/2025", "until": "2025-06-09"}, [1]),
    ],
)
def test_documents_are_found_by_what_is_asked(book, asked, serials):
    assert found(book, **asked) == serials


def test_a_day_that_cannot_be_read_is_told_and_left_out(book):
    wish = wish_of({"since": "31/02/2025", "until": "05/06/2025"})

    assert "31/02/2025" in wish.wrong["since"]
    assert [one.serial for one in entries(book, wish)] == [2]


def test_what_goes_out_is_found_by_the_day_it_is_of(keeping):
    book = keeping.open_outgoing()
    keeping.send(book, issued=JUNE[5])
    keeping.send(book, issued=JUNE[9])

    assert found(book, since="06/06/2025") == [2]
    assert found(book, until="05/06/2025") == [1]
    assert found(book, party="dieu 3") == [2, 1]


def test_the_same_document_twice_is_pointed_out(book, keeping):
    again = keeping.receive(book, number="86/KH-UBND")
    other = keeping.receive(book, number="86/KH-UBND", issued=JUNE[6])

    assert [one.serial for one in registered_twice(again)] == [1]
    assert [*registered_twice(other)] == []


def test_a_book_is_taken_along_from_the_first_number_on(book, keeping, world):
    actions.forward(
        book.entries.get(serial=1), by=keeping.by, at=at(), unit=world.unit("TM"), words=""
    )
    rows = entries(book, Wish())

    workbook = download("so", header(book), lines(book, rows), "xlsx")
    text = download("so", header(book), lines(book, rows), "csv")

    sheet = load_workbook(io.BytesIO(workbook.content)).active
    told = [*csv.reader(io.StringIO(b"".join(text.streaming_content).decode()))]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [1, 2, 3]
    assert sheet["B2"].value.date() == JUNE[9]
    assert "Tây Mỗ" in told[1][7]
    assert told[3][9] == "Nhầm sổ"


def test_a_long_book_is_written_with_few_queries(book, keeping, django_assert_num_queries):
    for _ in range(5):
        keeping.receive(book)
    [*lines(book, entries(book, Wish()))]

    with django_assert_num_queries(4):
        assert len([*lines(book, entries(book, Wish()))]) == 8

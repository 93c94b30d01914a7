"""Many addresses at once, pasted or uploaded, on the page."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from tinhgon.registry.tests.pages import soup, words

PAGE = "/en/where/batch/"
TABLE = 'ho_so,dia_chi\nHS-1,"Phường Mễ Trì, Quận Nam Từ Liêm"\nHS-2,không có\n'


@pytest.fixture
def send(client, in_effect):
    """Send the form; the response."""
    return lambda **given: client.post(PAGE, given)


def text(response):
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode("utf-8-sig")


def csv_file(content=TABLE, name="hồ sơ.csv"):
    content = content.encode() if isinstance(content, str) else content
    return SimpleUploadedFile(name, content, "text/csv")


def test_pasted_lines_are_answered_on_the_page_with_names_and_codes(send):
    page = soup(send(lines="Phường Mễ Trì\n\nĐại Mổ Xẻ", form="page"))

    assert words(page, "tbody tr:first-child td:nth-of-type(2)") == ["Phường Đại Mỗ 00637"]
    assert page.select_one("tbody td a")["href"].startswith("/en/units/DM-new/")
    assert words(page, "tbody td:last-child") == ["Exactly", "Not found"]


def test_what_is_not_found_is_not_said_to_be_understood(send):
    page = soup(send(lines="Phường Đại Nỗ", form="page", asked_on="30/06/2025"))

    assert words(page, "tbody td:nth-of-type(1)") == [
        "not understood; perhaps Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội (00634)"
    ]


def test_a_unit_that_took_land_alone_is_marked(send):
    page = soup(send(lines="Phường Đại Mỗ, Nam Từ Liêm", form="page"))

    assert "Phường Dương Nội 09886 (land, no people)" in words(page, "tbody td")[1]


def test_pasted_lines_come_back_as_csv_with_the_lines(send):
    response = send(lines="Phường Mễ Trì", form="csv")

    assert response["Content-Disposition"] == 'attachment; filename="tinhgon-lookup.csv"'
    assert text(response).splitlines() == [
        "row,query,answer,answer_people,matched,how,answer_names",
        '1,Phường Mễ Trì,00637,00637,"Phường Mễ Trì, Quận Nam Từ Liêm, Thành phố Hà Nội (00632)",'
        "exact,Phường Đại Mỗ",
    ]


def test_an_uploaded_table_comes_back_with_all_its_columns(send):
    lines = text(send(table=csv_file())).splitlines()

    assert lines[0] == "ho_so,dia_chi,answer,answer_people,matched,how,answer_names"
    assert lines[1].startswith('HS-1,"Phường Mễ Trì, Quận Nam Từ Liêm",00637,00637,')
    assert lines[2].startswith("HS-2,không có,,,")


def test_a_column_of_the_sender_keeps_its_name(send):
    lines = text(send(table=csv_file("query,answer\nPhường Mễ Trì,?\n"))).splitlines()

    assert lines[0].startswith("query,answer,answer_2,answer_people,")
    assert lines[1].startswith("Phường Mễ Trì,?,00637,")


def test_a_spreadsheet_comes_back_as_a_spreadsheet(send):
    book, out = Workbook(), io.BytesIO()
    book.active.append(["số", "query"])
    book.active.append([7, "Phường Mễ Trì"])
    book.save(out)

    response = send(table=SimpleUploadedFile("a.xlsx", out.getvalue()))

    sheet = load_workbook(io.BytesIO(response.content)).active
    assert [cell.value for cell in sheet[2]][:3] == [7, "Phường Mễ Trì", "00637"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (
            {"table": csv_file(), "query_column": "q"},
            "There is no column “q”. Found: ho_so, dia_chi.",
        ),
        (
            {"table": csv_file("a,b\n1,2\n")},
            "Name the one with the addresses. Found: a, b.",
        ),
        ({"table": csv_file("a,b\n1,2\n")}, "Choose the file again"),
        ({"table": csv_file(TABLE.encode("utf-16")), "query_column": "dia_chi"}, "is not UTF-8"),
        ({"table": csv_file(name="a.pdf")}, "“a.pdf” is not a file of this kind"),
        ({"table": csv_file("query\n")}, "nothing below it"),
        ({}, "Write at least one address, or choose a table."),
        ({"lines": "Đại Mỗ\n" * 501}, "More than 500 lines"),
        ({"lines": "Đại Mỗ", "asked_on": "1/13/2025"}, "not in the calendar"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_the_way_out(send, given, says):
    response = send(**given)

    assert response.status_code == 422
    assert says in response.content.decode()


def test_what_was_pasted_is_kept_when_something_is_wrong(send):
    page = soup(send(lines="Phường Mễ Trì", on="hôm nay"))

    assert page.select_one("#id_lines").get_text().strip() == "Phường Mễ Trì"
    assert page.select_one("#id_on")["value"] == "hôm nay"


def test_nothing_in_the_answer_is_a_formula(send):
    response = send(table=csv_file("=2+2,query\n=1+1,Phường Mễ Trì\n"))

    header, row = text(response).splitlines()
    assert header.startswith("'=2+2,query,")
    assert row.startswith("'=1+1,")

"""Tables of works on pages: looked at, then given; what is wrong is listed by cell."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from tinhgon.staff.models import Upload
from tinhgon.work.exchange.tests.world import HEADER, row, rows, workbook
from tinhgon.work.models import Work

PAGE = "/units/D019/work/import/"


def file(lines):
    ((name, content),) = workbook(lines)
    return {"file": SimpleUploadedFile(name, content)}


def test_a_table_is_looked_at_and_then_given(people, works, show):
    looked = show(PAGE, by=people.hung, data=file(rows(3)))
    number = looked.find("button", {"name": "take"})["value"]
    before = Work.objects.count()
    show(PAGE, by=people.hung, data={"take": number}, status=302)

    assert "Rà soát nhà văn hóa số 0" in looked.text
    assert (before, Work.objects.count()) == (0, 3)
    assert not Upload.objects.exists()
    assert "3 works are given" in show("/work/", by=people.hung, desk="given", unit="D019").text


def test_what_is_wrong_is_listed_by_cell_and_nothing_is_given(people, works, client, show):
    client.force_login(people.hung)

    sent = client.post(f"/en{PAGE}", file([row(1), row(2, Nội_dung_nhiệm_vụ="")]))
    page = show(sent["Location"].removeprefix("/en"))
    taken = client.get(sent["Location"], {"format": "csv"})

    assert "giao-viec.xlsx is not taken" in page.text
    assert page.find("tbody").find("th").text.strip() == "B3"
    assert "B3" in b"".join(taken.streaming_content).decode()
    assert not Work.objects.exists()


def test_what_is_wrong_with_headings_stands_in_a_row_and_bears_vietnamese_names(
    people, works, client, show
):
    client.force_login(people.hung)
    lacking = [one for one in HEADER if one != "Đơn vị chủ trì"]
    ((name, content),) = workbook([row(1)], lacking)

    sent = client.post(PAGE, {"file": SimpleUploadedFile(name, content)})
    line = show(sent["Location"], language="vi").find("tbody").find("tr")

    place, sheet, column = (one.text.strip() for one in line.find_all(["th", "td"])[:3])
    assert (place, sheet, column) == ("Dòng 1", "nhiệm vụ", "đơn vị chủ trì")


def test_a_day_as_a_term_is_told_where_it_belongs(people, works, client, show):
    client.force_login(people.hung)

    sent = client.post(PAGE, file([row(1, Hạn_hoàn_thành="", Số_thời_hạn="31/12/2026")]))
    line = show(sent["Location"], language="vi").find("tbody").find("tr").text

    assert "Nếu là ngày, hãy dùng cột “hạn hoàn thành”" in line
    assert "số thời hạn" in line
    assert "term" not in line


def test_a_file_that_waits_is_taken_by_nobody_else_and_for_no_other_unit(people, works, show):
    looked = show(PAGE, by=people.hung, data=file(rows(1)))
    number = looked.find("button", {"name": "take"})["value"]

    other = show("/units/P01/work/import/", by=people.hung, data={"take": number}, status=422)

    assert "waits no longer" in other.text
    assert not Work.objects.exists()


@pytest.mark.parametrize("page", [PAGE, f"{PAGE}blank/", f"{PAGE}1/faults/"])
def test_only_who_gives_works_for_the_unit_brings_them_in(people, works, show, page):
    show(page, by=people.lan, status=403)
    show(page, by=people.an, status=403)


def test_the_blank_table_has_headings_and_explains_them(people, works, client):
    client.force_login(people.hung)

    answer = client.get(f"{PAGE}blank/")
    book = load_workbook(io.BytesIO(answer.content))

    assert book.sheetnames == ["nhiệm vụ", "Giải thích"]
    assert "đơn vị chủ trì" in [cell.value for cell in book["nhiệm vụ"][1]]
    assert book["Giải thích"].max_row == book["nhiệm vụ"].max_column + 1


def test_the_page_explains_the_columns_and_the_list_leads_to_it(people, works, show):
    page = show(PAGE, by=people.hung)
    listed = show("/work/", by=people.hung, desk="given", unit="D019")

    assert "The one unit that leads" in page.text
    assert listed.find("a", string="Bring in works")["href"].endswith(PAGE)

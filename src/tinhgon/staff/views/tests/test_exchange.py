"""Files brought in and taken along by pages and commands."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tinhgon.audit.models import Entry
from tinhgon.staff.exchange.tests import world
from tinhgon.staff.models import Officer, Upload
from tinhgon.ui.spreadsheets import XLSX

PAGE = "/staff/import/"


@pytest.fixture
def nga(person, books):
    """Ms Nga keeps the people of the district and below."""
    return person("nga", "personnel-officer", books.district)


def file(rows, name="staff.xlsx"):
    return SimpleUploadedFile(name, world.workbook(rows))


@pytest.fixture
def few():
    return world.tables(3)


def test_a_file_is_looked_at_before_it_is_taken(page, nga, few):
    looked = page(PAGE, by=nga, file=file(few))

    assert "new officers" in looked.words
    assert not Officer.objects.exists()
    number = Upload.objects.get().pk
    assert page(PAGE, by=nga, take=number).status_code == 302
    assert Officer.objects.count() == 3
    assert not Upload.objects.exists()


@pytest.fixture
def sent(page, nga):
    """Ms Nga sends a file with faults; the address of the list of them."""

    def send(rows):
        answer = page(PAGE, by=nga, file=file(rows))
        assert answer.status_code == 302
        return answer["Location"].removeprefix("/en")

    return send


def test_what_is_wrong_is_listed_and_the_file_is_forgotten(page, sent, few):
    few["officers"][1][2] = "31/02/1980"

    answer = page(sent(few))

    assert "staff.xlsx is not taken" in answer.words
    assert "1 place is wrong" in answer.words
    assert '<th scope="row">C3</th>' in answer.words
    assert "officers (cán bộ)" in answer.words
    assert "born (ngày sinh)" in answer.words
    assert "“31/02/1980” is not a day." in answer.words
    assert bytes(Upload.objects.get().content) == b""


def test_what_is_wrong_is_told_in_vietnamese_too(client, nga, sent, few):
    few["officers"][1][2] = "31/02/1980"
    address = sent(few)

    said = client.get(address).content.decode()

    assert "“31/02/1980” không phải ngày." in said


def test_many_faults_are_turned_over_and_taken_along(page, sent, client):
    rows = world.tables(60)
    rows["posts"] = [[*row[:1], "XX", *row[2:]] for row in rows["posts"]]
    address = sent(rows)

    first, second = page(address), page(f"{address}?page=2")
    taken = page(f"{address}?format=csv")

    assert "1–50 of 60" in first.words
    assert '<th scope="row">B2</th>' in first.words
    assert '<th scope="row">B61</th>' in second.words
    assert taken.lines[0].removeprefix("\ufeff") == "Sheet,Row,Cell,Column,What to mend"
    assert taken.lines[60].startswith('posts (vị trí),61,B61,unit (đơn vị),"There is no unit “XX”')
    assert client.get(f"{address}?format=xlsx")["Content-Type"] == XLSX


def test_a_list_that_goes_no_further_says_so(page, sent):
    rows = world.tables(600)
    rows["posts"] = [[*row[:1], "XX", *row[2:]] for row in rows["posts"]]

    answer = page(sent(rows))

    assert "500 places are wrong" in answer.words
    assert "there may be more" in answer.words


def test_what_is_wrong_with_a_file_only_whoever_sent_it_reads(page, sent, person, books, few):
    few["officers"][1][2] = "soon"
    address = sent(few)

    assert page(address, by=person("cuong", "personnel-officer", books.district)).status_code == 404


def test_a_faulty_file_is_not_taken_by_its_number(page, nga, sent, few):
    few["officers"][1][2] = "soon"
    sent(few)

    answer = page(PAGE, by=nga, take=Upload.objects.get().pk)

    assert "waits no longer" in answer.words
    assert not Officer.objects.exists()


def test_what_was_wrong_is_forgotten_after_a_day(page, sent, few):
    few["officers"][1][2] = "soon"
    address = sent(few)
    Upload.objects.update(at=timezone.now() - timedelta(days=1, minutes=1))

    assert page(address).status_code == 404


def test_nobody_takes_the_file_of_another(page, nga, person, books, few):
    page(PAGE, by=nga, file=file(few))
    other = person("cuong", "personnel-officer", books.district)

    answer = page(PAGE, by=other, take=Upload.objects.get().pk)

    assert answer.status_code == 422
    assert "waits no longer" in answer.words
    assert not Officer.objects.exists()


@pytest.mark.parametrize("sent", [{"take": "x"}, {"take": "999999"}, {"file": ""}])
def test_what_makes_no_sense_is_said_so(page, nga, sent):
    assert page(PAGE, by=nga, **sent).status_code == 422


def test_people_are_taken_along_by_whoever_reads_what_is_personal(staffed, page, nga, person):
    answer = page("/units/DM/posts/file/?on=2025-05-01&format=csv&table=officers", by=nga)

    assert "CB01,Đinh Thị Mai,1971-03-31,women,1" in answer.words
    assert Entry.objects.get(act="officers.read").facts["what"] == "particulars"
    head = person("cuong", "unit-head", staffed.books.dai_mo)
    assert page("/units/DM/posts/file/", by=head).status_code == 403


def test_a_table_that_there_is_not_is_not_found(staffed, page, nga):
    assert page("/units/DM/posts/file/?format=csv&table=x", by=nga).status_code == 404


# --- Commands -------------------------------------------------------------------------------------


def test_files_are_brought_in_by_a_command(books, tinhgon, tmp_path, few):
    path = tmp_path / "staff.xlsx"
    path.write_bytes(world.workbook(few))

    tried = tinhgon("staff", "import", path, "--dry-run")
    done = tinhgon("staff", "import", path, "--json")

    assert "Nothing was written." in tried.output
    assert json.loads(done.output)["new"]["officers"] == 3


def test_a_command_lists_all_that_is_wrong(books, tinhgon, tmp_path, few):
    few["officers"][0][2], few["posts"][0][1] = "soon", "XX"
    path = tmp_path / "staff.xlsx"
    path.write_bytes(world.workbook(few))

    ran = tinhgon("staff", "import", path)

    assert ran.exit_code == 2
    assert "sheet officers, row 2, column born (ngày sinh): “soon” is not a day." in ran.output
    assert "sheet posts, row 2, column unit" in ran.output
    assert "2 places are wrong" in ran.output


def test_what_a_command_takes_along_it_knows_again(staffed, tinhgon, tmp_path):
    ran = tinhgon("staff", "export", "D019", tmp_path / "out", "--on", "2025-05-01")
    files = [tmp_path / "out" / f"{name}.csv" for name in ("officers", "posts", "assignments")]
    back = tinhgon("staff", "import", *files, "--json")

    assert "3 officers" in ran.output
    assert json.loads(back.output) == {
        "new": {"officers": 0, "posts": 0, "assignments": 0},
        "known": {"officers": 3, "posts": 4, "assignments": 3},
        "unread": [],
    }


def test_a_workbook_is_written_as_well(staffed, tinhgon, tmp_path):
    ran = tinhgon("staff", "export", "D019", tmp_path / "a.xlsx", "--on", "2025-05-01")

    assert ran.exit_code == 0
    assert json.loads(tinhgon("staff", "import", tmp_path / "a.xlsx", "--json").output)[
        "known"
    ] == {"officers": 3, "posts": 4, "assignments": 3}

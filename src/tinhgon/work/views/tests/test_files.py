"""Files on the pages of works: put with a form, saved by who may see the work, withdrawn."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tinhgon.work.files.keeping import place_of
from tinhgon.work.models import Attachment

PDF = b"%PDF-1.7\n%" + b"x" * 100


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def work(people, works):
    return works.issue(title="Rà soát nhà văn hóa")


@pytest.fixture
def put(people, work, show):
    """Ms Lan reports with the minutes; the file."""
    sent = {"words": "Đã họp", "attached": SimpleUploadedFile("Biên bản họp.pdf", PDF)}
    show(f"/work/{work.key}/report/", by=people.lan, data=sent, status=302)
    return Attachment.objects.get()


def address(file):
    return f"/en/work/{file.work.key}/files/{file.pk}/"


def test_several_files_come_with_a_comment_without_script(people, work, show):
    form = show(f"/work/{work.key}/comment/", by=people.lan)
    files = [SimpleUploadedFile("a.pdf", PDF), SimpleUploadedFile("b.txt", b"mot hai")]

    sent = {"words": "Xem", "attached": files}
    show(f"/work/{work.key}/comment/", by=people.lan, data=sent, status=302)
    page = show(f"/work/{work.key}/", by=people.hung)

    box = form.find("input", type="file")
    assert (box.has_attr("multiple"), box.find_parent("form")["enctype"]) == (
        True,
        "multipart/form-data",
    )
    table = page.find(id="files-title").parent.find("table")
    assert [row.find("th").get_text(" ").split()[0] for row in table.find_all("tr")[1:]] == [
        *("b.txt", "a.pdf")
    ]
    assert "Đại Mỗ" in table.text


def test_words_are_kept_where_a_file_is_refused(people, work, show):
    sent = {"words": "Đã rà soát ba nhà", "attached": SimpleUploadedFile("a.pdf", b"MZ\x90\0")}

    page = show(f"/work/{work.key}/report/", by=people.lan, data=sent, status=422)

    assert "Đã rà soát ba nhà" in page.find("textarea").text
    assert "“a.pdf” is none of the files that are taken: PDF, DOCX" in page.text
    assert not Attachment.objects.exists()
    assert work.events.count() == 1


def test_whoever_sees_the_work_saves_a_file_and_nothing_is_carried_out(people, put, client):
    client.force_login(people.hung)

    answer = client.get(address(put))

    assert answer.streaming
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''Bi%C3%AAn%20b%E1%BA%A3n%20h%E1%BB%8Dp.pdf"
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["ETag"] == f'"{put.digest}"'
    assert "private" in answer["Cache-Control"]


def test_what_the_reader_has_is_not_sent_again(people, put, client):
    client.force_login(people.hung)

    answer = client.get(address(put), headers={"If-None-Match": f'"{put.digest}"'})

    assert (answer.status_code, answer.content) == (304, b"")


def test_to_a_stranger_and_under_another_work_there_is_no_file(people, put, works, client):
    other = works.issue()
    client.force_login(people.an)
    stranger = client.get(address(put)).status_code
    client.force_login(people.hung)

    assert stranger == 404
    assert client.get(f"/en/work/{other.key}/files/{put.pk}/").status_code == 404


def test_a_withdrawn_file_keeps_its_name_and_is_given_to_nobody(people, put, show, client):
    show(f"{address(put)[3:]}withdraw/", by=people.hung, status=403)
    show(f"{address(put)[3:]}withdraw/", by=people.lan, data={"reason": "Nhầm bản"}, status=302)

    page = show(f"/work/{put.work.key}/", by=people.hung)
    gone = show(address(put)[3:], status=404)

    assert "Biên bản họp.pdf" in page.find(id="files-title").parent.text
    assert page.find("a", href=address(put)) is None
    assert "was withdrawn: Nhầm bản" in gone.text


def test_a_file_that_is_missing_from_the_folder_is_told(people, put, show):
    place_of(put.digest).unlink()

    assert "is missing" in show(address(put)[3:], by=people.hung, status=404).text


def test_a_page_with_many_files_takes_no_more_queries(
    people, work, show, client, django_assert_max_num_queries
):
    def put(number):
        files = [SimpleUploadedFile(f"{one}.txt", b"%d" % one) for one in range(number)]
        show(f"/work/{work.key}/attach/", by=people.lan, data={"attached": files}, status=302)

    put(2)
    client.get(f"/en/work/{work.key}/")
    with django_assert_max_num_queries(50) as first:
        client.get(f"/en/work/{work.key}/")
    many = len(first)
    put(15)

    with django_assert_max_num_queries(many):
        page = client.get(f"/en/work/{work.key}/")

    assert page.content.decode().count(f"/work/{work.key}/files/") >= 17

"""A table of documents is looked at on a page, then entered; what is wrong is listed by cell."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tinhgon.directives.correspondence.exchange.tests.conftest import incoming  # noqa: F401
from tinhgon.directives.correspondence.exchange.tests.world import came, workbook
from tinhgon.directives.correspondence.views.tests.test_pages import show  # noqa: F401
from tinhgon.staff.models import Upload


@pytest.fixture
def page(incoming):  # noqa: F811 - the fixture
    return f"/correspondence/{incoming.pk}/import/"


def file(*lines, **more):
    ((name, content),) = workbook(lines)
    return {"file": SimpleUploadedFile(name, content), **more}


def test_a_table_is_looked_at_and_then_entered(show, clerk, incoming, page):  # noqa: F811
    looked = show(page, by=clerk, data=file(came(1), came(2, Lý_do_hủy="Ghi nhầm")))
    before = incoming.entries.count()
    number = looked.find("button", {"name": "take"})["value"]
    show(page, data={"take": number}, status=302)

    assert "Báo cáo biên chế số 1" in looked.text
    assert (before, incoming.entries.count()) == (0, 2)
    assert not Upload.objects.exists()
    assert "2 documents are entered" in show(f"/correspondence/{incoming.pk}/").text


def test_what_is_wrong_is_listed_by_cell_and_nothing_is_entered(
    show,  # noqa: F811
    client,
    clerk,
    incoming,  # noqa: F811
    page,
):
    client.force_login(clerk)

    sent = client.post(f"/en{page}", file(came(1), came(3, Nơi_gửi="")))
    listed = show(sent["Location"].removeprefix("/en"))
    taken = client.get(sent["Location"], {"format": "csv"})

    assert "so-van-ban.xlsx is not taken" in listed.text
    assert [one.text.strip() for one in listed.select("tbody th")] == ["C3", "A3"]
    assert "No. 2 is missing" in listed.text
    assert "A3" in b"".join(taken.streaming_content).decode()
    assert not incoming.entries.exists()


def test_that_days_may_go_back_is_remembered_until_the_file_is_taken(
    show,  # noqa: F811
    clerk,
    incoming,  # noqa: F811
    page,
):
    late = (came(1, Ngày_đến="2025-01-20"), came(2))
    show(page, by=clerk, data=file(*late), status=302)
    looked = show(page, data=file(*late, any_order="on"))
    number = looked.find("button", {"name": "take"})["value"]
    show(page, data={"take": number}, status=302)

    assert incoming.entries.count() == 2


def test_a_file_that_waits_is_taken_for_no_other_book(
    show,  # noqa: F811
    clerk,
    keeping,
    page,
):
    other = keeping.open(name="Khác")
    looked = show(page, by=clerk, data=file(came(1)))
    number = looked.find("button", {"name": "take"})["value"]

    told = show(f"/correspondence/{other.pk}/import/", data={"take": number}, status=422)

    assert "waits no longer" in told.text
    assert not other.entries.exists()


def test_only_who_keeps_the_book_brings_a_table_in(show, world, page, client):  # noqa: F811
    show(page, by=world.hung, status=403)
    show(f"{page}1/faults/", by=world.hung, status=403)
    show(page, by=world.an, status=404)
    client.logout()

    assert client.get(page).status_code == 302


def test_the_page_explains_the_columns_and_the_book_leads_to_it(
    show,  # noqa: F811
    clerk,
    world,
    incoming,  # noqa: F811
    page,
):
    book = f"/correspondence/{incoming.pk}/"

    assert "The running number, from 1 on" in show(page, by=clerk).text
    assert show(book).find("a", string="Bring in a book kept elsewhere")["href"].endswith(page)
    assert not show(book, by=world.hung).find("a", string="Bring in a book kept elsewhere")

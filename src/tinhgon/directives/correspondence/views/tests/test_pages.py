"""Pages of books: who sees what, what is registered from them, what a mistake says."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.directives.models import Book, BookEntry
from tinhgon.documents.models import Instrument
from tinhgon.registry.tests.pages import soup, words

TODAY = timezone.localdate()
DAY = f"{TODAY:%d/%m/%Y}"
BOOKS = "/correspondence/"


@pytest.fixture
def show(client):
    """A page as soup for somebody, in English unless told otherwise."""

    def shown(address, by=None, language="en", status=200, data=None, **asked):
        if by:
            client.force_login(by)
        root = "" if language == "vi" else f"/{language}"
        send = client.get if data is None else client.post
        response = send(f"{root}{address}", asked if data is None else data)
        assert response.status_code == status
        return soup(response)

    return shown


@pytest.fixture
def now(keeping):
    """What is registered today, by an operator."""
    return {"year": TODAY.year, "at": timezone.now()}


@pytest.fixture
def incoming(keeping, now):
    book = keeping.open(**now)
    keeping.receive(book, timezone.now(), issued=TODAY, received=TODAY)
    return book


@pytest.fixture
def outgoing(keeping, now):
    return keeping.open_outgoing(**now)


def typed(**more):
    """What a clerk types of a document that came in."""
    given = {"number": "99/BC-SNV", "issued": DAY, "received": DAY, "abstract": "Báo cáo quý"}
    return given | {"sender": "Sở Nội vụ"} | more


def sent(**more):
    """What a clerk types of a document that goes out."""
    given = {"type": "QĐ:quyết định", "issuer": "UBND", "issued": DAY, "signer": "Đinh Thị Mai"}
    return given | {"abstract": "Thành lập tổ", "recipients": "Như Điều 3", "among": "no"} | more


def entered():
    """The instrument that the first document which went out is."""
    return Instrument.objects.get(number="01/QĐ-UBND")


def test_a_clerk_opens_a_book_and_registers_what_came_in(show, clerk):
    empty = show(BOOKS, by=clerk)
    opening = {"direction": "incoming", "name": "Chung", "year": TODAY.year, "system": "state"}
    show("/units/DM/correspondence/new/", data=opening, status=302)
    book = Book.objects.get()
    show(f"{BOOKS}{book.pk}/new/", data=typed(), status=302)

    page = show(f"{BOOKS}{book.pk}/")

    assert "No book has been opened yet" in empty.text
    assert words(page, "#list-title") == ["1 document"]
    assert "99/BC-SNV" in page.find("table").text


def test_a_wrong_number_says_what_is_wrong_and_what_was_typed_stays(show, clerk, incoming):
    page = show(f"{BOOKS}{incoming.pk}/new/", by=clerk, data=typed(number="99-BC"), status=422)

    assert "No type of document" in page.text or "After the digits" in page.text
    assert page.find(id="id_abstract").text.strip() == "Báo cáo quý"
    assert incoming.entries.count() == 1


def test_what_goes_out_gets_its_number_from_the_page(show, clerk, outgoing):
    form = show(f"{BOOKS}{outgoing.pk}/new/", by=clerk)
    show(f"{BOOKS}{outgoing.pk}/new/", data=sent(among="enter"), status=302)

    entry = show(f"{BOOKS}{outgoing.pk}/1/", language="vi")

    assert "The next number is 1" in form.text
    assert "01/QĐ-UBND" in entry.find("h1").text
    assert entry.select(f"a[href='/instruments/{entered().pk}/']")


def test_an_instrument_of_the_same_number_and_day_asks_whether_it_is_that_one(
    show, clerk, outgoing
):
    Instrument.objects.create(number="01/QĐ-UBND", issued=TODAY, titles={"vi": "Việc khác"})

    page = show(f"{BOOKS}{outgoing.pk}/new/", by=clerk, data=sent(among="enter"), status=422)

    assert "Việc khác" in page.text
    assert not outgoing.entries.exists()


def test_a_document_is_passed_on_amended_and_cancelled_from_its_page(show, clerk, incoming):
    page = f"{BOOKS}{incoming.pk}/1/"
    nobody = show(f"{page}forward/", by=clerk, data={}, status=422)
    show(f"{page}forward/", data={"unit": "TM"}, status=302)
    amended = typed(number="88/KH-UBND", free="")
    show(f"{page}amend/", data=amended, status=302)
    show(f"{page}cancel/", data={"reason": ""}, status=422)
    show(f"{page}cancel/", data={"reason": "Nhầm sổ"}, status=302)
    show(f"{page}cancel/", data={"reason": "Lại"}, status=404)

    told = show(page)

    assert "Name the unit to which it is passed on" in nobody.text
    assert "Tây Mỗ" in told.text
    assert "88/KH-UBND" in told.find("h1").text
    assert "Nhầm sổ" in told.text
    assert not told.select("a[href$='/cancel/']")


def test_an_amendment_begins_with_what_stands_there(show, clerk, incoming):
    page = show(f"{BOOKS}{incoming.pk}/1/amend/", by=clerk)

    assert page.find(id="id_number")["value"] == "86/KH-UBND"
    assert page.find(id="id_received")["value"] == DAY


def test_whoever_sees_the_work_reads_the_book_and_changes_nothing(show, world, incoming):
    page = show(f"{BOOKS}{incoming.pk}/1/", by=world.hung)

    assert "86/KH-UBND" in page.find("h1").text
    assert not page.select("a[href$='/amend/']")
    show(f"{BOOKS}{incoming.pk}/new/", status=403)
    show(f"{BOOKS}{incoming.pk}/1/cancel/", data={"reason": "x"}, status=403)
    assert not BookEntry.objects.exclude(cancelled_at=None).exists()


def test_for_others_there_is_nothing(show, world, incoming):
    assert "86/KH-UBND" not in show(BOOKS, by=world.lan, unit="DM").text
    for_lan = f"{BOOKS}{incoming.pk}/"
    show(for_lan, status=404)
    show(f"{for_lan}1/", status=404)
    show(for_lan, format="csv", status=404)
    show(f"{for_lan}new/", status=404)
    assert "Document books" not in show("/units/DM/").find("main").text


def test_a_unit_shows_its_books_to_whoever_may_see_them(show, clerk, incoming):
    panel = show("/units/DM/", by=clerk).find("section", {"aria-labelledby": "unit-books-title"})

    assert f"Chung {TODAY.year}" in panel.text
    assert "1 document" in panel.text


def test_an_instrument_leads_back_to_its_book(show, clerk, world, outgoing, client):
    show(f"{BOOKS}{outgoing.pk}/new/", by=clerk, data=sent(among="enter"), status=302)
    address = f"/instruments/{entered().pk}/"

    assert "In the document books" in show(address).text
    assert "In the document books" not in show(address, by=world.lan).text


def test_what_came_in_can_be_read_as_a_conclusion_by_whoever_may(show, clerk, incoming, operator):
    page = f"{BOOKS}{incoming.pk}/1/"
    assert not show(page, by=clerk).select("a[href='/en/directives/reading/']")

    role = {"role": "standing-office", "on": date(2025, 1, 1)}
    accounts.grant(clerk, by=operator, reason="văn phòng", **role)

    assert show(page).select("a[href='/en/directives/reading/']")


def test_what_came_in_is_tied_to_the_instrument_of_its_number_and_day(show, clerk, incoming):
    Instrument.objects.create(number="86/KH-UBND", issued=TODAY - timedelta(days=1))
    there = Instrument.objects.create(number="86/KH-UBND", issued=TODAY, titles={"vi": "Đúng"})

    links = show(f"{BOOKS}{incoming.pk}/1/", by=clerk).select("main a[href*='/instruments/']")

    assert [one["href"] for one in links] == [f"/en/instruments/{there.pk}/"]


def test_what_went_out_is_not_taken_for_an_instrument_that_it_was_not_said_to_be(
    show, clerk, outgoing, keeping
):
    keeping.send(outgoing, timezone.now(), issued=TODAY)
    Instrument.objects.create(number="01/QĐ-UBND", issued=TODAY, titles={"vi": "Của xã khác"})

    page = show(f"{BOOKS}{outgoing.pk}/1/", by=clerk)

    assert "It stands in the book alone." in page.text
    assert "Của xã khác" not in page.text


def test_the_book_of_last_year_leads_to_that_of_this_one(show, clerk, keeping):
    last = keeping.open(year=TODAY.year - 1, at=timezone.now())

    (link,) = show(f"{BOOKS}{last.pk}/", by=clerk).select("a[href*='/correspondence/new/']")
    form = show(link["href"].removeprefix("/en"))

    assert form.find(id="id_name")["value"] == "Chung"
    assert form.find(id="id_year")["value"] == str(TODAY.year)


def test_a_day_that_is_none_is_told_beside_its_box(show, clerk, incoming):
    page = show(f"{BOOKS}{incoming.pk}/", by=clerk, since="31/02/2026")

    assert "31/02/2026" in page.find(id="since-error").text
    assert page.find(id="since")["value"] == "31/02/2026"


def test_a_search_without_a_hit_says_so(show, clerk, incoming):
    assert "Nothing fits" in show(f"{BOOKS}{incoming.pk}/", by=clerk, q="không có").text


def test_many_documents_come_in_pages_and_take_no_more_queries(
    show, clerk, incoming, keeping, client, world, django_assert_num_queries
):
    client.force_login(clerk)
    client.get(f"{BOOKS}{incoming.pk}/")
    with django_assert_num_queries(20, exact=False) as few:
        client.get(f"{BOOKS}{incoming.pk}/")
    given = {"issued": TODAY, "received": TODAY, "sender": "", "sender_unit": world.unit("TM")}
    for _one in range(51):
        keeping.receive(incoming, timezone.now(), **given)

    with django_assert_num_queries(len(few), exact=False):
        page = show(f"{BOOKS}{incoming.pk}/")

    assert len(page.select("tbody tr")) == 50
    assert "52 documents" in page.text
    assert len(show(f"{BOOKS}{incoming.pk}/", page=2).select("tbody tr")) == 2


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_book_is_taken_along(show, clerk, incoming, client, kind):
    client.force_login(clerk)

    response = client.get(f"{BOOKS}{incoming.pk}/", {"format": kind})

    assert response.status_code == 200
    assert b"".join(response.streaming_content if response.streaming else [response.content])

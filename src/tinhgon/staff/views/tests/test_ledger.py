"""The ledger of a unit, a form for each act, and reversals."""

import pytest
from bs4 import BeautifulSoup

from tinhgon.staff.conftest import KIND, MAY
from tinhgon.staff.models import Movement

FORM = "/units/D019/posts/allocate/"
SENT = {"posts": "3", "kind": KIND, "other": "DM", "day": "01/05/2025", "reason": "điều hòa"}


@pytest.fixture
def hoa(person, books):
    """Ms Hoa moves posts in the district and below."""
    return person("hoa", "posts-officer", books.district)


def summary(answer):
    soup = BeautifulSoup(answer.content, "html.parser")
    return " ".join(
        one.get_text(" ", strip=True) for one in soup.select(".tg-error, .tg-errors li")
    )


def test_the_ledger_says_what_came_and_went_latest_first(books, page):
    books.transfer(2, books.dai_mo, books.tay_mo, MAY)

    words = page("/units/DM/posts/ledger/?on=2025-05-01").words

    assert words.index("transferred from Phường Đại Mỗ") < words.index("allotted by Quận Nam Từ")
    assert "−2" in words
    assert "+12" in words


def test_what_came_later_is_not_shown(books, page):
    books.transfer(2, books.dai_mo, books.tay_mo, MAY)

    assert "transferred" not in page("/units/DM/posts/ledger/?on=2025-04-30").words


def test_a_unit_without_movements_says_so(books, page):
    assert "No posts were moved until this day" in page("/units/MT/posts/ledger/").words


def test_posts_are_allotted_by_the_form(books, page, hoa):
    answer = page(FORM, by=hoa, **SENT)

    assert answer.status_code == 302
    assert Movement.objects.filter(target_unit=books.dai_mo, posts=3, day=MAY).exists()


@pytest.mark.parametrize("typed", ["Phường Đại Mỗ (DM)", "00634", "Phường Đại Mỗ"])
def test_a_unit_is_named_as_people_name_it(books, page, hoa, typed, monkeypatch):
    monkeypatch.setattr("tinhgon.staff.views.ledger.localdate", lambda: MAY)

    assert page(FORM, by=hoa, **{**SENT, "other": typed}).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"posts": "99"}, "Quận Nam Từ Liêm lacks"),
        ({"posts": ""}, "You have not filled this in."),
        ({"other": "P01"}, "does not stand above"),
        ({"other": "Xứ Lạ"}, "is no unit of this day"),
        ({"other": ""}, "Name the unit."),
        ({"reason": ""}, "Say under which instrument"),
        ({"under": "9/QĐ"}, "no instrument with the number"),
        ({"day": "soon"}, "is not a day"),
        ({"kind": "knight"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_is_kept(books, page, hoa, wrong, said):
    before = Movement.objects.count()

    answer = page(FORM, by=hoa, **{**SENT, **wrong})

    assert answer.status_code == 422
    assert said in answer.words
    assert "điều hòa" in answer.words or "reason" in wrong
    assert Movement.objects.count() == before


@pytest.mark.parametrize(
    ("unit", "act", "sent", "made"),
    [
        ("DM", "give-back", {"other": "D019"}, ("return", "DM", "D019")),
        ("DM", "transfer", {"other": "TM"}, ("transfer", "DM", "TM")),
        ("DM", "lapse", {"purse": "open"}, ("lapse", "DM", None)),
        ("DM", "freeze", {}, ("freeze", "DM", "DM")),
    ],
)
def test_each_act_has_its_form(books, page, hoa, unit, act, sent, made):
    given = {name: value for name, value in SENT.items() if name != "other"} | sent

    assert page(f"/units/{unit}/posts/{act}/", by=hoa).status_code == 200
    assert page(f"/units/{unit}/posts/{act}/", by=hoa, **given).status_code == 302
    last = Movement.objects.latest("pk")
    assert (last.act, str(last.source_unit), last.target_unit and str(last.target_unit)) == made


def test_what_the_authority_above_granted_is_entered_by_whoever_may_do_everything(
    books, page, person, hoa
):
    sent = {name: value for name, value in SENT.items() if name != "other"}

    assert page("/units/D019/posts/grant/", by=hoa, **sent).status_code == 403
    assert (
        page("/units/P01/posts/grant/", by=person("all", "posts-officer"), **sent).status_code
        == 302
    )
    assert Movement.objects.latest("pk").source_unit is None


@pytest.mark.parametrize(
    "address",
    ["/units/P01/posts/allocate/", "/units/D019/posts/freeze/", "/units/P01/posts/lapse/"],
)
def test_nobody_moves_what_they_do_not_answer_for(books, page, hoa, address):
    assert page(address, by=hoa).status_code == 403
    assert page(address, by=hoa, **{**SENT, "purse": "open"}).status_code == 403


def test_an_act_that_there_is_not_is_not_found(books, page, hoa):
    assert page("/units/DM/posts/juggle/", by=hoa).status_code == 404


def test_a_movement_is_reversed_once_by_its_form(books, page, hoa):
    moved = books.transfer(2, books.dai_mo, books.tay_mo, MAY)
    address = f"/movements/{moved.pk}/reversal/"

    shown = page(address, by=hoa)
    done = page(address, by=hoa, reason="nhập nhầm", day="01/05/2025")
    again = page(address, by=hoa, reason="nhập nhầm", day="01/05/2025")

    assert "transferred from Phường Đại Mỗ" in shown.words
    assert done.status_code == 302
    assert (again.status_code, "reversed already" in again.words) == (422, True)


def test_what_came_from_above_is_not_reversed_below(books, page, hoa):
    came = books.allocate(1, books.city, books.district)

    assert page(f"/movements/{came.pk}/reversal/", by=hoa).status_code == 403
    assert page("/movements/999999/reversal/", by=hoa).status_code == 404


def test_the_ledger_may_be_kept(books, page):
    answer = page("/units/DM/posts/ledger/?on=2025-05-01&format=csv")

    assert answer.lines[1].endswith("allocate,12,civil-servant,D019,DM,,giao đầu năm")


def test_pages_of_a_ledger_take_few_queries(books, client, django_assert_num_queries):
    client.get("/units/DM/posts/ledger/?on=2025-05-01")

    with django_assert_num_queries(6):
        client.get("/units/DM/posts/ledger/?on=2025-05-01")


# --- What went on in a reorganisation -------------------------------------------------------------

LEDGER = "/units/DM/posts/ledger/?on=2025-07-01"


def test_the_ledger_says_who_took_posts_over(in_effect, books, page):
    words = page(LEDGER).words

    assert "took over 12 civil servants from Phường Đại Mỗ in a reorganisation" in words
    assert "−12" in words


def test_it_says_so_in_vietnamese(in_effect, books, client):
    words = client.get(LEDGER).content.decode()

    assert "tiếp nhận 12 công chức từ Phường Đại Mỗ do sắp xếp" in words


def test_the_table_names_the_act(in_effect, books, client):
    answer = client.get(f"{LEDGER}&format=csv")
    lines = b"".join(answer.streaming_content).decode().splitlines()

    assert ",2025-07-01,succession,12,civil-servant,DM,DM-new," in lines[1]


def test_what_went_on_offers_no_reversal(in_effect, books, page, person):
    everything = person("van", "posts-officer")
    row = Movement.objects.get(act="succession", source_unit=books.dai_mo)
    allotted = Movement.objects.get(target_unit=books.dai_mo)

    words = page(LEDGER, by=everything).words

    assert f"/movements/{row.pk}/" not in words
    assert f"/movements/{allotted.pk}/" in words


def test_who_moves_posts_is_shown_where_to_register_a_decision(books, page, hoa):
    answer = page(FORM, by=hoa, **{**SENT, "under": "9/QĐ"})

    assert "/en/instruments/new/?number=9%2FQ%C4%90" in answer.words


def test_other_errors_do_not_show_the_way(books, page, hoa):
    assert "/instruments/new/" not in page(FORM, by=hoa, **{**SENT, "posts": ""}).words

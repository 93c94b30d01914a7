"""The list of instruments and the page of one, as readers in the small world meet them."""

import csv

import pytest

from tinhgon.documents.models import Instrument
from tinhgon.registry.directory import directory
from tinhgon.registry.tests.pages import soup, words
from tinhgon.ui import panels


@pytest.fixture
def page(client):
    def read(address, status=200, **asked):
        response = client.get(address, asked)
        assert response.status_code == status
        return soup(response)

    return read


@pytest.fixture
def address(in_effect):
    """The page of the resolution on the communes of Hà Nội."""
    return f"/en/instruments/{Instrument.objects.get(number='1656/NQ-UBTVQH15').pk}/"


def numbers(page):
    return words(page, "#list li a")


def test_all_instruments_are_listed_with_days_and_marks(in_effect, page):
    found = page("/en/instruments/")

    assert words(found, "#list h2") == ["2 instruments"]
    assert numbers(found) == ["1656/NQ-UBTVQH15", "203/2025/QH15"]
    assert (
        "Issued 16 June 2025, in force 16 June 2025, operative 1 July 2025"
        in (words(found, "#list li")[0])
    )
    assert "Secondary source" in words(found, "#list li")[0]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "1656"}, ["1656/NQ-UBTVQH15"]),
        ({"q": "hien phap"}, ["203/2025/QH15"]),
        ({"q": "Communes of Hà Nội"}, ["1656/NQ-UBTVQH15"]),
        ({"type": "QH15"}, ["203/2025/QH15"]),
        ({"year": "2025"}, ["1656/NQ-UBTVQH15", "203/2025/QH15"]),
        ({"year": "1999"}, []),
    ],
)
def test_instruments_are_found_by_words_year_and_type(in_effect, page, asked, found):
    assert numbers(page("/en/instruments/", **asked)) == found


def test_where_nothing_fits_this_is_said_with_a_way_back(in_effect, page):
    found = page("/en/instruments/", q="không có")

    assert words(found, ".tg-empty h2") == ["Nothing fits"]
    assert found.select_one("#q")["value"] == "không có"


def test_an_empty_register_says_that_none_is_recorded(register, page):
    Instrument.objects.all().delete()

    assert "No instrument is recorded yet" in words(page("/en/instruments/"), ".tg-empty h2")


def test_the_part_that_is_fetched_is_the_part_of_the_whole_page(in_effect, client, page):
    asked = {"q": "1656"}
    part = soup(client.get("/en/instruments/", asked, headers={"HX-Request": "true"}))

    assert str(part.select_one("#list")) == str(
        page("/en/instruments/", **asked).select_one("#list")
    )
    assert part.select_one("header") is None


def test_the_list_can_be_taken_along(in_effect, client):
    response = client.get("/instruments/", {"format": "csv", "type": "QH15"})

    (row,) = csv.DictReader(b"".join(response).decode("utf-8-sig").splitlines())
    assert (row["number"], row["operative"]) == ("203/2025/QH15", "2025-07-01")


def test_an_instrument_says_its_days_and_the_time_between(address, page):
    found = page(address)

    assert words(found, "h1") == ["1656/NQ-UBTVQH15"]
    assert (
        "In force from 16 June 2025, operative from 1 July 2025"
        in (words(found, ".tg-note--gold")[0])
    )
    assert "both the old and the new apparatus" in words(found, ".tg-note--gold")[0]


def test_its_title_stands_in_both_languages(address, page):
    titles = {title["lang"]: title.get_text() for title in page(address).select("dd[lang]")}

    assert titles["en"] == "Communes of Hà Nội"
    assert titles["vi"].startswith("Về việc sắp xếp")


def test_what_was_done_under_it_is_counted_and_listed(address, page):
    found = page(address)

    assert words(found, "#done .tg-filters a") == ["Begun 3", "Changed 1", "Ended 4"]
    assert words(found, "#done tbody th") == [
        "Phường Tây Mỗ",
        "Phường Đại Mỗ",
        "Phường Dương Nội",
    ]
    assert "Điều 1 khoản 1" in words(found, "#done tbody tr")[0]


def test_what_changed_is_told_with_before_and_after(address, page):
    (row,) = words(page(address, list="changed"), "#done tbody tr")

    assert "Under: Quận Nam Từ Liêm → Thành phố Hà Nội" in row


def test_a_link_leads_to_the_unit_on_a_day_on_which_it_stood(address, page):
    found = page(address, list="ended")

    links = {link.get_text(): link["href"] for link in found.select("#done tbody a")}
    assert links["Phường Mễ Trì"] == "/en/units/MT/?on=2025-06-30"


def test_the_part_of_the_list_is_the_part_of_the_whole_page(address, client, page):
    heads = {"HX-Request": "true", "HX-Target": "done"}
    part = soup(client.get(address, {"list": "ended"}, headers=heads))

    assert str(part.select_one("#done")) == str(page(address, list="ended").select_one("#done"))
    assert part.select_one("header") is None


def number_of(request, instrument):
    return f"<p>{instrument.number}!</p>"


def test_higher_modules_show_their_plans_here(address, page, monkeypatch):
    monkeypatch.setattr(panels, "_panels", {"instrument": [(1, f"{__name__}.number_of")]})

    assert "1656/NQ-UBTVQH15!" in page(address).get_text()


def test_an_unknown_instrument_is_not_found(in_effect, page):
    found = page("/en/instruments/999999/", status=404)

    assert "The register knows no such instrument." in found.get_text()


def test_everything_done_can_be_taken_along(address, client):
    response = client.get(address, {"format": "csv"})

    rows = list(csv.DictReader(b"".join(response).decode("utf-8-sig").splitlines()))
    assert [row["what"] for row in rows].count("begun") == 3
    assert [row["what"] for row in rows].count("ended") == 4


def test_what_changed_stands_apart_from_the_units_at_the_other_end(address, client):
    response = client.get(address, {"format": "csv"})

    rows = list(csv.DictReader(b"".join(response).decode("utf-8-sig").splitlines()))
    assert {row["changes"] for row in rows if row["what"] != "changed"} == {""}
    assert {row["others"] for row in rows if row["what"] == "changed"} == {""}


def test_a_page_takes_the_same_queries_for_much_and_for_little(
    in_effect, client, django_assert_num_queries
):
    much, little = Instrument.objects.order_by("number")
    directory()

    with django_assert_num_queries(8):
        client.get(f"/instruments/{much.pk}/")
    with django_assert_num_queries(8):
        client.get(f"/instruments/{little.pk}/")


# --- The same for programs ------------------------------------------------------------------------


def test_programs_get_the_list_and_find_in_it(in_effect, client):
    found = client.get("/api/v1/instruments", {"q": "1656"}).json()

    assert [one["number"] for one in found["items"]] == ["1656/NQ-UBTVQH15"]
    assert found["items"][0]["operative"] == "2025-07-01"


def test_programs_get_one_instrument_or_a_problem(in_effect, client):
    one = Instrument.objects.first()

    assert client.get(f"/api/v1/instruments/{one.pk}").json()["number"] == one.number
    missing = client.get("/api/v1/instruments/999999")
    assert (missing.status_code, missing["Content-Type"]) == (404, "application/problem+json")


def test_programs_get_what_was_done_under_it(in_effect, client):
    one = Instrument.objects.get(number="203/2025/QH15")

    found = client.get(f"/api/v1/instruments/{one.pk}/consequences", {"what": "ended"}).json()

    assert [done["key"] for done in found["items"]] == ["D019", "D268"]


# --- Registering ----------------------------------------------------------------------------------

NEW = "/en/instruments/new/"
GIVEN = {
    "number": "245/QĐ-UBND",
    "title_vi": "Về việc giao biên chế",
    "title_en": "",
    "issued": "20/01/2026",
    "in_force": "20/01/2026",
    "operative": "",
    "mark": "K",
    "source": "",
}


@pytest.fixture
def hung(world, client):
    """Mr Hùng keeps the register."""
    client.force_login(world.hung)
    return client


def test_whoever_may_is_offered_to_register_one(hung, page):
    assert words(page("/en/instruments/"), "a[href$='/instruments/new/']") == [
        "Register an instrument"
    ]


def test_others_are_not_and_are_refused(world, page, client):
    client.force_login(world.an)

    assert page("/en/instruments/").select("a[href$='/instruments/new/']") == []
    assert client.get(NEW).status_code == 403
    assert client.post(NEW, GIVEN).status_code == 403
    assert not Instrument.objects.filter(number="245/QĐ-UBND").exists()


def test_a_stranger_is_asked_to_sign_in(world, client):
    assert client.post(NEW, GIVEN).url == f"/en/account/login/?next={NEW}"


def test_who_plans_may_too(world, client):
    client.force_login(world.huong)

    assert client.get(NEW).status_code == 200


def test_registered_its_page_is_opened_and_says_so(hung):
    answer = hung.post(NEW, GIVEN, follow=True)

    made = Instrument.objects.get(number="245/QĐ-UBND")
    assert answer.redirect_chain[-1][0] == f"/en/instruments/{made.pk}/"
    assert words(soup(answer), "h1") == ["245/QĐ-UBND"]
    assert "The instrument is registered." in answer.content.decode()
    assert made.titles == {"vi": "Về việc giao biên chế"}
    assert made.operative is None


@pytest.mark.parametrize(
    ("given", "box", "says"),
    [
        ({"number": ""}, "number", "Write the number of the instrument."),
        ({"number": "1" * 61}, "number", "at most 60"),
        ({"number": "203/2025/QH15", "issued": "16/06/2025"}, "number", "already has 203/2025"),
        ({"number": "203/2025/QH15", "issued": "", "in_force": ""}, "number", "If another is"),
        ({"title_vi": " "}, "title_vi", "Say what the instrument is about."),
        ({"issued": "31/02/2026"}, "issued", ""),
        ({"issued": "31/12/2999", "in_force": ""}, "issued", "cannot be registered"),
        ({"in_force": "19/01/2026"}, "in_force", "before the day of issue, 20 January 2026"),
        ({"operative": "19/01/2026", "in_force": ""}, "operative", "before the day of issue"),
        ({"mark": "X"}, "mark", "Select a valid choice"),
        ({"source": "x" * 201}, "source", "at most 200"),
    ],
)
def test_what_will_not_do_is_told_at_its_box_and_nothing_typed_is_lost(hung, given, box, says):
    answer = hung.post(NEW, {**GIVEN, "source": "Công báo số 9", **given})

    page = soup(answer)
    typed = {"source": "Công báo số 9", **given}
    assert answer.status_code == 422
    assert says in words(page, f"#id_{box}_error")[0]
    assert page.select_one("[name=source]")["value"] == typed["source"]
    assert page.select_one(f".tg-errors a[href='#id_{box}']") is not None


def test_where_it_is_there_already_the_way_to_it_is_shown(hung):
    held = Instrument.objects.get(number="203/2025/QH15")

    answer = hung.post(NEW, {**GIVEN, "number": "203/2025/qh15", "issued": "16/06/2025"})

    link = soup(answer).select_one("#id_number_error a")
    assert link["href"] == f"/en/instruments/{held.pk}/"
    assert (link["target"], link["rel"]) == ("_blank", ["noopener"])


def test_what_another_page_knows_of_it_stands_in_the_form(hung, page):
    found = page(f"{NEW}?number=9/NQ-XX&title_vi=Về+%3Cb%3E&number_x=1")

    assert found.select_one("[name=number]")["value"] == "9/NQ-XX"
    assert words(found, "[name=title_vi]") == ["Về <b>"]


def test_every_box_has_a_label_and_the_form_needs_no_script(hung, page):
    form = page(NEW).select_one("main form")

    boxes = {box["id"] for box in form.select("input:not([type=hidden]), textarea, select")}
    assert boxes == {label["for"] for label in form.select("label")}
    assert form["method"] == "post"
    assert not form.has_attr("hx-post")


def test_the_form_speaks_vietnamese(hung):
    page = soup(hung.post(NEW.removeprefix("/en"), {**GIVEN, "in_force": "19/01/2026"}))

    assert words(page, "h1") == ["Ghi văn bản vào sổ"]
    assert "trước ngày ban hành, 20/01/2026" in words(page, "#id_in_force_error")[0]

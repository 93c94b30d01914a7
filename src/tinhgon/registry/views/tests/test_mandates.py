"""The matrix of functions and bodies, and its forms: Mr Hùng keeps the register, An has no role."""

import csv
import io
from datetime import date

import pytest
from django.utils.timezone import localdate

from tinhgon.registry.mandate.held import mandates
from tinhgon.registry.models import Mandate
from tinhgon.registry.tests.pages import soup, words

EVE, SPRING = "2025-02-28", "2025-03-01"


def text(response):
    """All words of the part of a page that is its own."""
    return words(soup(response), "main")[0]


@pytest.fixture
def page(bodies, client):
    def ask(**asked):
        return client.get("/en/mandates/", {"under": "P01", **asked})

    return ask


@pytest.fixture
def hung(bodies, world, client):
    client.force_login(world.hung)
    return client


def row(response, function):
    return words(soup(response), f"tr#{function}")[0]


def test_a_function_is_led_by_the_heir_from_the_day_of_the_merger(page):
    assert "Sở Giao thông vận tải" in row(page(on=EVE), "transport")
    assert "Sở Xây dựng" in row(page(on=SPRING), "transport")


def test_what_nobody_leads_is_marked_and_counted(page):
    assert "no lead" in row(page(on=SPRING), "foreign-affairs")
    assert "no lead" not in row(page(on=EVE), "foreign-affairs")


def test_only_gaps_may_be_shown(page):
    shown = soup(page(on=SPRING, state="gap"))

    assert words(shown, "tr#transport") == []
    assert words(shown, "tr#foreign-affairs") != []


def test_the_matrix_says_leads_and_parts_in_words_too(page):
    cells = words(soup(page(on=SPRING)), ".tg-matrix td .tg-hide")

    assert {*cells} == {"leads", "takes part"}


def test_the_table_may_be_taken_along(page):
    written = b"".join(page(on=SPRING, format="csv").streaming_content).decode("utf-8-sig")
    rows = {row["Key"]: row for row in csv.DictReader(io.StringIO(written))}

    assert rows["transport"]["Leads"] == "Sở Xây dựng"
    assert rows["foreign-affairs"]["State"] == "no lead"


def test_the_page_speaks_vietnamese(bodies, client):
    said = text(client.get("/mandates/", {"under": "P01", "on": SPRING}))

    assert "bỏ trống" in said
    assert "takes part" not in said


def test_a_body_is_no_area_of_which_functions_could_be_asked(page):
    assert page(under="P01.finance").status_code == 404


def test_who_may_not_is_shown_no_way_to_change_and_is_refused(page, client, world):
    assert "Withdraw" not in text(page(on=SPRING))

    client.force_login(world.an)
    assert client.get("/en/mandates/assign/").status_code == 403


def test_a_function_is_assigned_by_the_name_of_the_body(hung):
    today = localdate()
    sent = {
        "unit": "Sở Công Thương",
        "function": "foreign-affairs",
        "area": "Thành phố Hà Nội",
        "role": "lead",
        "on": today.strftime("%d/%m/%Y"),
    }

    answer = hung.post("/en/mandates/assign/", sent)

    assert answer.status_code == 302
    (held,) = mandates(today, function="foreign-affairs")
    assert (held.unit, held.area) == ("P01.industry-and-trade", "P01")


def test_what_somebody_else_leads_is_refused_beside_the_box_and_kept(hung):
    sent = {
        "unit": "Sở Công Thương",
        "function": "health",
        "area": "P01",
        "role": "lead",
        "on": localdate().strftime("%d/%m/%Y"),
    }

    answer = hung.post("/en/mandates/assign/", sent)

    assert answer.status_code == 422
    assert "Sở Y tế leads this function" in text(answer)
    assert soup(answer).select_one("[name=unit]")["value"] == "Sở Công Thương"


def test_an_instrument_that_is_not_known_may_be_registered_beside(hung):
    sent = {"unit": "P01.industry-and-trade", "area": "P01", "under": "9/QĐ-UBND"}

    page = soup(hung.post("/en/mandates/assign/", sent))

    assert page.select_one("#id_under_error a")["href"].endswith("?number=9%2FQ%C4%90-UBND")
    assert page.select_one("[name=under]")["value"] == "9/QĐ-UBND"


def test_a_name_that_several_bodies_bear_is_asked_back(hung):
    sent = {"unit": "Phòng Văn hóa - Xã hội", "function": "health", "area": "P01", "role": "lead"}

    assert "Several units are called so" in text(hung.post("/en/mandates/assign/", sent))


def test_a_mandate_is_withdrawn_from_a_day_on(hung):
    held = Mandate.objects.get(unit__key="P01.health", role="lead")
    today = localdate()

    page = f"/en/mandates/{held.pk}/withdrawal/"
    assert "Sở Y tế" in text(hung.get(page))
    hung.post(page, {"on": today.strftime("%d/%m/%Y")})

    assert mandates(today, function="health") == []
    assert len(mandates(date(2026, 1, 1), function="health")) == 1


def test_the_page_of_a_body_says_what_it_is_charged_with(bodies, client):
    said = text(client.get("/en/units/P01.construction/", {"on": SPRING}))

    assert "What it is charged with" in said
    assert "Transport , leads" in said

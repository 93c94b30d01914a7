"""A code and a day: to the unit that bears it then, else to those who bear it on other days."""

import pytest
from bs4 import BeautifulSoup

from tinhgon.domain.periods import Period
from tinhgon.registry import actions


@pytest.fixture
def page(client, in_effect):
    def answered(code, on, language="/en"):
        response = client.get(f"{language}/codes/{code}/", {"on": on})
        return response, BeautifulSoup(response.content, "html.parser")

    return answered


def test_one_code_leads_to_different_units_on_both_sides_of_the_day(page):
    before, _soup = page("00634", "2025-06-30")
    after, _soup = page("00634", "2025-07-01")

    assert before["Location"] == "/en/units/DM/?on=2025-06-30"
    assert after["Location"] == "/en/units/TM-new/?on=2025-07-01"


def test_a_code_that_nobody_bears_that_day_names_who_bears_it_when(page):
    response, soup = page("019", "2025-07-01")

    assert response.status_code == 404
    assert "It belongs to Quận Nam Từ Liêm until 30 June 2025." in soup.get_text()
    (link,) = soup.select("main li a")
    assert (link["href"], link.get_text()) == (
        "/en/units/D019/?on=2025-06-30",
        "Quận Nam Từ Liêm",
    )


def test_it_says_so_in_vietnamese(page):
    _response, soup = page("019", "2025-07-01", language="")

    assert "Mã này thuộc Quận Nam Từ Liêm đến 30/06/2025." in soup.get_text()


def test_a_code_that_nobody_ever_bore_is_said_to_be_none(page):
    response, soup = page("99999", "2025-07-01")

    assert response.status_code == 404
    assert "No unit bears or ever bore the code 99999." in soup.get_text()


def test_a_bearer_is_called_as_it_was_called_while_it_bore_the_code(page, world, operator):
    before, after = Period(None, world.day), Period(world.day, None)
    how = {"by": operator, "reason": "Viết sai"}
    actions.correct(world.unit("XP"), period=before, facts={"code": "00699"}, **how)
    actions.correct(world.unit("XP"), period=after, facts={"name": "Vườn"}, **how)

    _response, soup = page("00699", "2025-07-01")

    assert "It belongs to Phường Xuân Phương until 30 June 2025." in soup.get_text()


def test_what_was_not_known_yet_leads_nowhere(client, in_effect):
    response = client.get("/en/codes/00634/?on=2025-07-01&known_at=2020-01-01")

    assert response.status_code == 404


def test_it_takes_the_same_queries_for_any_code(client, in_effect, django_assert_num_queries):
    with django_assert_num_queries(3):
        client.get("/codes/00634/?on=2025-07-01")
    with django_assert_num_queries(3):
        client.get("/codes/09886/?on=2025-06-30")

"""Where somebody begins who signed in: with works if there can be any, else with their account."""

from datetime import date

import pytest

from tinhgon.accounts import actions as accounts

PASSWORD = "mật-khẩu-rất-dài"


@pytest.fixture
def arrives(client):
    """Where somebody is led who signs in."""

    def arrived(email, language="/en", **more):
        sent = {"login": email, "password": PASSWORD, **more}
        return client.post(f"{language}/account/login/", sent)["Location"]

    return arrived


def test_whoever_sees_works_by_a_role_begins_with_them_in_their_language(world, works, arrives):
    assert arrives("hung@example.vn") == "/en/work/"


def test_the_page_of_works_is_in_the_language_of_signing_in(world, works, arrives):
    assert arrives("hung@example.vn", language="") == "/work/"


def test_an_officer_without_a_role_begins_with_their_own_works(world, works, arrives, client):
    works.bodies.thu.user = world.an
    works.bodies.thu.save()

    assert arrives("an@example.vn") == "/en/work/"
    assert client.get("/en/work/").context["question"].desk == "mine"


def test_a_role_that_shows_no_works_leads_to_ones_account(world, works, arrives):
    assert arrives("lan@example.vn") == "/en/account/me/"


def test_whoever_has_no_role_is_led_to_their_account(world, works, arrives):
    assert arrives("an@example.vn") == "/en/account/me/"


def test_a_role_that_has_ended_leads_nowhere_else(world, works, arrives, operator):
    over = {"on": date(2025, 1, 1), "until": date(2025, 2, 1), "unit": works.dai_mo}
    accounts.grant(world.an, by=operator, role="unit-head", **over)

    assert arrives("an@example.vn") == "/en/account/me/"


def test_a_page_that_was_asked_for_goes_before(world, works, arrives):
    assert arrives("hung@example.vn", next="/en/units/DM/") == "/en/units/DM/"


@pytest.mark.parametrize(("language", "next"), [("", "/account/login/"), ("/en", None)])
def test_sign_in_on_the_first_page_asks_for_no_page(in_effect, client, language, next):
    page = client.get(f"{language}/")

    assert page.context["frame"]["sign_in_url"] == f"{language}/account/login/"


def test_sign_in_elsewhere_leads_back(in_effect, client):
    page = client.get("/en/units/")

    assert page.context["frame"]["sign_in_url"] == "/en/account/login/?next=%2Fen%2Funits%2F"

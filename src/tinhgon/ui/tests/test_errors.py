"""The page for whoever may not pass: what it takes, whom to ask, the way back; never an address."""

import pytest

from tinhgon.registry.tests.pages import soup, words

CONTACT = "/units/TM/contact/"
FROM = "http://testserver/en/units/TM/?on=2025-06-30"


@pytest.fixture
def refused(client):
    """The page that refuses something to somebody."""

    def asked(address, by, **headers):
        client.force_login(by)
        answer = client.get(address, headers=headers)
        assert answer.status_code == 403
        return soup(answer)

    return asked


def test_the_permission_is_named_with_the_unit_in_both_languages(world, refused):
    english = refused(f"/en{CONTACT}", world.lan).main.text
    vietnamese = refused(CONTACT, world.lan).main.text

    assert "permission to keep the contacts of units, for Phường Tây Mỗ" in english
    assert "ask the administrator" in english
    assert "cập nhật thông tin liên hệ của đơn vị, đối với Phường Tây Mỗ" in vietnamese
    assert "quản trị viên" in vietnamese


def test_a_door_for_holders_of_a_role_names_what_it_takes(world, refused):
    assert "permission to see what the rules find" in refused("/en/norms/", world.an).main.text


def test_no_address_is_shown(world, refused):
    assert "/contact/" not in refused(f"/en{CONTACT}", world.lan).main.text
    assert "/contact/" not in refused(CONTACT, world.lan).main.text


def test_it_leads_back_to_where_somebody_was(world, refused):
    page = refused(f"/en{CONTACT}", world.lan, referer=FROM)

    back = page.main.select_one(".tg-btns a")
    assert back.text.strip() == "Back to where you were"
    assert back["href"] == "/en/units/TM/?on=2025-06-30"


@pytest.mark.parametrize(
    "referer",
    [
        *("https://elsewhere.example/units/", "javascript:alert(1)", "//elsewhere.example/"),
        *("", f"http://testserver/en{CONTACT}", "http://testserver:99999/", "http://[x/"),
    ],
)
def test_it_leads_back_to_no_other_site_and_not_to_itself(world, refused, referer):
    page = refused(f"/en{CONTACT}", world.lan, referer=referer)

    assert words(page, "main .tg-btns a") == ["See my roles", "To the first page"]

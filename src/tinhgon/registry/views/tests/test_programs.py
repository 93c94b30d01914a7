"""The page for programs shows commands that exist and addresses that answer whoever has a token."""

import pytest
from bs4 import BeautifulSoup
from tests.docs.reading import unknown_in

from tinhgon.accounts import actions
from tinhgon.accounts.roles import ROLES, every_permission

SHOWN = ("works?deep=true", "directives?deep=true", "books", "posts")


@pytest.fixture
def shown(in_effect, client):
    """The commands of the page."""
    page = BeautifulSoup(client.get("/en/programs/").content, "html.parser")
    return [one.text for one in page.select("code.tg-path")]


@pytest.fixture
def token(in_effect, operator):
    """A token of somebody who holds every role, with every scope."""
    user = actions.open_account("all@example.vn", by=operator, name="Toàn")
    for role in ROLES:
        actions.grant(user, by=operator, role=role, on=in_effect.day)
    return actions.hand_out_token(user, by=operator, name="x", scopes=sorted(every_permission()))


def test_every_command_and_every_address_is_there(shown):
    assert [unknown_in(line) for line in shown if not line.startswith("read ")] == [""] * 5


@pytest.mark.parametrize("last", SHOWN)
def test_an_address_answers_whoever_has_a_token(shown, token, client, last):
    (address,) = [line.split('"')[-2] for line in shown if line.endswith(f'{last}"')]

    assert client.get(address, headers={"authorization": f"Bearer {token}"}).status_code == 200
    assert client.get(address).status_code == 401


def test_the_contract_is_linked(in_effect, client):
    page = BeautifulSoup(client.get("/programs/").content, "html.parser")

    contract = page.find("a", href=lambda href: href and href.endswith("openapi.json"))
    assert client.get(contract["href"]).status_code == 200

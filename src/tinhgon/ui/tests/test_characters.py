"""A character that no database keeps is turned away, in addresses and in what programs send."""

import json

import pytest
from django.db import connection

from tinhgon.accounts import actions as accounts


@pytest.fixture
def post(client, world, operator):
    """Ms Hương's program sends a draft with a title."""
    token = accounts.hand_out_token(world.huong, by=operator, name="in", scopes=["plan.draft"])

    def posted(title):
        document = {"code": "moi", "day": "2199-07-01", "titles": {"vi": title}, "plans": []}
        return client.post(
            "/api/v1/plans",
            json.dumps(document),
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}"},
        )

    return posted


@pytest.mark.parametrize(
    ("address", "status"), [("/plans/", 400), ("/en/units/", 400), ("/api/v1/units", 422)]
)
@pytest.mark.parametrize("query", ["q=%00", "%00=q", "q=a&q=b%00c"])
def test_an_address_with_nul_is_refused(world, client, address, status, query):
    assert client.get(f"{address}?{query}").status_code == status


def test_any_other_address_is_answered(world, client):
    assert client.get("/plans/?q=%C4%90%E1%BA%A1i%20M%E1%BB%97%20%00"[:-3]).status_code == 200


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps it")
@pytest.mark.parametrize("title", ["Sắp xếp\0", "\ud800"])
def test_what_cannot_be_kept_is_a_problem_in_words(post, title):
    answer = post(title)

    said = (answer.status_code, answer.json()["type"])
    assert said == (422, "urn:tinhgon:problem:cannot-be-kept")


def test_a_character_of_two_halves_can_be_kept(post):
    assert post("Sắp xếp 😀").json().get("type") != "urn:tinhgon:problem:cannot-be-kept"

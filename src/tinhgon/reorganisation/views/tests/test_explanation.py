"""Explaining a finding on its page, by API and by command; whoever decides reads it."""

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.domain.structure.findings import Severity
from tinhgon.reorganisation.models import Explanation
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.rearrangement.reading import rearrangement

SAID = "Hai phường cùng tiếp nhận."


@pytest.fixture
def number(shared):
    """The place of the finding that asks for an explanation."""
    found = rearrangement(shared).findings
    return next(n for n, one in enumerate(found, 1) if one.severity is Severity.EXPLAIN)


@pytest.fixture
def page(number):
    return f"/plans/shared/findings/{number}/"


def test_whoever_drafts_explains(page, client, world, show):
    client.force_login(world.huong)

    client.post(page, {"text": SAID})

    assert Explanation.objects.get().text == SAID
    assert SAID in show(page).get_text()


def test_an_empty_explanation_is_asked_for_again(page, client, world):
    client.force_login(world.huong)

    answer = client.post(page, {"text": " "})

    assert answer.status_code == 422
    assert not Explanation.objects.exists()


def test_a_stranger_does_not_explain(page, client, world):
    client.force_login(world.an)

    assert client.post(page, {"text": SAID}).status_code in (403, 404)


def test_it_is_read_where_the_package_is_sealed(page, client, world, show):
    client.force_login(world.huong)
    client.post(page, {"text": SAID})

    assert SAID in show("/plans/shared/sealing/").get_text()


def test_the_page_of_the_package_says_how_many_wait(number, client, world, show):
    client.force_login(world.huong)

    assert "1 finding waits for an explanation." in show("/plans/shared/").get_text()


def test_a_program_explains(number, client, world, operator):
    token = accounts.hand_out_token(
        world.huong, by=operator, name="kiểm tra", scopes=[PlanPermission.DRAFT]
    )
    headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}
    path = f"/api/v1/plans/shared/findings/{number}/explanation"

    answer = client.put(path, {"text": SAID}, content_type="application/json", headers=headers)

    assert (answer.status_code, answer.json()["text"]) == (200, SAID)


def test_a_program_is_told_of_a_number_that_there_is_not(number, client, world, operator):
    token = accounts.hand_out_token(
        world.huong, by=operator, name="kiểm tra", scopes=[PlanPermission.DRAFT]
    )
    headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}
    path = "/api/v1/plans/shared/findings/99/explanation"

    answer = client.put(path, {"text": SAID}, content_type="application/json", headers=headers)

    assert (answer.status_code, answer.json()["detail"]) == (404, "This package has no finding 99.")


def test_a_command_explains(number, tinhgon, world):
    said = tinhgon("plan", "explain", "shared", str(number), "--text", SAID, by=world.huong)

    assert said.stdout == "The explanation is kept.\n"
    assert Explanation.objects.get().text == SAID

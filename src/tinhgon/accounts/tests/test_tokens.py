"""Programs act for people through tokens: within the token's scopes and the person's rights."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tinhgon.accounts import actions
from tinhgon.accounts.models import Token
from tinhgon.accounts.tokens import TokenAuth

A_MINUTE = timedelta(minutes=1)


@pytest.fixture
def token(world, operator):
    """Hands out a token of somebody's."""

    def given(user, *scopes, ends=None):
        return actions.hand_out_token(user, by=operator, name="Cổng", scopes=[*scopes], ends=ends)

    return given


@pytest.fixture
def withdraw(client, package):
    """What the API answers to whoever withdraws the reform with a token."""

    def asked(secret):
        return client.post(
            "/api/v1/plans/reform/withdrawal",
            {"reason": "Sai sót"},
            content_type="application/json",
            headers={"authorization": f"Bearer {secret}", "accept-language": "en"},
        )

    return asked


def person(secret):
    held = TokenAuth().authenticate(None, secret)
    return held and held[0]


def test_a_token_is_its_owner_within_its_scopes(world, token):
    secret = token(world.lan, "registry.contact")

    assert TokenAuth().authenticate(None, secret) == (world.lan, frozenset({"registry.contact"}))


@pytest.mark.parametrize("secret", ["", "wrong", "Bearer", "ñ" * 500])
def test_what_was_never_handed_out_is_nobody(world, token, secret):
    token(world.lan, "registry.contact")

    assert person(secret) is None


def test_the_digest_that_is_kept_opens_nothing(world, token):
    token(world.lan, "registry.contact")

    assert person(Token.objects.get().digest) is None


def test_a_token_works_until_it_ends(world, token):
    assert person(token(world.lan, "audit.read", ends=timezone.now() + A_MINUTE)) == world.lan
    assert person(token(world.lan, "audit.read", ends=timezone.now() - A_MINUTE)) is None


def test_a_token_of_a_closed_account_is_nobody(world, token, operator):
    secret = token(world.lan, "registry.contact")

    actions.close_account(world.lan, by=operator, reason="Nghỉ hưu")

    assert person(secret) is None


def test_a_scope_and_the_right_together_open_a_door(world, token, withdraw):
    assert withdraw(token(world.hung, "plan.withdraw")).status_code == 201


def test_a_right_without_the_scope_opens_nothing(world, token, withdraw):
    answer = withdraw(token(world.hung, "plan.draft"))

    assert answer.status_code == 403
    assert answer.json()["type"] == "urn:tinhgon:problem:not-allowed"


def test_a_scope_without_the_right_opens_nothing(world, token, withdraw):
    answer = withdraw(token(world.an, "plan.withdraw"))

    assert answer.status_code == 403
    assert answer.json()["detail"] == "This needs the permission plan.withdraw."


def test_without_a_token_the_api_says_what_to_send(package, withdraw):
    answer = withdraw("")

    assert answer.status_code == 401
    assert "Authorization: Bearer" in answer.json()["detail"]


def test_a_session_is_no_token(client, package, world):
    client.force_login(world.hung)

    answer = client.post(
        "/api/v1/plans/reform/withdrawal", {"reason": "x"}, content_type="application/json"
    )

    assert answer.status_code == 401

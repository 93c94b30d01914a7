"""Every door says who may pass: each view, each operation of the API, each command.

Nothing is listed here but what other packages bring and what is public although it is sent, so a
door that is added is walked by itself.
"""

import json
from urllib.parse import quote

import click
import pytest
from django.urls import reverse

from tests.architecture.walking import example, operations, views
from tests.docs.reading import commands
from tinhgon.accounts import actions
from tinhgon.accounts.roles import every_permission
from tinhgon.ui.doors import PUBLIC, SIGNED_IN

OWN = "for one's own account; allauth itself asks whether somebody is signed in"
OF_ALLAUTH = {
    "for whoever is not signed in yet": {
        *("account_login", "account_signup", "account_inactive", "mfa_authenticate"),
        *("mfa_login_webauthn", "account_confirm_login_code"),
        *("account_reset_password", "account_reset_password_done"),
        *("account_reset_password_from_key", "account_reset_password_from_key_done"),
    },
    OWN: {
        *("account_logout", "account_reauthenticate", "account_change_password"),
        *("account_set_password", "mfa_index", "mfa_reauthenticate"),
        *("mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes"),
        *("mfa_generate_recovery_codes", "mfa_download_recovery_codes", "mfa_list_webauthn"),
        *("mfa_add_webauthn", "mfa_edit_webauthn", "mfa_remove_webauthn"),
        *("mfa_reauthenticate_webauthn",),
    },
    "closed by `accounts.sign_in.closed`, which stands before them": {
        *("account_email", "account_email_verification_sent", "account_confirm_email"),
    },
}
OF_NINJA = {"api-1:api-root": "says only where the API begins"}
SENT_AND_PUBLIC = {"look_up_many": "a question that is too long for an address"}

OURS = [view for view in views() if view.permission is not None]
GUARDED = [view for view in OURS if view.permission != PUBLIC]
GUARDED_OPERATIONS = [one for one in operations() if one.permission not in (None, PUBLIC)]
OPEN_OPERATIONS = [one for one in operations() if one.permission == PUBLIC]
COMMANDS = [(path, one) for path, one in commands() if not isinstance(one, click.Group)]
GUARDED_COMMANDS = [pair for pair in COMMANDS if getattr(pair[1], "permission", None) != PUBLIC]


@pytest.fixture
def stranger(world):
    """Somebody who has an account and no role."""
    return world.an


@pytest.fixture
def token(stranger, operator):
    """A token of a stranger's with every scope there is."""
    scopes = sorted(every_permission())
    return actions.hand_out_token(stranger, by=operator, name="all", scopes=scopes)


@pytest.fixture
def call(client):
    """What an operation answers, to whoever has a token or to anybody."""

    def called(operation, token=None):
        return client.generic(
            operation.method,
            operation.address,
            json.dumps(example(operation.name)),
            content_type="application/json",
            headers={"authorization": f"Bearer {token}"} if token else {},
        )

    return called


# --- Everything is marked -------------------------------------------------------------------------


def test_a_view_says_who_may_pass_and_those_of_others_are_known():
    unmarked = {view.name for view in views() if view.permission is None}

    assert unmarked == {*OF_NINJA}.union(*OF_ALLAUTH.values())


@pytest.mark.parametrize("operation", operations(), ids=str)
def test_an_operation_says_who_may_call_it(operation):
    assert operation.permission in {PUBLIC, SIGNED_IN, *every_permission()}


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=lambda value: str(value))
def test_a_command_says_who_may_use_it(path, command):
    assert command.permission in {PUBLIC, *every_permission()}, path


@pytest.mark.parametrize("view", OURS, ids=str)
def test_a_view_names_a_permission_that_some_role_gives(view):
    assert view.permission in {PUBLIC, SIGNED_IN, *every_permission()}


def test_there_are_doors_of_every_kind():
    assert len(OURS) > 20
    assert len(GUARDED) >= 4
    assert len(GUARDED_OPERATIONS) >= 4
    assert len(GUARDED_COMMANDS) >= 10


def test_nothing_is_sent_to_a_public_operation_but_questions():
    sent = {operation.name for operation in OPEN_OPERATIONS if operation.method != "GET"}

    assert sent == {*SENT_AND_PUBLIC}


# --- Denial is the default ------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("view", GUARDED, ids=str)
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, package, view, method):
    answer = getattr(client, method)(view.address)

    assert answer.status_code == 302
    assert answer["Location"] == f"{reverse('account_login')}?next={quote(view.address)}"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("view", [one for one in GUARDED if one.permission != SIGNED_IN], ids=str)
def test_a_stranger_is_refused(client, package, stranger, view, method):
    client.force_login(stranger)

    assert getattr(client, method)(view.address).status_code == 403


@pytest.mark.parametrize("view", [one for one in GUARDED if one.permission == SIGNED_IN], ids=str)
def test_a_stranger_passes_where_one_need_only_be_signed_in(client, stranger, view):
    client.force_login(stranger)

    assert client.get(view.address).status_code in (200, 404)  # what is not theirs is not there


@pytest.mark.parametrize("operation", GUARDED_OPERATIONS, ids=str)
def test_an_operation_asks_for_a_token(package, call, operation):
    answer = call(operation)

    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("operation", GUARDED_OPERATIONS, ids=str)
def test_a_token_that_nobody_handed_out_opens_no_operation(package, call, operation):
    assert call(operation, "made-up").status_code == 401


@pytest.mark.parametrize(
    "operation", [one for one in GUARDED_OPERATIONS if one.permission != SIGNED_IN], ids=str
)
def test_an_operation_refuses_a_stranger_whatever_the_scopes(package, call, token, operation):
    answer = call(operation, token)

    assert answer.status_code == 403
    assert answer.json()["type"] == "urn:tinhgon:problem:not-allowed"


@pytest.mark.parametrize("operation", OPEN_OPERATIONS, ids=str)
def test_a_public_operation_asks_nobody_who_they_are(package, call, operation):
    assert call(operation).status_code not in (401, 403)


@pytest.mark.parametrize(("path", "command"), GUARDED_COMMANDS, ids=lambda value: str(value))
def test_a_command_refuses_a_stranger_before_it_reads_what_was_typed(
    world, stranger, path, command, capsys
):
    with click.Context(command, obj={"actor": stranger}), pytest.raises(SystemExit) as left:
        command.callback()

    assert left.value.code == 2
    assert command.permission in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(OF_ALLAUTH[OWN]))
def test_pages_of_ones_own_account_are_not_for_strangers(client, world, name):
    view = next(one for one in views() if one.name == name)

    answer = client.get(view.address)

    assert answer.status_code == 302

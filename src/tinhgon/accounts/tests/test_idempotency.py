"""What a program sends twice under one key is done once and answered alike."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.accounts.models import Answered
from tinhgon.audit.models import Entry
from tinhgon.registry.permissions import RegistryPermission

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/units/DM/corrections"


@pytest.fixture
def token(world, operator):
    scopes = [*RegistryPermission]
    return accounts.hand_out_token(world.hung, by=operator, name="kiểm tra", scopes=scopes)


@pytest.fixture
def correct(client, token):
    """Send a correction under a key: the whole answer."""

    def sent(key, token=token, **facts):
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key}
        document = {"reason": "Viết sai", "start": None, "end": None} | facts
        return client.post(ADDRESS, document, content_type="application/json", headers=headers)

    return sent


def corrections():
    return Entry.objects.filter(act="registry.corrected").count()


def test_it_is_done_once_and_answered_alike(world, correct):
    first = correct("một", name="Đại Mỗ 2")
    second = correct("một", name="Đại Mỗ 2")

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert second["Idempotency-Replayed"] == "true"
    assert corrections() == 1


def test_another_request_under_the_key_is_refused(world, correct):
    correct("một", name="Đại Mỗ 2")

    second = correct("một", name="Đại Mỗ 3")

    assert second.status_code == 422
    assert second.json()["type"] == "urn:tinhgon:problem:idempotency-key-used"
    assert corrections() == 1


def test_what_was_refused_may_be_sent_again(world, correct):
    refused = correct("một", name=" ")

    assert refused.status_code == 422
    assert not Answered.objects.exists()
    assert correct("một", name="Đại Mỗ 2").status_code == 201


def test_keys_of_others_are_others(world, correct, operator):
    scopes = [*RegistryPermission]
    other = accounts.hand_out_token(world.hung, by=operator, name="khác", scopes=scopes)
    correct("một", name="Đại Mỗ 2")

    assert correct("một", token=other, name="Đại Mỗ 3").status_code == 201


def test_after_a_day_the_key_is_free(world, correct):
    correct("một", name="Đại Mỗ 2")
    Answered.objects.update(at=timezone.now() - timedelta(days=1, seconds=1))

    assert correct("một", name="Đại Mỗ 3").status_code == 201
    assert Answered.objects.count() == 1


def test_a_key_without_end_is_refused(world, correct):
    assert correct("x" * 201, name="Đại Mỗ 2").status_code == 400

"""Programs and commands act on many works as pages do."""

import json

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.registry.api.tests.conftest import ask, send  # noqa: F401 - fixtures
from tinhgon.work.models import Event


@pytest.fixture
def three(works):
    return [works.issue(title=f"Việc số {place}", key=f"NV{place}") for place in range(3)]


@pytest.fixture
def token(world, operator):
    """A key of Mr Hùng's that gives works and sees them, but does none."""
    scopes = ["work.see", "work.direct"]
    return accounts.hand_out_token(world.hung, by=operator, name="máy", scopes=scopes)


def test_programs_act_on_many_works(three, works, token, send):  # noqa: F811
    works.withdraw(three[1])
    act = {"act": "withdraw", "words": "Không còn cần"}

    status, told = send("/works/acts", {**act, "works": ["NV0", "NV1", "NV9"]}, token=token)
    none, kept = send("/works/acts", {**act, "works": ["NV1", "NV2"], "whole": True}, token=token)

    assert (status, told["done"]) == (200, ["NV0"])
    assert [(one["work"], one["code"]) for one in told["not_done"]] == [
        ("NV1", "not-now"),
        ("NV9", "not-here"),
    ]
    assert (none, kept["done"], kept["kept_back"]) == (200, [], 1)


def test_a_token_does_only_what_its_scopes_say(three, token, send):  # noqa: F811
    status, told = send("/works/acts", {"act": "accept", "works": ["NV0"]}, token=token)

    assert (status, told["type"]) == (403, "urn:tinhgon:problem:not-allowed")
    assert not Event.objects.filter(what="accepted").exists()


def test_more_than_five_hundred_are_no_request(three, token, send):  # noqa: F811
    many = [f"NV{place}" for place in range(501)]

    status, _told = send("/works/acts", {"act": "withdraw", "works": many}, token=token)

    assert status == 422


def test_many_works_are_acted_on_by_command(three, works, world, tinhgon):
    works.accept(three[1])

    some = tinhgon("work", "act", "accept", "NV0", "NV1", "--json")
    all_of_them = tinhgon("work", "act", "withdraw", "NV0", "NV2", "--words", "thôi", "--whole")
    stranger = tinhgon("work", "act", "accept", "NV1", by=world.lan)

    assert some.exit_code == 2
    assert json.loads(some.stdout)["done"] == ["NV0"]
    assert (all_of_them.exit_code, "Done: 2" in all_of_them.stdout) == (0, True)
    assert stranger.exit_code == 2

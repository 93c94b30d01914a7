"""Programs and commands do with works what pages do, and are refused what pages refuse."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.registry.api.tests.conftest import ask, send  # noqa: F401 - fixtures
from tinhgon.work.actions import ask_extension
from tinhgon.work.conftest import CLEAR
from tinhgon.work.models import WorkDay
from tinhgon.work.objections.actions import object_to

TODAY = timezone.localdate()
DUE = TODAY + timedelta(days=20)


@pytest.fixture
def token(world, works, operator):
    """A key of Mr Hùng's and one of An's, who has no role."""

    def made(person):
        scopes = ["work.see", "work.direct"]
        return accounts.hand_out_token(person, by=operator, name="máy", scopes=scopes)

    return made


def test_a_work_lives_on_the_command_line(works, tinhgon, standing):
    work = works.issue()

    accepted = tinhgon("work", "accept", work.key, "--json")
    handed = tinhgon("work", "hand-over", work.key, "--unit", "TM", "--words", "đúng địa bàn")
    refused = tinhgon("work", "confirm", work.key)
    listed = tinhgon("work", "list", "TM", "--on", "2025-06-20", "--json")
    listed = json.loads(listed.stdout)

    assert json.loads(accepted.stdout)["state"] == "accepted"
    assert "Tây Mỗ" in handed.stdout
    assert (refused.exit_code, "cannot be done now" in refused.stderr) == (2, True)
    assert [(one["work"], one["days_late"]) for one in listed["works"]] == [(work.key, 10)]


def test_a_stranger_is_told_no_more_than_if_there_were_none(works, world, tinhgon):
    work = works.issue()

    assert tinhgon("work", "show", work.key, by=world.lan).exit_code == 2
    assert tinhgon("work", "show", "v-nothing", by=world.hung).exit_code == 2
    assert tinhgon("work", "show", work.key, by=world.hung).exit_code == 0


def test_a_day_off_is_announced_by_command(works, tinhgon):
    said = tinhgon(
        "work", "calendar", "2027-03-01", "--off", "--number", "9/TB", "--reason", "Nghỉ bù"
    )

    assert "1 March 2027" in said.stdout
    assert not WorkDay.objects.get(day="2027-03-01").works


def test_programs_give_a_work_once_everything_is_clear(works, token, world, send):  # noqa: F811
    token = token(world.hung)
    order = {
        "giver": "D019",
        "leads": ["DM"],
        "title": "Rà soát",
        "origin": "Họp giao ban",
        "product": "Báo cáo",
        "clarities": CLEAR,
        "due": str(DUE),
    }

    unclear, why = send("/works", order | {"clarities": {}}, token=token)
    several, both = send("/works", order | {"leads": ["DM", "TM"]}, token=token)
    status, told = send("/works", order, token=token)

    assert (unclear, why["type"]) == (409, "urn:tinhgon:problem:unclear")
    assert (several, both["type"]) == (409, "urn:tinhgon:problem:several-leads")
    assert (status, told["unit"], told["due"]) == (201, "DM", str(DUE))


def test_programs_read_lists_and_one_work(works, token, world, client):
    work = works.issue()
    key = {"Authorization": f"Bearer {token(world.hung)}"}
    other = {"Authorization": f"Bearer {token(world.an)}"}

    listed = client.get("/api/v1/units/DM/works", headers=key)
    one = client.get(f"/api/v1/works/{work.key}", headers=key)

    assert [line["work"] for line in listed.json()["items"]] == [work.key]
    assert [stay["unit"] for stay in one.json()["custody"]] == ["DM"]
    assert client.get(f"/api/v1/works/{work.key}", headers=other).status_code == 403


def test_programs_act_on_a_work(works, token, world, send, standing):  # noqa: F811
    work = works.issue()

    status, told = send(
        f"/works/{work.key}/acts",
        {"act": "withdraw", "words": "Không còn cần"},
        token=token(world.hung),
    )
    again, why = send(f"/works/{work.key}/acts", {"act": "accept"}, token=token(world.hung))

    assert (status, told["state"]) == (201, "withdrawn")
    assert (again, why["type"]) == (403, "urn:tinhgon:problem:not-allowed")


@pytest.mark.parametrize("act", ["decide-extension", "decide-objection"])
def test_what_a_program_does_not_decide_is_not_decided(works, token, world, send, standing, act):  # noqa: F811
    work = works.issue(timezone.now() - timedelta(hours=1), due=DUE)
    asked = {"by": works.by, "on": TODAY, "until": DUE + timedelta(days=1), "reason": "Chờ"}
    ask_extension(work, **asked)
    object_to(work, by=works.by, at=timezone.now(), kind="not-ours", reason="Không thuộc địa bàn")
    said = {"act": act, "words": "Đã xem"}

    one, why = send(f"/works/{work.key}/acts", said, token=token(world.hung))

    assert (one, why["type"]) == (409, "urn:tinhgon:problem:no-decision")
    assert standing(work).open_extension.granted is None
    assert standing(work).open_objection.upheld is None


def test_several_extensions_are_not_refused_by_saying_nothing(works, token, world, send, standing):  # noqa: F811
    work = works.issue(timezone.now() - timedelta(hours=1), due=DUE)
    asked = {"by": works.by, "on": TODAY, "until": DUE + timedelta(days=1), "reason": "Chờ"}
    ask_extension(work, **asked)
    said = {"works": [work.key], "act": "decide-extension"}

    _status, told = send("/works/acts", said, token=token(world.hung))

    assert [one["code"] for one in told["not_done"]] == ["no-decision"]
    assert standing(work).open_extension.granted is None


def test_a_token_does_only_what_its_scopes_say(works, world, operator, send, standing):  # noqa: F811
    work = works.issue()
    reading = accounts.hand_out_token(world.hung, by=operator, name="đọc", scopes=["work.see"])

    status, why = send(
        f"/works/{work.key}/acts", {"act": "withdraw", "words": "Không còn cần"}, token=reading
    )

    assert (status, why["type"]) == (403, "urn:tinhgon:problem:not-allowed")
    assert standing(work).state == "issued"


def test_a_work_with_many_parts_is_shown_with_the_same_queries(
    works, world, client, django_assert_max_num_queries
):
    work = works.issue()
    client.force_login(world.hung)
    few = works.split(work, *(works.order(leads=[works.dai_mo]) for _ in range(2)))
    client.get(f"/work/{work.key}/")
    with django_assert_max_num_queries(46) as first:
        client.get(f"/work/{work.key}/")
    works.split(work, *(works.order(leads=[works.dai_mo]) for _ in range(20)))

    with django_assert_max_num_queries(len(first)):
        page = client.get(f"/work/{work.key}/")

    assert page.content.decode().count(few[0].title) < 5
    assert "parent=" + work.key in page.content.decode()
